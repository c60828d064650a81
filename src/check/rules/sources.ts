import type { BriefSlide } from '../../outline/brief.js';
import type { SlideFacts, StatementFacts } from '../facts/brief-facts.js';
import { nameOf, originOf } from '../facts/lineage.js';
import { counted, listOf, quoted, wordsIn } from '../facts/prose.js';
import { type RuleFinding, rule, works } from './rule.js';

/** Longest quotation, in words. */
const longest = 40;

/** Whether what is stated has a source, and whose. */
export const sourceRules = [
  rule({
    id: 'SRC-1',
    severity: 'error',
    finds: 'a fact or a position without a source',
    example: '{text: Calls fell by half., basis: fact}',
    hint: 'Name its `sources`, those of the slide, or write `unsourced: true`: the slide then says so.',
    source: works.icd206,
    languages: null,
    reads: 'slide',
    find: ({ slide, statements }) => {
      const bare = statements.filter(isUnsourced).map(({ statement: { text, pointer }, basis }) => ({
        message: `The ${basis} ${quoted(text.text)} has no source.`,
        pointer,
      }));
      return bare.length > 0 ? bare : slideWithout(slide, statements);
    },
  }),
  rule({
    id: 'SRC-2',
    severity: 'error',
    finds: 'a position without its holder',
    example: '{text: No use of force., basis: position, sources: [rt]}',
    hint: 'Add `by`: who holds it.',
    source: works.icd203,
    languages: null,
    reads: 'statement',
    find: ({ statement: { text, by, pointer }, basis, isBare, slide }) => {
      const isHeld = by !== null || ('by' in slide && slide.by !== null);
      return basis === 'position' && !isBare && !isHeld
        ? [{ message: `Nobody holds the position ${quoted(text.text)}.`, pointer }]
        : [];
    },
  }),
  rule({
    id: 'SRC-5',
    severity: 'warning',
    finds: 'key judgements that rest on one source, or on several of one origin',
    example: 'kind: key-judgements … sources: [speech]',
    hint: 'Add an independent source, or say in `confidence` and `because` what resting on one means.',
    source: works.icd203,
    languages: null,
    reads: 'slide',
    find: ({ slide, statements }, { brief }) => {
      if (slide.kind !== 'key-judgements') return [];
      const alone = statements.flatMap(({ statement, citations }) => {
        const ids = [...new Set(citations.map(({ source }) => source))];
        const origins = [...new Set(ids.map((id) => originOf(id, brief)))];
        return origins.length === 1 ? [{ origin: origins[0] ?? '', ids, statement }] : [];
      });
      const groups = new Set(alone.map(keyOf));
      return [...groups].flatMap((key) =>
        oneOrigin(
          alone.filter((each) => keyOf(each) === key),
          slide,
          (id) => nameOf(id, brief.sources.get(id)),
        ),
      );
    },
  }),
  rule({
    id: 'SRC-7',
    severity: 'warning',
    finds: `a quotation of more than ${longest} words`,
    example: 'kind: quote … text: (fifty words)',
    hint: 'Quote the words that matter, with … for what is left out; or write `paraphrase: true` and give the sense.',
    source: works.icd206,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      if (slide.kind !== 'quote' || slide.paraphrase) return [];
      const length = wordsIn(slide.text.text).length;
      return length > longest
        ? [{ message: `The quotation has ${length} words.`, pointer: slide.text.at ?? slide.pointer }]
        : [];
    },
  }),
  rule({
    id: 'SRC-10',
    severity: 'warning',
    finds: 'statements that are said to have no source',
    example: '{text: Moscow fears refugees., basis: judgement, unsourced: true}',
    hint: 'Find a source, or weigh the slide’s argument by what is left without them.',
    source: works.icd206,
    languages: null,
    reads: 'slide',
    find: ({ statements }) => {
      const bare = statements.filter(({ statement }) => statement.unsourced);
      const [first] = bare;
      if (!first) return [];
      const names = bare.map(({ statement }) => quoted(nameIn(statement) ?? statement.text.text));
      const of = statements.length > 1 ? ` of ${counted(statements.length, 'statement')}` : '';
      const message = `${bare.length}${of || (bare.length === 1 ? ' statement' : ' statements')} ${bare.length === 1 ? 'has' : 'have'} no source: ${listOf(names)}.`;
      return [{ message, pointer: `${first.statement.pointer}/unsourced` }];
    },
  }),
  rule({
    id: 'SRC-11',
    severity: 'warning',
    finds: 'cited sources that are all on one side',
    example:
      'sources: {a: {author: A, side: russia}, b: {author: B, side: russia}, c: {author: C, side: russia}}',
    hint: 'Look for sources of the others; say in `source_summary` that there are none.',
    source: works.icd206,
    languages: null,
    reads: 'brief',
    find: ({ brief }, { subjects }) => {
      const sided = subjects.source.flatMap(({ source: { side }, isCited }) =>
        isCited && side ? [side] : [],
      );
      const names = new Set(sided.map(({ id, name }) => id ?? name.text));
      const [first] = sided;
      if (!first || sided.length < 3 || names.size > 1) return [];
      const neutral = subjects.source.filter(({ source, isCited }) => isCited && !source.side).length;
      const rest = neutral > 0 ? `; of ${counted(neutral, 'other')} no side is named` : '';
      const message = `All ${sided.length} cited sources whose side is named are on the side of ${first.name.text}${rest}.`;
      const pointer = brief.source_summary?.at ?? '/sources';
      return [{ message, pointer }];
    },
  }),
];

/** Statements that must have a source and name none; a link of the chain may be one. */
function isUnsourced({ statement, basis, isBare, citations, slide }: StatementFacts): boolean {
  if (isBare || statement.unsourced || (basis !== 'fact' && basis !== 'position')) return false;
  const via = [...statement.via, ...('via' in slide ? slide.via : [])];
  return citations.length === 0 && !via.some(({ source }) => source !== null);
}

/** A slide that is called fact or position as a whole, with no source anywhere on it. */
function slideWithout(slide: BriefSlide, statements: readonly StatementFacts[]): readonly RuleFinding[] {
  const { basis, sources, pointer } = slide;
  if ((basis !== 'fact' && basis !== 'position') || sources.length > 0) return [];
  const isCredited = slide.kind === 'image' && slide.credit !== null;
  const isQuoted =
    slide.kind === 'quote' && (slide.outlet !== null || slide.via.some(({ source }) => source));
  const hasOwn = statements.some(
    ({ statement }) => statement.sources.length > 0 || statement.unsourced || statement.via.length > 0,
  );
  if (isCredited || isQuoted || hasOwn || namesSources(slide)) return [];
  const hint = 'Name its `sources`, or take the basis away.';
  return [
    { message: `The slide is called a ${basis} and names no source.`, pointer: `${pointer}/basis`, hint },
  ];
}

/** Whether anything on a slide cites: cells, stages, columns of a comparison. */
function namesSources(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('source' in value && typeof value.source === 'string') return true;
  return Object.values(value).some(namesSources);
}

function keyOf({ origin, ids }: { readonly origin: string; readonly ids: readonly string[] }): string {
  return `${origin} ${ids.join(' ')}`;
}

function oneOrigin(
  group: readonly { readonly ids: readonly string[]; readonly statement: StatementFacts['statement'] }[],
  slide: SlideFacts['slide'],
  name: (id: string) => string,
): readonly RuleFinding[] {
  const [first] = group;
  if (!first) return [];
  const what = group.length === 1 ? 'The key judgement rests' : `${group.length} key judgements rest`;
  const names = first.ids.map(name);
  const on = names.length === 1 ? `one source, ${names[0]}` : `${listOf(names)}, which go back to one origin`;
  const own =
    first.statement.sources.length > 0 ? `${first.statement.pointer}/sources` : `${slide.pointer}/sources`;
  return [{ message: `${what} on ${on}.`, pointer: own }];
}

function nameIn(statement: object): string | null {
  const name = 'name' in statement ? statement.name : null;
  return typeof name === 'object' && name !== null && 'text' in name ? String(name.text) : null;
}
