import { wordsOf } from '../../outline/inline.js';
import { isMappedText } from '../../outline/mapped-text.js';
import { isFrame } from '../facts/argument.js';
import type { SlideFacts } from '../facts/brief-facts.js';
import { quoted, wordsIn } from '../facts/prose.js';
import { mayBeVerb } from '../facts/verbs.js';
import { type RuleFinding, rule, works } from './rule.js';

/** Names of topics that are no sentences; one word of these may be a verb. */
const topics =
  /^(?:(?:the|our|key|main|some|general|current|recent) )*(?:aims?|analysis|analyses|approach|assessments?|background|basics|challenges?|conclusions?|considerations?|context|developments?|details|discussion|drivers?|facts?|figures?|findings?|goals?|history|impacts?|implications?|introduction|issues?|judge?ments?|lessons|limits|limitations|messages?|methods?|methodology|next steps|numbers|objectives?|opportunities|options?|outcomes?|outline|outlook|overview|points?|positions?|problems?|progress|purpose|questions?|recommendations?|results?|risks?|scenarios?|scope|situation|sources?|stakeholders?|status|strengths|summary|takeaways?|timeline|trends?|update|way ahead|way forward|weaknesses)(?: (?:of|on|for|in|and) .{1,40})?$/iu;

/** Most items of a list that stays a group. */
const most = 7;

/** Headlines that say what the slide proves, and lists that can be taken in. */
export const headlineRules = [
  rule({
    id: 'HDL-1',
    severity: 'warning',
    finds: 'a headline without a verb: a topic, not a sentence',
    example: 'headline: Overview of the situation',
    hint: 'Write the sentence that the slide proves, such as “Both sides want a settlement”.',
    source: works.alley,
    languages: ['en'],
    reads: 'slide',
    find: (facts) =>
      headlineOf(facts).flatMap(({ text, pointer }) => {
        const words = wordsIn(text);
        const isTopic =
          topics.test(text.replace(/[.:]$/u, '')) || (words.length > 2 && !words.some(mayBeVerb));
        return isTopic
          ? [{ message: `The headline ${quoted(text)} names a topic and claims nothing.`, pointer }]
          : [];
      }),
  }),
  rule({
    id: 'HDL-3',
    severity: 'warning',
    finds: 'a headline that asks',
    example: 'headline: Will the strike end?',
    hint: 'Give the answer.',
    source: 'http://www.speakingaboutpresenting.com/design/makeover-bullet-point-slide/',
    languages: null,
    reads: 'slide',
    find: (facts) =>
      headlineOf(facts).flatMap(({ text, pointer }) =>
        /[?？؟]\s*$/u.test(text)
          ? [{ message: `The headline ${quoted(text)} asks; readers want the answer.`, pointer }]
          : [],
      ),
  }),
  rule({
    id: 'HDL-4',
    severity: 'warning',
    finds: 'a headline in capitals',
    example: 'headline: THE STRIKE WILL END',
    hint: 'Write it as a sentence; the theme gives it weight.',
    source: works.alley,
    languages: null,
    reads: 'slide',
    find: (facts) =>
      headlineOf(facts).flatMap(({ text, pointer }) => {
        const words = wordsIn(text).filter((word) => /\p{L}{2}/u.test(word));
        // Many scripts have no capitals.
        const isLoud =
          words.length > 2 && words.every((word) => /\p{Lu}/u.test(word)) && !/\p{Ll}/u.test(text);
        return isLoud ? [{ message: 'The headline is in capitals.', pointer }] : [];
      }),
  }),
  rule({
    id: 'HDL-5',
    severity: 'warning',
    finds: `a list of more than ${most} points`,
    example: 'points: [a, b, c, d, e, f, g, h]',
    hint: 'Group them under two or three points, or divide the slide.',
    source: works.alley,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      const lists =
        slide.kind === 'points' || slide.kind === 'outlook'
          ? [{ points: slide.points, pointer: slide.pointer }]
          : slide.kind === 'columns'
            ? slide.columns
            : [];
      return lists
        .filter(({ points }) => points.length > most)
        .map(({ points, pointer }) => ({
          message: `The list has ${points.length} points.`,
          pointer: `${pointer}/points`,
        }));
    },
  }),
  rule({
    id: 'HDL-6',
    severity: 'warning',
    finds: 'a figure in the headline that the slide does not hold',
    example: 'headline: Calls fell by 43 % … points: [Calls fell by half.]',
    hint: 'Show the figure on the slide, or leave it out of the headline.',
    source: works.alley,
    languages: null,
    reads: 'slide',
    find: (facts) => headlineOf(facts).flatMap(({ text, pointer }) => strangeFigures(text, pointer, facts)),
  }),
];

interface Headline {
  readonly text: string;
  readonly pointer: string;
}

/** The headline of a slide that says something. */
function headlineOf({ slide }: SlideFacts): readonly Headline[] {
  if (slide.headline === null || isFrame(slide) || slide.kind === 'markdown') return [];
  return [{ text: wordsOf(slide.headline), pointer: slide.headline.at ?? slide.pointer }];
}

function strangeFigures(text: string, pointer: string, { slide }: SlideFacts): readonly RuleFinding[] {
  const figures =
    text.match(/(?<![\p{L}\d])\d[\d.,]*(?![\p{L}\d])/gu)?.map((figure) => figure.replace(/[.,]$/u, '')) ?? [];
  // A picture may show any figure; Markdown and own kinds are not read.
  if (figures.length === 0 || slide.kind === 'image' || slide.kind.startsWith('own:')) return [];
  const held = valuesIn({ ...slide, headline: null }).join(' ');
  const strange = figures.filter(
    (figure) => !new RegExp(`(?<!\\d)${figure.replace('.', '\\.')}(?!\\d)`, 'u').test(held),
  );
  return strange.map((figure) => ({
    message: `The slide does not hold the ${figure} of its headline.`,
    pointer,
  }));
}

/** Texts, numbers, dates and counts of lists of a slide. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  if (isMappedText(value)) return [value.text];
  const count = Array.isArray(value) ? [String(value.length)] : [];
  const fields = Object.entries(value).filter(([name]) => name !== 'pointer');
  return [...count, ...fields.flatMap(([, child]) => valuesIn(child))];
}
