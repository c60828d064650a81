import { scales } from '../../outline/scales.js';
import { sentencesOf } from '../facts/prose.js';
import { rule, works } from './rule.js';

const jointly = [
  ...new Set(Object.values(scales).flatMap((degrees) => degrees.flatMap(({ words }) => words))),
];
const likelihoodWord = new RegExp(
  `\\b(?:${jointly.toSorted((a, b) => b.length - a.length).join('|')})\\b`,
  'iu',
);
const confidenceWord =
  /\b(?:(?:very )?(?:high|moderate|medium|low) confidence|confidence (?:is |: ?)?(?:very )?(?:high|moderate|medium|low)|(?:highly|moderately|fairly|very) confident)\b/iu;

/** Words that leave open how likely something is; `May` with a capital is the month. */
const vague =
  /\b(?:may|might|could|[Pp]ossibl[ey]|[Pp]ossibility|[Pp]erhaps|[Pp]otentially|[Cc]onceivabl[ey]|(?:cannot|can not|can’t|can't) be (?:ruled out|excluded|discounted)|not (?:be )?(?:ruled out|excluded|discounted)|a chance (?:that|of)|risk of)\b/gu;
/** Where these words say something else. */
const innocent =
  /\b(?:as \w+ as|if|where|when|wherever|whenever) possible\b|\b(?:best|worst) possible\b|\brealistic possibility\b/giu;

const stacked =
  /\b(?:(?:may|might|could) (?:well )?(?:possibly|potentially|perhaps|conceivably|probably|likely)|(?:possibly|perhaps|potentially|probably|likely) (?:may|might|could)|(?:we|I) (?:believe|think|feel|assume|assess)(?: that)? (?:it is |it seems )?(?:likely|unlikely|possible|probable|probably|possibly|perhaps|(?:it|this|they) (?:may|might|could)))\b/iu;
const intensifier =
  /\b(?:clearly|obviously|undoubtedly|undeniably|unquestionably|of course|without (?:a )?doubt|no doubt|needless to say|certainly)\b/iu;
/** Degrees of a scale hold this word too. */
const calibrated = /\b(?:almost|virtually|nearly) certainly\b/giu;

/** How uncertainty is put into words. */
export const uncertaintyWordRules = [
  rule({
    id: 'UNC-1',
    severity: 'error',
    finds: 'a likelihood and a confidence in one sentence',
    example: 'We judge with high confidence that a strike is likely.',
    hint: 'Give the likelihood in the sentence, the confidence in `confidence` and what it rests on in `because`.',
    source: works.icd203,
    languages: ['en'],
    reads: 'text',
    find: ({ words, pointer }) =>
      sentencesOf(words).flatMap((sentence) => {
        const [likely, sure] = [likelihoodWord.exec(sentence)?.[0], confidenceWord.exec(sentence)?.[0]];
        if (likely === undefined || sure === undefined) return [];
        const message = `"${likely}" is a likelihood and "${sure}" a confidence; they stand in one sentence.`;
        return [{ message, pointer }];
      }),
  }),
  rule({
    id: 'UNC-2',
    severity: 'warning',
    finds:
      'a judgement that leaves open how likely something is: may, might, could, possible, cannot be excluded',
    example: '{text: Talks could fail., basis: judgement}',
    hint: 'Give `likelihood` by a word of the scale; where the hedge is the source’s, quote it in `hedge`.',
    source: works.wintle,
    languages: ['en'],
    reads: 'judgement',
    find: ({ words, pointer, statement }, { brief }) => {
      const found = [...new Set(words.replace(innocent, '').match(vague) ?? [])];
      if (found.length === 0 || statement?.likelihood || isRated(statement, brief.slides, pointer)) return [];
      const list = found.map((word) => `"${word}"`).join(', ');
      return [{ message: `The judgement leaves its likelihood open: ${list}.`, pointer }];
    },
  }),
  rule({
    id: 'UNC-5',
    severity: 'warning',
    finds: 'one hedge on another: may possibly, could potentially, we believe it is likely',
    example: '{text: Talks may possibly fail., basis: judgement}',
    hint: 'Keep one of them, or give `likelihood`.',
    source: works.icd203,
    languages: ['en'],
    reads: 'judgement',
    find: ({ words, pointer }) => {
      const found = stacked.exec(words)?.[0];
      return found === undefined ? [] : [{ message: `"${found}" hedges twice.`, pointer }];
    },
  }),
  rule({
    id: 'UNC-7',
    severity: 'warning',
    finds: 'a judgement made louder without evidence: clearly, obviously, undoubtedly, of course',
    example: '{text: Moscow clearly wants talks., basis: judgement}',
    hint: 'Leave the word out; say in `because` what the judgement rests on.',
    source: works.icd203,
    languages: ['en'],
    reads: 'judgement',
    find: ({ words, pointer }) => {
      const found = intensifier.exec(words.replace(calibrated, ''))?.[0];
      return found === undefined
        ? []
        : [{ message: `"${found}" adds nothing that a reader could check.`, pointer }];
    },
  }),
];

/** A bottom line carries its likelihood beside its text, not in a statement. */
function isRated(
  statement: unknown,
  slides: readonly { readonly pointer: string }[],
  pointer: string,
): boolean {
  if (statement !== null) return false;
  const slide = slides.find((each) => pointer.startsWith(`${each.pointer}/`));
  return slide !== undefined && 'likelihood' in slide && slide.likelihood !== null;
}
