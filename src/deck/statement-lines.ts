import type { Statement } from '../outline/brief.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import type { View } from './deck.js';
import type { KindContext } from './kind-view.js';
import { type BasisWord, badge, derive, isPassedOn, remarks } from './pieces.js';

/** One step of a chain of relay: who passed it on, and where and when. */
export interface ChainLink {
  readonly name: MappedText;
  readonly detail: MappedText | null;
}

/** Several texts as one, at the place of the first; null where there are none. */
export function joined(texts: readonly (MappedText | null)[], between: string): MappedText | null {
  const there = texts.filter((text) => text !== null);
  const first = there.find(({ at }) => at !== null) ?? there[0];
  if (first === undefined) return null;
  return {
    text: there.map(({ text }) => text).join(between),
    at: first.at,
    form: there.length === 1 ? first.form : 'inline',
  };
}

/** The way of a statement from its speaker to where we read it, link by link. */
export function links(
  statement: Pick<Statement, 'via' | 'sources'>,
  context: KindContext,
): readonly ChainLink[] {
  const { sources } = context.brief;
  const named = new Set(statement.via.map(({ source }) => source));
  const cited = statement.sources.flatMap(({ source }) => (named.has(source) ? [] : [sources.get(source)]));
  return statement.via.map((link) => {
    const own = link.source === null ? null : sources.get(link.source);
    const known = (source: (typeof cited)[number]) =>
      [source?.short?.text, source?.author?.text].includes(link.name.text);
    const source = own ?? cited.find(known);
    const date = source?.date ? label(context.date(source.date)) : null;
    const outlet = source?.outlet?.text === link.name.text ? null : (source?.outlet ?? null);
    return { name: link.name, detail: joined([outlet, date, link.note], ', ') };
  });
}

/** Lower and upper figure of a likelihood, "55–80"; null where the outline gives none. */
export function range(likelihood: Statement['likelihood'], context: KindContext): string | null {
  if (likelihood === null || likelihood.from === null || likelihood.to === null) return null;
  if (context.brief.scale?.show_range === 'none' && likelihood.word) return null;
  return `${likelihood.from}–${likelihood.to}`;
}

/** A likelihood in words: "**likely** 55–80 %", or "not stated". */
export function likelihoodWords(likelihood: Statement['likelihood'], context: KindContext): MappedText {
  const figures = range(likelihood, context);
  const beside = figures ? `${figures} %` : '';
  if (likelihood?.word) return derive(likelihood.word, (word) => `**${word}** ${beside}`.trim());
  return label(beside || context.labels.notStated);
}

/** What stands in small beneath a statement of a list: whose it is, how sure, and its remarks; null where there is nothing. */
export function beneath(statement: Statement, context: KindContext): MappedText | null {
  const { labels } = context;
  const { by, likelihood } = statement;
  const way = [
    ...(by ? [by.name] : []),
    ...statement.via.map(({ name }) => derive(name, (words) => `${labels.via} ${words}`)),
  ];
  const chance = joined([joined(way, ', '), likelihood ? likelihoodWords(likelihood, context) : null], '; ');
  return howSure(chance, statement, context);
}

/** How sure a statement is, and its remarks, behind what goes before: ICD 203 never has a likelihood and a confidence in one sentence. */
export function howSure(
  before: MappedText | null,
  statement: Statement,
  context: KindContext,
): MappedText | null {
  const { confidence, because } = statement;
  const rest = [because, ...remarks(statement, context)];
  if (confidence === null) return joined([before, ...rest], '; ');
  const sure = label(`${context.labels.confidence}: ${confidence}`);
  return joined([before, joined([sure, ...rest], '; ')], '. ');
}

/** The basis that all statements share; null where they differ or none has one. */
export function sharedBasis(statements: readonly Statement[]): BasisWord | null {
  const [first] = statements;
  return first &&
    statements.every((each) => each.basis === first.basis && isPassedOn(each) === isPassedOn(first))
    ? first.basis
    : null;
}

/** Whether statements need a badge each: some have a basis that the slide's own badge does not tell. */
export function needBadges(statements: readonly Statement[], own: BasisWord | null): boolean {
  return statements.some((each) => each.basis !== null && (each.basis !== own || isPassedOn(each)));
}

/** The badge of one statement, hollow where it was passed on. */
export function badgeOf(statement: Statement, context: KindContext): View | null {
  return badge(statement.basis, context, isPassedOn(statement));
}
