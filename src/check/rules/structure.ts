import { wordsOf } from '../../outline/inline.js';
import { contentOf } from '../facts/argument.js';
import type { BriefFacts } from '../facts/brief-facts.js';
import { counted, sentencesOf, wordsIn } from '../facts/prose.js';
import { rule, works } from './rule.js';

const bluf = 'https://learn.saylor.org/mod/book/view.php?chapterid=60378&id=66741';

/** From so many slides on that say something a brief needs its answer first. */
const fewest = 6;

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
