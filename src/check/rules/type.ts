import type { BriefSlide } from '../../outline/brief.js';
import { contentOf } from '../facts/argument.js';
import type { BriefFacts } from '../facts/brief-facts.js';
import { rule } from './rule.js';

const army =
  'https://www.yumpu.com/en/document/view/22032702/fm-5-0-the-operations-process-federation-of-american-scientists/219';
const decision = 'https://armychaplain.tpub.com/TC1_05/Section-Ii-Decision-Briefing-Cont-150.htm';

/** What a brief of its type must hold and must not. */
export const typeRules = [
  rule({
    id: 'TYPE-1',
    severity: 'warning',
    finds: 'a recommendation in an information brief (`type: information`, the default)',
    example: 'type: information … kind: recommendation',
    hint: 'Write `type: decision`, or give implications in place of advice.',
    source: army,
    languages: null,
    reads: 'slide',
    find: ({ slide }, { brief }) =>
      brief.type === 'information' && adviceIn(slide)
        ? [{ message: 'A brief that informs holds a recommendation.', pointer: slide.pointer }]
        : [],
  }),
  rule({
    id: 'TYPE-2',
    severity: 'warning',
    finds:
      'a decision brief without the problem, facts, assumptions, two options, a recommendation, or what is asked of the reader',
    example: 'type: decision … options alone',
    hint: 'Readers who decide need each of them; see `context`, `options`, `recommendation` and `basis: assumption`.',
    source: decision,
    languages: null,
    reads: 'brief',
    find: ({ brief }, facts) => {
      if (brief.type !== 'decision') return [];
      const missing = Object.entries(needed).flatMap(([what, has]) => (has(facts) ? [] : [what]));
      const message = `The decision brief lacks: ${missing.join(', ')}.`;
      return missing.length > 0 ? [{ message, pointer: '/type' }] : [];
    },
  }),
  rule({
    id: 'TYPE-3',
    severity: 'warning',
    finds: 'a recommendation that takes up none of the options of the brief',
    example: 'kind: recommendation without `option`, beside a slide of options',
    hint: 'Give the option an `id`, and name it in `option`.',
    source: decision,
    languages: null,
    reads: 'slide',
    find: ({ slide }, { brief }) => {
      const hasOptions = contentOf(brief).some(({ kind }) => kind === 'options');
      return slide.kind === 'recommendation' && slide.option === null && hasOptions
        ? [{ message: 'The recommendation names none of the options.', pointer: slide.pointer }]
        : [];
    },
  }),
];

/** Whether a slide recommends. */
function adviceIn(slide: BriefSlide): boolean {
  return slide.kind === 'recommendation' || (slide.kind === 'options' && slide.recommendation !== null);
}

/** The parts of a decision brief, and what tells that they are there. */
const needed: Readonly<Record<string, (facts: BriefFacts) => boolean>> = {
  'the problem (`context`)': ({ brief }) => brief.slides.some(({ kind }) => kind === 'context'),
  facts: (facts) => has(facts, 'fact'),
  assumptions: (facts) => has(facts, 'assumption'),
  'two options or more': ({ brief }) =>
    brief.slides.some((slide) => slide.kind === 'options' && slide.rows.length > 1),
  'a recommendation': ({ brief }) =>
    brief.slides.some(
      (slide) => adviceIn(slide) || (slide.kind === 'options' && slide.rows.some((row) => row.recommended)),
    ),
  'what is asked (`ask`)': ({ brief }) => brief.slides.some((slide) => 'ask' in slide && slide.ask !== null),
};

function has({ subjects }: BriefFacts, basis: 'fact' | 'assumption'): boolean {
  return (
    subjects.slide.some(({ slide }) => slide.basis === basis) ||
    subjects.statement.some((statement) => statement.basis === basis)
  );
}
