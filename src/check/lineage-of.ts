import type { Brief } from '../outline/brief.js';
import { wordsOf } from '../outline/inline.js';
import { namedBy } from './facts/argument.js';
import { factsOf, type SlideFacts } from './facts/brief-facts.js';
import { nameOf, originOf, wayOf } from './facts/lineage.js';

/** A source behind a judgement, and how it reached us. */
export interface SourceBehind {
  readonly id: string;
  readonly name: string;
  /** Names of those through which it came, nearest to us last. */
  readonly through: readonly string[];
  /** Whether we have read it ourselves. */
  readonly held: boolean;
}

/** What a judgement rests on. */
export interface Lineage {
  readonly pointer: string;
  /** Headline of its slide. */
  readonly slide: string;
  readonly text: string;
  readonly likelihood: string | null;
  readonly confidence: string | null;
  /** Headlines of the slides that it names as its grounds. */
  readonly rests: readonly string[];
  readonly sources: readonly SourceBehind[];
  /** How many independent origins these come to. */
  readonly origins: number;
  /** Said to have no source. */
  readonly unsourced: boolean;
}

/** What each judgement of a brief rests on: bottom lines, key judgements and every other, in the order of the slides. */
export function lineageOf(brief: Brief): readonly Lineage[] {
  const { subjects } = factsOf(brief);
  return subjects.slide.flatMap((facts) => [
    ...bottomLine(facts, subjects.slide, brief),
    ...judgements(facts, subjects.slide, brief),
  ]);
}

/** A bottom line rests on what its own slide cites, and on what the slides cite that it rests on. */
function bottomLine({ slide }: SlideFacts, slides: readonly SlideFacts[], brief: Brief): readonly Lineage[] {
  if (slide.kind !== 'bluf') return [];
  const grounds = slides.filter((each) => each.slide.id !== null && namedBy(slide).has(each.slide.id));
  const cited = [slide, ...grounds.map((each) => each.slide)].flatMap(sourcesIn);
  return [
    {
      pointer: `${slide.pointer}/text`,
      slide: wordsOf(slide.headline),
      text: wordsOf(slide.text),
      likelihood: slide.likelihood?.word?.text ?? null,
      confidence: slide.confidence,
      rests: grounds.map((each) => headlineOf(each)),
      ...behind(cited, brief),
      unsourced: false,
    },
  ];
}

function judgements(facts: SlideFacts, slides: readonly SlideFacts[], brief: Brief): readonly Lineage[] {
  return facts.statements.flatMap(({ statement, basis, citations }) => {
    if (basis !== 'judgement') return [];
    const named = new Set(statement.see.map(({ slide }) => slide));
    const grounds = slides.filter(({ slide }) => slide.id !== null && named.has(slide.id));
    return [
      {
        pointer: statement.pointer,
        slide: headlineOf(facts),
        text: wordsOf(statement.text),
        likelihood: statement.likelihood?.word?.text ?? null,
        confidence: statement.confidence,
        rests: grounds.map((each) => headlineOf(each)),
        ...behind(
          citations.map(({ source }) => source),
          brief,
        ),
        unsourced: statement.unsourced,
      },
    ];
  });
}

function headlineOf({ slide }: SlideFacts): string {
  return slide.headline ? wordsOf(slide.headline) : (slide.id ?? slide.kind);
}

/** Ids of the sources that anything on a slide cites. */
function sourcesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'source' in value && typeof value.source === 'string' ? [value.source] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

function behind(ids: readonly string[], brief: Brief): Pick<Lineage, 'sources' | 'origins'> {
  const own = [...new Set(ids)];
  const name = (id: string) => shownName(id, brief);
  const sources = own.map((id) => ({
    id,
    name: name(id),
    through: wayOf(id, brief).slice(1).map(name),
    held: brief.sources.get(id)?.held ?? true,
  }));
  return { sources, origins: new Set(own.map((id) => originOf(id, brief))).size };
}

/** The view may be handed on: who must not be named is not named. */
function shownName(id: string, brief: Brief): string {
  const source = brief.sources.get(id);
  return source && source.attribution !== 'named' ? 'a source that is not named' : nameOf(id, source);
}
