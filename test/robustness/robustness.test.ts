import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, stackLine } from '../cli/command.js';
import type { Case } from './case.js';
import { faultCases } from './fault-cases.js';
import { hostileCases } from './hostile-cases.js';
import { rowOf } from './page.js';
import { runCase } from './run-case.js';
import { twentyCases } from './twenty-cases.js';

const page = join(root, 'docs/robustness.md');
const parts = { 'Hostile input': hostileCases, 'Faults around a build': faultCases };
const cases = Object.values(parts).flat();
const rows = new Map<string, string>();
let server: Server;
let listener = '';
let reached = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.end('reached'));
  server.on('connection', () => {
    reached += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  // `npm run robustness` writes the page; a test below holds that it is what was measured.
  if (process.env.BRIEFDECK_WRITE_PAGES) writeFileSync(page, pageOf());
});

describe('a build that meets', () => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    async (_, each: Case) => {
      const outcome = await runCase(each, listener);
      rows.set(each.name, rowOf(each, outcome));
      expect(outcome.said).not.toMatch(stackLine);
      expect(outcome.said).not.toMatch(/bug in briefdeck|undefined|\[object/u);
      expect({ code: outcome.code, said: outcome.said }).toMatchObject({ code: each.code });
      for (const code of each.finds ?? []) expect(outcome.findings.map((one) => one.code)).toContain(code);
      const built = each.code === 0 || outcome.said.includes('output/a.html  ');
      if (!built && outcome.outputs.has('a.html')) expect(outcome.outputs.get('a.html')).toBe('previous');
      if (built) expect(outcome.outputs.get('a.html')).not.toBe('previous');
      for (const words of each.never ?? [])
        for (const text of outcome.outputs.values()) expect(text).not.toContain(words);
      expect({ left: outcome.left, reached }).toEqual({ left: [], reached: 0 });
      expect(outcome.names).not.toContain('executed');
    },
    120_000,
  );

  it.skipIf(process.env.BRIEFDECK_WRITE_PAGES)(
    'any of these is told in docs/robustness.md as it was measured',
    () => {
      const lines = readFileSync(page, 'utf8').split('\n');
      expect([...rows.values()].filter((row) => !lines.includes(row))).toEqual([]);
      for (const { what } of twentyCases) expect(readFileSync(page, 'utf8')).toContain(what);
    },
  );
});

describe('the twenty cases that a deck tool must stand', () => {
  it.each(twentyCases.flatMap(({ what, tests }) => tests.map((test) => [what, ...test] as const)))(
    '%s: %s holds it',
    (_, file, words) => expect(readFileSync(join(root, file), 'utf8')).toContain(words),
  );
});

function pageOf(): string {
  const table = (list: readonly Case[]) =>
    [
      '| case | briefdeck | marp-cli 4.5.1 |',
      '|---|---|---|',
      ...list.map(({ name }) => rows.get(name) ?? ''),
    ].join('\n');
  const old = readFileSync(page, 'utf8');
  const tables = Object.entries(parts).map(([title, list]) => `## ${title}\n\n${table(list)}`);
  const held = twentyCases.map(
    ({ what, tests }) => `| ${what} | ${[...new Set(tests.map(([test]) => `\`${test}\``))].join(', ')} |`,
  );
  const twenty = `## Where each is tested\n\n| case | tests |\n|---|---|\n${held.join('\n')}`;
  return `${old.slice(0, old.indexOf('## '))}${[...tables, twenty].join('\n\n')}\n`;
}
