import type { Brief, SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { derive, wordsAt } from '../pieces.js';
import { joined } from '../statement-lines.js';

/** Name in the margin, text in the left half, note in the right half. */
interface Row {
  readonly name: MappedText;
  readonly text: MappedText;
  readonly note: MappedText | null;
}

/** Body of the slide, y 176 to 612, px. */
const box = 436;
/** Authors who have a row each; more share one. */
const ownRows = 3;

/** Authors, rights, contact and marking, then the key to the badges. */
export const backMatter: ComposeKind<'back-matter'> = (slide, context) => {
  const { labels, fit } = context;
  const { part } = context;
  const rows = backMatterRows(slide, context).slice(part.from, part.to);
  const key = slide.key && part.last ? keyOf(context) : null;
  const keyHeight = (pt: number) =>
    key ? 44 + Math.max(...key.map(({ text }) => fit.height(text, pt, 221))) + 20 : 0;
  const tall = (pt: number, padding: number) =>
    keyHeight(pt) +
    rows.reduce((sum, { name, text, note }) => {
      const wide = note ? 466 : 956;
      const heights = [
        fit.height(name, pt, 172, 'sans-bold'),
        fit.height(text, pt, wide),
        note ? fit.height(note, pt, 466) : 0,
      ];
      return sum + padding + Math.max(...heights);
    }, 0);
  const step = fit.step(context.steps, box, (pt) => tall(pt, 12));
  return {
    step,
    headline: slide.headline ?? label(labels.backMatterHeadline),
    classes: tall(step, 21) > box ? ['close'] : [],
    view: {
      rows: rows.map((row) => ({ ...row })),
      keyLabel: label(labels.howToRead),
      key: key?.map((entry) => ({ ...entry })) ?? null,
    },
  };
};

/** Authors, rights, contact and marking, and the rows that the outline adds. */
export function backMatterRows({ items }: SlideOf<'back-matter'>, context: KindContext): readonly Row[] {
  return [
    ...authorRows(context),
    ...rightsRow(context),
    contactRow(context),
    ...markingRow(context),
    ...items.map(({ name, text, note }) => ({ name, text, note })),
  ];
}

function authorRows({ brief, labels }: KindContext): readonly Row[] {
  const one = ({ name, role, organisation }: Brief['authors'][number]) =>
    joined([{ ...name, form: 'inline', text: `**${name.text}**` }, role, organisation], ', ') ?? name;
  if (brief.authors.length > ownRows) {
    const texts = brief.authors.map(one);
    const all = joined(texts, '; ');
    return all ? [{ name: label(labels.authorsRow), text: all, note: null }] : [];
  }
  return brief.authors.map((author) => ({
    name: label(labels.authorRow),
    text: one(author),
    note: sentences([author.standing, author.note]),
  }));
}

function rightsRow({ brief, labels }: KindContext): readonly Row[] {
  if (brief.rights === null) return [];
  const { holder, note, views, licence } = brief.rights;
  const who = holder ? derive(holder, (words) => `**${words}**`) : null;
  const [text, beside] =
    who || note ? [sentences([who, note]), sentences([licence, views])] : [sentences([licence, views]), null];
  return text ? [{ name: label(labels.rights), text, note: beside }] : [];
}

function contactRow({ brief, labels }: KindContext): Row {
  const { contact } = brief;
  const known = contact ?? brief.authors.find((author) => author.contact)?.contact;
  return { name: label(labels.contact), text: known ?? label(labels.toBeGiven), note: null };
}

/** The marking with what it lets be shared, then cutoff and edition. */
function markingRow({ brief, labels, date }: KindContext): readonly Row[] {
  const facts = sentences([
    brief.cutoff ? wordsAt(`${labels.informationTo} ${date(brief.cutoff)}`, '/cutoff') : null,
    brief.edition ? editionOf(brief.edition, labels.edition) : null,
    brief.series ? joined([brief.series.name, brief.series.number], ' ') : null,
  ]);
  if (brief.marking === null) return facts ? [{ name: label(labels.edition), text: facts, note: null }] : [];
  const { label: name, extra } = brief.marking;
  const sharing = labels.sharing[name.text];
  const words = [`**${name.text}**${sharing ? `: ${sharing}` : ''}`, extra?.text].filter(Boolean).join('. ');
  return [{ name: label(labels.marking), text: { ...name, form: 'inline', text: words }, note: facts }];
}

function editionOf(edition: NonNullable<Brief['edition']>, word: string): MappedText {
  return edition.number === null ? edition.text : derive(edition.text, (words) => `${word} ${words}`);
}

/** Texts as sentences one after the other; what says the same twice is said once. */
function sentences(texts: readonly (MappedText | null)[]): MappedText | null {
  const there = texts.filter((text) => text !== null);
  const once = there.filter((text, index) => there.findIndex((other) => other.text === text.text) === index);
  return joined(
    once.map((text, index) => (index < once.length - 1 ? derive(text, stopped) : text)),
    ' ',
  );
}

function stopped(words: string): string {
  return /[.!?…。]\W*$/u.test(words) ? words : `${words}.`;
}

interface KeyEntry extends View {
  readonly class: MappedText;
  readonly word: MappedText;
  readonly text: MappedText;
}

function keyOf({ labels }: KindContext): readonly KeyEntry[] {
  const entries = [
    ['fact', labels.keyFact],
    ['position', labels.keyPosition],
    ['judgement', labels.keyJudgement],
    ['assumption', labels.keyAssumption],
  ] as const;
  return entries.map(([name, words]) => ({
    class: label(name),
    word: label(labels[name]),
    text: label(words),
  }));
}
