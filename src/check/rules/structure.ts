import type { BriefSlide } from '../../outline/brief.js';
import { wordsOf } from '../../outline/inline.js';
import { contentOf, isFrame, namedBy } from '../facts/argument.js';
import type { BriefFacts } from '../facts/brief-facts.js';
import { counted, sentencesOf, wordsIn } from '../facts/prose.js';
import { rule, works } from './rule.js';

const bluf = 'https://learn.saylor.org/mod/book/view.php?chapterid=60378&id=66741';

/** From so many slides on that say something a brief needs its answer first. */
const fewest = 6;

/** Kinds that carry the argument: each must support something. */
const arguing = new Set(['evidence', 'drivers', 'constraints', 'positions', 'quote', 'staged-plan']);

/** Kinds whose rows are a group in the sense of Minto. */
const grouping = new Set(['drivers', 'constraints', 'options', 'scenarios', 'indicators']);

/** Words that say nothing of what a text is about. */
const empty =
  /^(?:the|and|for|with|that|this|from|have|will|than|then|they|their|there|which|what|when|into|more|most|less|least|not|but|are|was|were|has|had|its|may|might|could|would|should|because|about|both|only|very|likely|unlikely)$/u;

/** How the argument is built: the answer first, and everything behind it. */
export const structureRules = [
  rule({
    id: 'STR-1',
    severity: 'warning',
    finds: `a brief of ${fewest} slides or more, or with key judgements, whose bottom line is missing or comes after the second slide that says something`,
    example: 'seven slides, and the `bluf` last',
    hint: 'Put a `bluf` (in a decision brief the `recommendation`) before everything else.',
    source: bluf,
    languages: null,
    reads: 'brief',
    find: ({ brief }) => {
      const content = contentOf(brief);
      const at = content.findIndex(({ kind }) => isAnswer(kind, brief.type));
      const late = content[at];
      if (late && at > 1)
        return [
          { message: `The bottom line comes only after ${counted(at, 'slide')}.`, pointer: late.pointer },
        ];
      const isLong =
        content.length >= fewest ||
        (content.length > 3 && content.some(({ kind }) => kind === 'key-judgements'));
      const first = content[0];
      if (late || !isLong || !first) return [];
      return [
        {
          message: `None of ${counted(content.length, 'slide')} gives the bottom line.`,
          pointer: first.pointer,
        },
      ];
    },
  }),
  rule({
    id: 'STR-2',
    severity: 'warning',
    finds: 'a bottom line of more than two sentences or 60 words',
    example: 'kind: bluf … text: (three sentences)',
    hint: 'Keep the answer; put its reasons on the slides that it rests on.',
    source: bluf,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      if (slide.kind !== 'bluf') return [];
      const text = wordsOf(slide.text);
      const [sentences, words] = [sentencesOf(text).length, wordsIn(text).length];
      const message = `The bottom line has ${counted(sentences, 'sentence')} and ${words} words.`;
      return sentences > 2 || words > 60 ? [{ message, pointer: slide.text.at ?? slide.pointer }] : [];
    },
  }),
  rule({
    id: 'STR-3',
    severity: 'warning',
    finds: 'a single key judgement, or more than seven in all',
    example: 'kind: key-judgements … points: [one]',
    hint: 'Three to five carry a brief; one is a bottom line.',
    source: 'https://ryanconsulting.ai/courses/intel-collection/intel-brief',
    languages: null,
    reads: 'brief',
    find: (_, facts) => {
      const slides = judgementSlides(facts);
      const number = slides.reduce((sum, { points }) => sum + points.length, 0);
      const [first] = slides;
      if (!first || (number >= 2 && number <= 7 * slides.length && number <= 7)) return [];
      return [
        { message: `The brief has ${counted(number, 'key judgement')}.`, pointer: `${first.pointer}/points` },
      ];
    },
  }),
  rule({
    id: 'STR-4',
    severity: 'warning',
    finds: 'a bottom line that shares no word with the key judgements',
    example: 'a `bluf` on trade above judgements on defence',
    hint: 'Let the judgements carry the bottom line, or let it say what they say.',
    source: works.minto,
    languages: ['en'],
    reads: 'slide',
    find: ({ slide }, facts) => {
      const judged = judgementSlides(facts);
      if (slide.kind !== 'bluf' || judged.length === 0) return [];
      const own = stems(wordsOf(slide.text));
      const texts = judged.flatMap((each) => [each.headline, ...each.points.map(({ text }) => text)]);
      const theirs = new Set(texts.flatMap((text) => stems(wordsOf(text))));
      if (own.some((word) => theirs.has(word))) return [];
      return [
        {
          message: 'The bottom line speaks of nothing that the key judgements name.',
          pointer: slide.text.at ?? slide.pointer,
        },
      ];
    },
  }),
  rule({
    id: 'STR-5',
    severity: 'warning',
    finds: 'a slide that argues and that nothing rests on, where the bottom line names what it rests on',
    example: 'kind: bluf … rests_on: [plan], and an `evidence` slide that no slide names',
    hint: 'Name it in `rests_on` or `see`, put it into the appendix, or leave it out.',
    source: works.minto,
    languages: null,
    reads: 'brief',
    find: ({ brief }) => {
      const content = contentOf(brief);
      const rests = content.some((slide) => slide.kind === 'bluf' && slide.rests_on.length > 0);
      const named = new Set(content.flatMap((slide) => [...namedBy(slide)]));
      if (!rests) return [];
      return content
        .filter(
          (slide) =>
            arguing.has(slide.kind) && !(slide.id && named.has(slide.id)) && namedBy(slide).size === 0,
        )
        .map(({ pointer }) => ({ message: 'Nothing rests on this slide, and it names no other.', pointer }));
    },
  }),
  rule({
    id: 'STR-6',
    severity: 'warning',
    finds: 'a group of one, or of more than seven: drivers, limits, options, scenarios, indicators',
    example: 'kind: drivers … rows: [one]',
    hint: 'Join what belongs together; a single one is no group.',
    source: works.minto,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      const number = grouping.has(slide.kind) && 'rows' in slide ? slide.rows.length : null;
      if (number === null || (number > 1 && number <= 7)) return [];
      const message = number === 1 ? 'The group has a single member.' : `The group has ${number} members.`;
      return [{ message, pointer: `${slide.pointer}/rows` }];
    },
  }),
  rule({
    id: 'STR-7',
    severity: 'warning',
    finds: 'a bottom line that rests on itself, by way of others',
    example: 'two slides, each in the `rests_on` of the other',
    hint: 'Let what is concluded rest on what shows it, and not the other way round.',
    source: works.minto,
    languages: null,
    reads: 'slide',
    find: ({ slide }, { brief }) =>
      slide.kind === 'bluf' && slide.id && restsOn(slide.id, brief.slides)
        ? [{ message: 'The slide rests on itself.', pointer: `${slide.pointer}/rests_on` }]
        : [],
  }),
  rule({
    id: 'STR-8',
    severity: 'warning',
    finds: 'something other than a judgement among the key judgements',
    example: 'kind: key-judgements … {text: Calls fell by half., basis: fact}',
    hint: 'Move it to the slide that shows it.',
    source: works.minto,
    languages: null,
    reads: 'statement',
    find: ({ statement: { basis, pointer }, slide, isBare }) =>
      slide.kind === 'key-judgements' &&
      !isBare &&
      basis !== null &&
      basis !== 'judgement' &&
      slide.basis !== basis
        ? [
            {
              message: `Among the key judgements stands what is called ${basis === 'assumption' ? 'an' : 'a'} ${basis}.`,
              pointer,
            },
          ]
        : [],
  }),
  rule({
    id: 'TIME-1',
    severity: 'warning',
    finds: 'more slides than minutes, or minutes of slides beyond those of the brief',
    example: 'minutes: 5 … eight slides',
    hint: 'A slide takes a minute or more: cut slides, move some to the appendix, or ask for more time.',
    source: works.alley,
    languages: null,
    reads: 'brief',
    find: ({ brief }) => {
      const shown = contentOf(brief).filter((slide) => !isFrame(slide));
      const needed = shown.reduce((sum, slide) => sum + (slide.minutes ?? 1), 0);
      if (brief.minutes === null || needed <= brief.minutes) return [];
      const message = `${counted(shown.length, 'slide')} need ${needed} minutes or more; the brief has ${brief.minutes}.`;
      return [{ message, pointer: '/minutes' }];
    },
  }),
];

function isAnswer(kind: string, type: string): boolean {
  return (
    kind === 'bluf' ||
    (type === 'decision' && (kind === 'recommendation' || kind === 'options')) ||
    (type === 'update' && kind === 'whats-new')
  );
}

function judgementSlides({ subjects }: BriefFacts) {
  return subjects.slide.flatMap(({ slide }) => (slide.kind === 'key-judgements' ? [slide] : []));
}

/** First letters of the words that carry a text. */
function stems(text: string): readonly string[] {
  return wordsIn(text)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2 && !empty.test(word))
    .map((word) => word.slice(0, 5));
}

function restsOn(id: string, slides: readonly BriefSlide[]): boolean {
  const seen = new Set<string>();
  const next = [id];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const slide = slides.find((each) => each.id === at);
    for (const { slide: named } of slide?.kind === 'bluf' ? slide.rests_on : []) {
      if (named === id) return true;
      if (!seen.has(named)) next.push(named);
      seen.add(named);
    }
  }
  return false;
}
