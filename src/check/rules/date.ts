import { contentOf } from '../facts/argument.js';
import { quoted } from '../facts/prose.js';
import { rule, works } from './rule.js';
import { isLater } from './source-entries.js';

const number = '(?:\\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few)';
const relative = new RegExp(
  `\\b(?:yesterday|the day before|last (?:night|week|month|year|spring|summer|autumn|winter)|${number} (?:hour|day|week|month|year)s? (?:ago|earlier|later|before))\\b`,
  'iu',
);

/** Dates that can still be read when the brief is a year old. */
export const dateRules = [
  rule({
    id: 'DATE-1',
    severity: 'error',
    finds:
      'an event after the cutoff that is not marked as planned; a warning where a brief with sources and judgements has no cutoff',
    example: 'cutoff: 2017-12-07 … events: [{date: 2018-02-09, text: The Games open.}]',
    hint: 'Add `planned: true`, or move the cutoff.',
    source: works.icd206,
    languages: null,
    reads: 'brief',
    find: ({ brief }, { subjects }) => {
      const { cutoff } = brief;
      const judges = contentOf(brief).some(({ kind }) => kind === 'key-judgements' || kind === 'bluf');
      if (cutoff === null) {
        const isOpen = judges && subjects.source.some(({ isCited }) => isCited);
        const hint = 'Add `cutoff`: the day up to which information was taken in.';
        const message = 'Nothing says up to when information was taken in.';
        return isOpen ? [{ message, pointer: '', severity: 'warning', hint }] : [];
      }
      const events = subjects.slide.flatMap(({ slide }) => (slide.kind === 'timeline' ? slide.events : []));
      return events.flatMap(({ date, planned, text, pointer }) =>
        date !== null && !planned && isLater(date, cutoff)
          ? [
              {
                message: `${quoted(text.text)} is dated ${date}, after the cutoff ${cutoff}.`,
                pointer: `${pointer}/date`,
              },
            ]
          : [],
      );
    },
  }),
  rule({
    id: 'DATE-2',
    severity: 'warning',
    finds: 'a fact or a position dated by “last week” or “three days earlier”',
    example: '{text: Talks broke off last week., basis: fact}',
    hint: 'Write the date, or add `as_of`: nobody knows later what it was counted from.',
    source: works.jsp101,
    languages: ['en'],
    reads: 'statement',
    find: ({ statement, basis }) => {
      const found = relative.exec(statement.text.text)?.[0];
      const isDated = statement.as_of !== null || ('date' in statement && statement.date !== null);
      if (found === undefined || isDated || (basis !== 'fact' && basis !== 'position')) return [];
      const message = `"${found}" is counted from a day that readers do not know.`;
      return [{ message, pointer: statement.text.at ?? statement.pointer }];
    },
  }),
  rule({
    id: 'FCT-1',
    severity: 'info',
    finds: 'in a brief that gives `resolves_by`, a forecast without a date by which it can be scored',
    example: '{text: Talks begin., basis: judgement, likelihood: likely} beside one with `resolves_by`',
    hint: 'Add `resolves_by`, or say by when in the text.',
    source: works.icd203,
    languages: ['en'],
    reads: 'brief',
    find: (_, { subjects }) => {
      const open = subjects.statement.filter(({ statement, slide }) => {
        const isDated =
          statement.resolves_by !== null ||
          (slide.kind === 'scenarios' && slide.horizon !== null) ||
          (slide.kind === 'outlook' && slide.horizons.length > 0) ||
          timed.test(statement.text.text);
        return statement.likelihood !== null && !isDated;
      });
      const all = subjects.statement.filter(({ statement }) => statement.likelihood !== null).length;
      const [first] = open;
      const scores = subjects.statement.some(({ statement }) => statement.resolves_by !== null);
      if (!first || !scores) return [];
      const message = `${open.length} of ${all} statement${all === 1 ? '' : 's'} with a likelihood ${open.length === 1 ? 'has' : 'have'} no date by which ${open.length === 1 ? 'it' : 'they'} can be scored.`;
      return [{ message, pointer: `${first.statement.pointer}/likelihood` }];
    },
  }),
];

/** Words that say by when. */
const timed =
  /\b(?:(?:by|before|until|till|through|within|during|after|in) (?:the )?(?:end of |middle of |early |late |mid-?)?(?:\d|a |the |this|next|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year|one|two|three|six|twelve)|this (?:week|month|year)|next (?:week|month|year)|\d{4})\b/iu;
