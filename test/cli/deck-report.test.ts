import { expect, it } from 'vitest';
import { brokenDeck } from '../../src/deck-report.js';
import { BriefdeckError } from '../../src/diagnostics/briefdeck-error.js';

it.each([
  [1, 'DRAW-1'],
  [3, 'BROWSER-1'],
  [4, 'FILE-1'],
] as const)('what breaks one deck with exit code %i is the finding %s of that deck', (exitCode, code) => {
  const { report } = brokenDeck('a.yaml', new BriefdeckError('no', exitCode, 'do'));
  expect(report).toMatchObject({ input: 'a.yaml', exitCode, outputs: [] });
  expect(report.diagnostics).toMatchObject([{ code, message: 'no', file: 'a.yaml', hint: 'do' }]);
});

it.each([new BriefdeckError('wrong usage', 2), new TypeError('a bug')])(
  'what is not the matter of one deck ends the run: %s',
  (error) => {
    expect(() => brokenDeck('a.yaml', error)).toThrow(error);
  },
);
