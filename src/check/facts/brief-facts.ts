import { citedSources } from '../../deck/cited.js';
import type { Brief, BriefSlide, Citations, Source, Statement } from '../../outline/brief.js';
import { wordsOf } from '../../outline/inline.js';
import { isMappedText, type MappedText } from '../../outline/mapped-text.js';

/** The outline as a whole. */
export interface WholeFacts {
  readonly brief: Brief;
  /** Primary subtag of its language, such as `en`. */
  readonly language: string;
}

/** A slide that is shown, with what stands on it. */
export interface SlideFacts {
  readonly slide: BriefSlide;
  readonly statements: readonly StatementFacts[];
  readonly texts: readonly TextFacts[];
  readonly language: string;
}

/** A statement of a slide. */
export interface StatementFacts {
  readonly statement: Statement;
  readonly slide: BriefSlide;
  /** Its own basis, its slide's, or that of the slide's kind; null where none says. */
  readonly basis: Statement['basis'];
  /** A bare text: rules on basis and sources leave it alone. */
  readonly isBare: boolean;
  /** Its own citations, or its slide's. */
  readonly citations: Citations;
  readonly language: string;
}

/** A text of a slide that readers see as prose. */
export interface TextFacts {
  /** Without emphasis, links and code marks. */
  readonly words: string;
  readonly text: MappedText;
  readonly pointer: string;
  /** Name of its field; of a bare statement that of the list it stands in. */
  readonly field: string;
  readonly slide: BriefSlide;
  /** The statement whose text it is. */
  readonly statement: Statement | null;
  readonly language: string;
}

/** An entry of `sources`. */
export interface SourceFacts {
  readonly id: string;
  readonly source: Source;
  /** Whether a slide cites it, or one that reached us through it. */
  readonly isCited: boolean;
  readonly language: string;
}

/** What rules read, by the name of it. */
export interface Subjects {
  readonly brief: WholeFacts;
  readonly slide: SlideFacts;
  readonly statement: StatementFacts;
  readonly text: TextFacts;
  /** Texts that judge: statements, headlines and bottom lines that are judgements. */
  readonly judgement: TextFacts;
  readonly source: SourceFacts;
}

/** All that rules read of a brief. */
export interface BriefFacts {
  readonly brief: Brief;
  readonly subjects: { readonly [K in keyof Subjects]: readonly Subjects[K][] };
}

/** Gathers once what all rules read; hidden slides are in no output and are left alone. */
export function factsOf(brief: Brief): BriefFacts {
  const language = primary(brief.language ?? 'en');
  const slides = brief.slides.filter(({ hidden }) => !hidden).map((slide) => slideFacts(slide, language));
  const texts = slides.flatMap((slide) => slide.texts);
  const cited = citedSources(brief);
  const sources = [...brief.sources].map(([id, source]) => ({
    id,
    source,
    isCited: cited.has(id),
    language,
  }));
  return {
    brief,
    subjects: {
      brief: [{ brief, language }],
      slide: slides,
      statement: slides.flatMap(({ statements }) => statements),
      text: texts,
      judgement: texts.filter(isJudgement),
      source: sources,
    },
  };
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? 'en';
}

/** Kinds whose statements have a basis without saying so. */
const impliedBasis: Readonly<Record<string, Statement['basis']>> = {
  'key-judgements': 'judgement',
  positions: 'position',
  outlook: 'judgement',
  scenarios: 'judgement',
};

/** Tells a statement from the other mappings of a slide. */
function isStatement(value: object): value is Statement {
  return 'unsourced' in value && 'basis' in value && 'via' in value && 'text' in value;
}

function slideFacts(slide: BriefSlide, briefLanguage: string): SlideFacts {
  const language = slide.language ? primary(slide.language) : briefLanguage;
  const statements: StatementFacts[] = [];
  const texts: TextFacts[] = [];
  const visit = (value: unknown, field: string, spoken: string, holder: Statement | null): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isMappedText(value)) {
      const pointer = value.at ?? '';
      if (value.form !== 'inline' || !`${pointer}/`.startsWith(`${slide.pointer}/`)) return;
      const statement = field === 'text' || holder?.text === value ? holder : null;
      texts.push({
        words: wordsOf(value),
        text: value,
        pointer,
        field,
        slide,
        statement,
        language: spoken,
      });
      return;
    }
    const own = !Array.isArray(value) && isStatement(value) ? value : null;
    const inner = own?.language ? primary(own.language) : spoken;
    if (own) statements.push(statementFacts(own, slide, inner));
    for (const [name, child] of Object.entries(value)) {
      if (!unread.has(name)) visit(child, Array.isArray(value) ? field : name, inner, own ?? holder);
    }
  };
  visit(slide, '', language, null);
  return { slide, statements, texts, language };
}

/** Fields whose texts are names, marks or others' words. */
const unread = new Set([
  ...['by', 'via', 'who', 'on', 'parties', 'lanes', 'portion', 'marking', 'audience', 'language'],
  ...['hedge', 'original', 'at', 'ignore', 'sources'],
]);

function statementFacts(statement: Statement, slide: BriefSlide, language: string): StatementFacts {
  return {
    statement,
    slide,
    basis: statement.basis ?? impliedBasis[slide.kind] ?? null,
    isBare: statement.text.at === statement.pointer,
    citations: statement.sources.length > 0 ? statement.sources : slide.sources,
    language,
  };
}

/** Kinds that name what to watch or what is missing: their texts judge nothing. */
const notJudging = new Set(['indicators', 'gaps', 'scenarios']);

function isJudgement({ field, slide, statement, text, pointer }: TextFacts): boolean {
  if (notJudging.has(slide.kind)) return false;
  if (statement) {
    const isOwn = statement.text === text;
    return isOwn && (statement.basis ?? impliedBasis[slide.kind]) === 'judgement';
  }
  if (field === 'headline') return slide.basis === 'judgement';
  const isBottomLine = slide.kind === 'bluf' && pointer === `${slide.pointer}/text`;
  return isBottomLine && (slide.basis === null || slide.basis === 'judgement');
}
