import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { wordsAt } from '../pieces.js';

type Row = { readonly name: MappedText; readonly text: MappedText; readonly notes: readonly MappedText[] };

/** Authors, rights, contact and marking, then the key to the badges. */
export const backMatter: ComposeKind<'back-matter'> = (slide, context) => {
  const { labels } = context;
  const rows = [...fixedRows(context), ...slide.items.map(({ name, text, note }) => ({ name, text, notes: note ? [note] : [] }))];
  return {
    step: 15,
    headline: slide.headline ?? label('Author, rights and contact'),
    view: {
      rows: rows.map(({ name, text, notes }) => ({ name, text, notes: notes.length > 0 ? notes.map((note) => ({ text: note })) : null })),
      keyLabel: label(labels.howToRead),
      key: slide.key ? keyOf(context) : null,
    },
  };
};

function fixedRows({ brief, labels, date }: KindContext): readonly Row[] {
  const rows: Row[] = brief.authors.map((author, index) => ({
    name: label(index === 0 ? (brief.authors.length > 1 ? labels.authorsRow : labels.authorRow) : ' '),
    text: { ...author.name, text: [`**${author.name.text}**`, author.role?.text, author.organisation?.text].filter(Boolean).join(', ') },
    notes: [author.standing, author.note].filter((text) => text !== null),
  }));
  if (brief.rights) {
    const { holder, note, views, licence } = brief.rights;
    const first = holder ?? note ?? views ?? licence;
    if (first) rows.push({ name: label(labels.rights), text: first, notes: [note, views, licence].filter((text): text is MappedText => text !== null && text !== first) });
  }
  rows.push({ name: label(labels.contact), text: brief.contact ?? brief.authors.find(({ contact }) => contact)?.contact ?? label(labels.toBeGiven), notes: [] });
  if (brief.marking) {
    const facts = [brief.cutoff ? `${labels.informationTo} ${date(brief.cutoff)}` : null, brief.edition ? `${labels.edition} ${brief.edition.text.text}` : null].filter(Boolean).join('. ');
    const sharing = labels.sharing[brief.marking.label.text];
    rows.push({ name: label(labels.marking), text: { ...brief.marking.label, text: `**${brief.marking.label.text}**${sharing ? `: ${sharing}` : ''}` }, notes: facts ? [wordsAt(facts, brief.cutoff ? '/cutoff' : '/edition')] : [] });
  }
  return rows;
}

function keyOf({ labels }: KindContext): readonly View[] {
  const words = { fact: labels.keyFact, position: labels.keyPosition, judgement: labels.keyJudgement, assumption: labels.keyAssumption } as const;
  return (['fact', 'position', 'judgement', 'assumption'] as const).map((name) => ({ class: label(name), word: label(labels[name]), text: label(words[name]) }));
}
