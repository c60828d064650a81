import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';

const folder = join(root, 'test/golden/kinds');
const outlines = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

test('the golden outline of every kind builds without a finding', () => {
  const files = outlines.map((file) => join(folder, file));
  const { code, out } = run(
    ['build', ...files, '--to', 'pdf', '--out', makeFolder(), '--strict', '--json'],
    root,
  );
  const { decks } = JSON.parse(out);
  const findings = decks.flatMap((deck: { diagnostics: readonly unknown[] }) => deck.diagnostics);
  expect(findings).toEqual([]);
  expect(decks).toHaveLength(outlines.length);
  expect(code).toBe(0);
}, 300_000);
