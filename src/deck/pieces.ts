import type { Party, Statement } from '../outline/brief.js';
import type { MappedText } from '../outline/mapped-text.js';
import { label } from '../outline/mapped-text.js';
import type { View } from './deck.js';
import type { KindContext } from './kind-view.js';

/** The four kinds of statement. */
export type BasisWord = 'fact' | 'position' | 'judgement' | 'assumption';

/** Makes a new text out of one of the outline's, at the same place. */
export function derive(text: MappedText, change: (words: string) => string): MappedText {
  return { ...text, text: change(text.text) };
}

/** Words of briefdeck's own about something that stands at a place of the outline. */
export function wordsAt(text: string, at: string | null): MappedText {
  return { text, at, form: 'plain' };
}

/** Whether a statement is somebody else's, passed on: its badge is hollow. */
export function isPassedOn(statement: Statement): boolean {
  return statement.basis === 'judgement' && statement.via.length > 0;
}

/** The badge of a basis: a class of the theme and a word; null where there is none. */
export function badge(
  basis: BasisWord | null,
  context: KindContext,
  passedOn = false,
  note: MappedText | null = null,
): View | null {
  if (basis === null) return null;
  return {
    class: label(passedOn && basis === 'judgement' ? 'judgement passed-on' : basis),
    word: label(context.labels[basis]),
    note,
  };
}

/** Slides to read with something, each "Limits, p. 12". */
export function references(list: Statement['see'], context: KindContext): readonly MappedText[] {
  return list.flatMap((reference) => {
    const page = context.page(reference.slide);
    const target = context.slideNamed(reference.slide);
    // Points and columns have no word of their own for the margin.
    const name = reference.text ?? (target?.label.text ? target.label : (target?.headline ?? null));
    if (page === null || name === null) return [];
    return [derive(name, (words) => `${words}, ${context.labels.page}\u00a0${page}`)];
  });
}

/** What stands beside a statement: hedge, change, remark and what to read with it. */
export function remarks(statement: Statement, context: KindContext): readonly MappedText[] {
  const { hedge, change, note, see, added, unsourced, if_wrong, as_of, resolves_by } = statement;
  const { labels, date } = context;
  return [
    ...(hedge ? [derive(hedge, (words) => `${labels.hedged}: ${words}`)] : []),
    ...(change ? [changeWords(change, context)] : []),
    ...(if_wrong ? [derive(if_wrong, (words) => `${labels.ifWrong}: ${words}`)] : []),
    ...(note ? [note] : []),
    ...(as_of ? [label(`${labels.asOf} ${date(as_of)}`)] : []),
    ...(resolves_by ? [label(`${labels.resolvesBy} ${date(resolves_by)}`)] : []),
    ...(added ? [label(labels.added)] : []),
    ...(unsourced ? [label(labels.noSource)] : []),
    ...references(see, context),
  ];
}

/** What changed in a statement since the last edition, in words. */
export function changeWords(change: NonNullable<Statement['change']>, context: KindContext): MappedText {
  const direction = change.direction ? context.labels.directions[change.direction] : null;
  if (change.text) return direction ? derive(change.text, (words) => `${direction}: ${words}`) : change.text;
  if (change.was)
    return derive(
      change.was,
      (words) => `${direction ?? context.labels.changed}; ${context.labels.was} ${words}`,
    );
  return label(direction ?? context.labels.changed);
}

/** The chain of relay in words, a line a link; the speaker stands before it, where there is one. */
export function chain(
  statement: Pick<Statement, 'via' | 'sources'>,
  context: KindContext,
): readonly MappedText[] {
  return statement.via.map((link) => {
    const source = link.source ? context.brief.sources.get(link.source) : null;
    const cited = source ?? citedBy(link.name.text, statement, context);
    const details = [
      cited?.outlet?.text,
      cited?.date ? context.date(cited.date) : null,
      link.note?.text,
    ].filter(Boolean);
    return details.length > 0
      ? derive(link.name, (words) => `**${words}** ${details.join(', ')}`)
      : derive(link.name, (words) => `**${words}**`);
  });
}

/** A link that is a mere name may still be the author of a source that the statement cites. */
function citedBy(name: string, statement: Pick<Statement, 'sources'>, context: KindContext) {
  const cited = statement.sources.map(({ source }) => context.brief.sources.get(source));
  return cited.find((source) => source?.short?.text === name || source?.author?.text === name) ?? null;
}

/** The name of a party, or null. */
export function partyName(party: Party | null): MappedText | null {
  return party?.name ?? null;
}

/** Notes of a row as templates list them. */
export function asNotes(texts: readonly MappedText[]): readonly View[] {
  return texts.map((text) => ({ text }));
}
