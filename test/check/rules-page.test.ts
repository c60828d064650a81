import { expect, test } from 'vitest';
import { briefRules } from '../../src/check/rules/brief-rules.js';
import { rulesPage } from './rules-page.js';

// To write it anew: npx vitest run test/check/rules-page.test.ts --update
test('docs/rules.md is what the rows of the rules say, and holds every one of them', async () => {
  const page = rulesPage();
  const headings = [...page.matchAll(/^### (\S+)$/gmu)].map(([, id]) => id);
  expect(headings.toSorted()).toEqual(briefRules.map(({ id }) => id).toSorted());
  await expect(page).toMatchFileSnapshot('../../docs/rules.md');
});
