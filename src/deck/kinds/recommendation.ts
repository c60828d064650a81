import type { Brief, SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { derive, partyName, wordsAt } from '../pieces.js';
import { optionLetter } from './options.js';

type Slide = SlideOf<'recommendation'>;

/** A row of the ledger: a text, or the steps. */
interface Row {
  readonly name: MappedText;
  readonly text: MappedText | null;
  readonly steps: readonly { readonly text: MappedText; readonly by: MappedText | null }[] | null;
}

/** Body of the slide, y 176 to 612, less the least gap between statement and ledger; px. */
const box = 436 - 28;
/** The most that stands free between statement and ledger; what is more stays below, px. */
const mostFree = 72;

/** One statement with its bar; below, who acts, by when, why and what if not, and the box that asks. */
export const recommendation: ComposeKind<'recommendation'> = (slide, context) => {
  const { labels, fit } = context;
  const rows = rowsOf(slide, context);
  const wide = slide.ask ? 564 : 956;
  const lower = (pt: number) => {
    const facts = rows.reduce((sum, row) => sum + rowHeight(row, pt, wide, context), 0);
    const ask = slide.ask
      ? Math.max(150, 60 + fit.height(slide.ask, pt + 3, rows.length > 0 ? 328 : 916))
      : 0;
    return Math.max(facts, ask);
  };
  const small = lower(18) > box - fit.height(slide.text, 21, 956, 'serif');
  const pt = small ? 15 : 18;
  const step = fit.step(context.steps, box - lower(pt), (at) => fit.height(slide.text, at, 956, 'serif'));
  const said = fit.height(slide.text, step, 956, 'serif');
  const place =
    said + mostFree + lower(pt) < box ? `; top: ${Math.ceil(176 + said + mostFree)}px; bottom: auto` : '';
  return {
    step,
    classes: small ? ['small'] : [],
    rules: [{ selector: '.lower', body: `--facts: ${small ? 20 : 24}px${place}` }],
    view: {
      text: slide.text,
      lower: rows.length > 0 || slide.ask !== null,
      rows: rows.length > 0 ? rows.map(viewOf) : null,
      askLabel: label(labels.askedOfYou),
      ask: slide.ask,
    },
  };
};

function rowsOf(slide: Slide, context: KindContext): readonly Row[] {
  const { labels } = context;
  const when = slide.by_when ? wordsAt(context.date(slide.by_when), `${slide.pointer}/by_when`) : null;
  const facts: readonly (readonly [string, MappedText | null])[] = [
    [labels.optionTaken, optionOf(slide, context)],
    [labels.who, partyName(slide.who)],
    [labels.byWhen, when],
    [labels.because, slide.because],
    [labels.ifNot, slide.if_not],
  ];
  const steps = slide.steps.map(({ text, by }) => ({ text, by: partyName(by) }));
  return [
    ...facts.flatMap(([name, text]) => (text ? [{ name: label(name), text, steps: null }] : [])),
    ...(steps.length > 0 ? [{ name: label(labels.steps), text: null, steps }] : []),
  ];
}

/** The option that it takes up, with its letter and the page where it stands beside the others. */
function optionOf({ option }: Slide, { brief, labels, page }: KindContext): MappedText | null {
  if (option === null) return null;
  const slide = brief.slides.find((each) => isOptions(each) && each.rows.some(({ id }) => id === option));
  if (slide === undefined || !isOptions(slide)) return null;
  const index = slide.rows.findIndex(({ id }) => id === option);
  const row = slide.rows[index];
  const number = slide.id ? page(slide.id) : null;
  const at = number ? `, ${labels.page} ${number}` : '';
  return row ? derive(row.name, (words) => `**${optionLetter(index)}** ${words}${at}`) : null;
}

function isOptions(slide: Brief['slides'][number]): slide is SlideOf<'options'> {
  return slide.kind === 'options';
}

function rowHeight({ name, text, steps }: Row, pt: number, width: number, { fit }: KindContext): number {
  const listed = (steps ?? []).map(
    (step) => fit.height([step.text.text, step.by?.text].filter(Boolean).join('  '), pt, width - 28) + 4,
  );
  const words = text ? fit.height(text, pt, width) : listed.reduce((sum, height) => sum + height, 0);
  return 18 + Math.max(words, fit.height(name, 15, 172, 'sans-bold') + 3);
}

function viewOf({ name, text, steps }: Row): View {
  return { name, text, steps: steps?.map((step) => ({ ...step })) ?? null };
}
