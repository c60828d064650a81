/** What a deck tool must stand, and the tests that hold it: file, and words of the test. */
export interface HeldCase {
  readonly what: string;
  readonly tests: readonly (readonly [file: string, words: string])[];
}

const robust = 'test/robustness/robustness.test.ts';
const hostile = 'test/robustness/hostile-cases.ts';
const faults = 'test/robustness/fault-cases.ts';
const ending = 'test/cli/ending.test.ts';
const loss = 'test/browser/loss.test.ts';
const files = 'test/cli/files.test.ts';
const badInput = 'test/cli/bad-input.test.ts';
const many = 'test/robustness/many-decks.test.ts';

/** All but the preview server, which has tests of its own. */
export const twentyCases: readonly HeldCase[] = [
  {
    what: 'No temporary file and no process is left, after success, failure, signals and a lost browser; what a killed run left, the next one sweeps',
    tests: [
      [robust, 'left: []'],
      [ending, 'leaves no process and no file'],
      [loss, 'its folder to the next run'],
    ],
  },
  {
    what: 'No text of a deck outside its outputs',
    tests: [
      [robust, 'left: []'],
      ['test/browser/deck.test.ts', 'leaves no file and no process'],
    ],
  },
  {
    what: 'Disk full: the previous edition stays, exit 4 names path and bytes',
    tests: [[files, 'cannot hold all bytes']],
  },
  {
    what: 'Several writers of one path are never mixed',
    tests: [
      ['test/effects/node-files.test.ts', 'several write at once'],
      [many, 'two runs'],
    ],
  },
  {
    what: 'Refused before rendering: output = input, a folder, a link, under a file, an unknown format',
    tests: [
      [files, 'is refused before anything is read'],
      [faults, 'An unknown format'],
    ],
  },
  {
    what: 'Bad YAML and unknown fields: all at once, with place, line and what is accepted',
    tests: [
      [badInput, 'told with its place'],
      ['test/outline/errors.test.ts', 'test/errors'],
    ],
  },
  {
    what: 'One missing input of several: named, the others built',
    tests: [
      [faults, 'One input of two is missing'],
      [many, 'one that is bad'],
    ],
  },
  {
    what: 'YAML bombs: aliases, cycles, depth, 5 MB, `__proto__`',
    tests: [
      [badInput, 'alias'],
      [hostile, 'One text of 5 MB'],
    ],
  },
  {
    what: 'Bombs of Markdown, CSS and templates end at the deadline',
    tests: [
      [hostile, 'Comments that never end'],
      [hostile, 'Styles nested'],
      [hostile, 'A template with 20,000 blocks'],
    ],
  },
  {
    what: 'Text in a field is text',
    tests: [
      ['test/cli/naughty.test.ts', 'as they were written'],
      ['test/robustness/fuzz.test.ts', 'text in is text out'],
    ],
  },
  {
    what: 'No request reaches a listener',
    tests: [
      ['test/browser/requests.test.ts', 'reaches nothing'],
      [robust, 'reached: 0'],
    ],
  },
  {
    what: 'No file outside the folder is read',
    tests: [
      [hostile, 'Pictures by absolute'],
      [badInput, 'a picture outside the folder'],
    ],
  },
  {
    what: 'Pictures that are missing, damaged, huge or bombs',
    tests: [
      [hostile, 'A PNG of 900 million pixels'],
      [hostile, 'An SVG of a billion entities'],
    ],
  },
  {
    what: 'What never ends in the browser ends at one deadline, and the next deck is fine',
    tests: [
      [hostile, 'billion squares'],
      [many, 'one that never ends'],
    ],
  },
  {
    what: 'A killed browser in a batch: the deck is drawn again',
    tests: [
      [loss, 'is replaced once'],
      [loss, 'each of them is drawn again'],
    ],
  },
  { what: 'Signals during a run', tests: [[ending, 'SIGHUP']] },
  {
    what: '2,000 slides, with progress and bounded memory',
    tests: [['test/bench/many-decks.mjs', 'memory']],
  },
  { what: 'Nothing of an untrusted folder is executed', tests: [[hostile, 'Configuration and packages']] },
  {
    what: 'The same bytes in another folder, time zone and language',
    tests: [[many, 'the same bytes']],
  },
];
