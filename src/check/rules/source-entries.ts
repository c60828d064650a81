import { nameOf } from '../facts/lineage.js';
import { counted } from '../facts/prose.js';
import { type RuleFinding, rule, works } from './rule.js';

/** Grades in which the letter says as much as the figure; F6 says that neither can be judged, and is no grade. */
const diagonal = new Set(['A1', 'B2', 'C3', 'D4', 'E5']);

/** Addresses that are made to last. */
const lasting = /^https?:\/\/(?:dx\.)?doi\.org\//iu;

/** Whether the entries of `sources` say what readers need. */
export const sourceEntryRules = [
  rule({
    id: 'SRC-3',
    severity: 'warning',
    finds: 'a cited source without a date, or with neither author nor outlet',
    example: 'sources: {speech: {author: Sergey Lavrov}}',
    hint: 'Add what is missing; where a date is not known, say so in `date_note`.',
    source: works.icd206,
    languages: null,
    reads: 'source',
    find: ({ id, source, isCited }) => {
      const { date, date_note, author, outlet, pointer } = source;
      const missing = [
        ...(date === null && date_note === null ? ['a date'] : []),
        ...(author === null && outlet === null ? ['an author or outlet'] : []),
      ];
      if (!isCited || missing.length === 0) return [];
      return [{ message: `The source "${nameOf(id, source)}" lacks ${missing.join(' and ')}.`, pointer }];
    },
  }),
  rule({
    id: 'SRC-4',
    severity: 'info',
    finds: 'a source that no slide cites, where slides cite others',
    example: 'sources: {a: {author: A}, b: {author: B}} … sources: [a]',
    hint: 'Cite it where it is used, or take it out.',
    source: works.icd206,
    languages: null,
    reads: 'source',
    find: ({ id, source, isCited }, { subjects }) =>
      isCited || !subjects.source.some((other) => other.isCited)
        ? []
        : [{ message: `No slide cites the source "${nameOf(id, source)}".`, pointer: source.pointer }],
  }),
  rule({
    id: 'SRC-6',
    severity: 'warning',
    finds: 'a source that was not read, without who passed it on',
    example: 'sources: {speech: {author: Sergey Lavrov, held: false}}',
    hint: 'Add `via`: the source that told of it; or read it and take `held: false` away.',
    source: works.icd206,
    languages: null,
    reads: 'source',
    find: ({ id, source }) =>
      source.held || source.via !== null
        ? []
        : [
            {
              message: `"${nameOf(id, source)}" was not read, and nothing says who passed it on.`,
              pointer: `${source.pointer}/held`,
            },
          ],
  }),
  rule({
    id: 'SRC-8',
    severity: 'warning',
    finds: 'an address without the date when it was read (DOIs excepted)',
    example: 'sources: {page: {outlet: Port office, date: 2026, url: "https://example.org/a"}}',
    hint: 'Add `accessed`: pages change.',
    source: works.icd206,
    languages: null,
    reads: 'source',
    find: ({ id, source }) =>
      source.url === null || source.accessed !== null || lasting.test(source.url)
        ? []
        : [
            {
              message: `Nothing says when the page of "${nameOf(id, source)}" was read.`,
              pointer: `${source.pointer}/url`,
            },
          ],
  }),
  rule({
    id: 'SRC-9',
    severity: 'info',
    finds:
      'grades that all lie on the diagonal (A1, B2, C3 …), as if source and information had been graded as one',
    example: 'grades A1, B2 and C3, and no others',
    hint: 'Grade the record of the source and the credibility of what it says apart from each other.',
    source: works.admiralty,
    languages: null,
    reads: 'brief',
    find: (_, { subjects }) => {
      const graded = subjects.source.filter(({ source: { grade } }) => grade !== null && grade !== 'F6');
      const isDrifted =
        graded.length >= 3 && graded.every(({ source: { grade } }) => diagonal.has(grade ?? ''));
      const message = `All ${graded.length} grades have a letter and a figure of the same height.`;
      return isDrifted ? [{ message, pointer: `${graded[0]?.source.pointer ?? '/sources'}/grade` }] : [];
    },
  }),
  rule({
    id: 'SRC-12',
    severity: 'warning',
    finds: 'a cited source that is later than the cutoff',
    example: 'cutoff: 2026-11-20 … sources: {radio: {outlet: Radio, date: 2026-11-22}}',
    hint: 'Move the cutoff, or take the source out.',
    source: works.icd206,
    languages: null,
    reads: 'source',
    find: ({ id, source, isCited }, { brief: { cutoff } }): readonly RuleFinding[] => {
      const { date, pointer } = source;
      if (cutoff === null || date === null || !isCited || !isLater(date, cutoff)) return [];
      const message = `"${nameOf(id, source)}" is of ${date}, later than the cutoff ${cutoff}.`;
      return [{ message, pointer: `${pointer}/date` }];
    },
  }),
  rule({
    id: 'SRC-13',
    severity: 'info',
    finds: 'a brief whose newest source is more than a year older than its cutoff',
    example: 'cutoff: 2026-11-20 … the newest source of 2024',
    hint: 'Look for newer sources, or say in `source_summary` that there are none.',
    source: works.icd206,
    languages: null,
    reads: 'brief',
    find: ({ brief: { cutoff } }, { subjects }): readonly RuleFinding[] => {
      const dates = subjects.source.flatMap(({ source: { date }, isCited }) =>
        date && isCited ? [date] : [],
      );
      const newest = dates.toSorted().at(-1);
      if (cutoff === null || newest === undefined) return [];
      const years = Number(cutoff.slice(0, 4)) - Number(newest.slice(0, 4));
      const isOld = years > 1 || (years === 1 && cutoff.slice(5) > (newest.slice(5) || '12-31'));
      const message = `The newest of ${counted(dates.length, 'cited source')} is of ${newest}, more than a year before the cutoff ${cutoff}.`;
      return isOld ? [{ message, pointer: '/cutoff' }] : [];
    },
  }),
];

/** Whether a date is surely after another: of two that are not given to the day, the shorter decides. */
export function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}
