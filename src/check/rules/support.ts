import type { BriefSlide } from '../../outline/brief.js';
import { contentOf, isFrame, namedBy } from '../facts/argument.js';
import { counted } from '../facts/prose.js';
import { rule, works } from './rule.js';

/** Kinds that carry the argument: each must support something. */
const arguing = new Set(['evidence', 'drivers', 'constraints', 'positions', 'quote', 'staged-plan']);

/** Kinds whose rows are a group in the sense of Minto. */
const grouping = new Set(['drivers', 'constraints', 'options', 'scenarios', 'indicators']);

/** What supports what, in groups that hold together and in the time that there is. */
export const supportRules = [
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
