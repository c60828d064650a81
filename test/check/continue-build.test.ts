import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { expect, it } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';

/** Kinds whose text can go on, and what makes their golden slide longer: more items, or longer texts where items are limited. */
const kinds = {
  points: { items: 4 },
  'key-judgements': { texts: 5 },
  positions: { items: 4 },
  drivers: { items: 4 },
  constraints: { items: 4 },
  gaps: { items: 4 },
  indicators: { items: 4 },
  scenarios: { texts: 4 },
  implications: { items: 4 },
  options: { items: 4 },
  outlook: { texts: 9 },
  'whats-new': { items: 4 },
  table: { items: 4 },
  comparison: { texts: 6 },
  agenda: { items: 4 },
  'back-matter': { items: 4 },
} as const;

interface Growth {
  readonly items?: number;
  readonly texts?: number;
}

type Outline = { slides: { kind?: string; headline?: string; horizons?: unknown; rows?: unknown[] }[] };

function longer(value: unknown, by: Growth, key = ''): unknown {
  if (Array.isArray(value)) {
    const again = /^(?:points|rows|items)$/u.test(key) ? (by.items ?? 1) : 1;
    return Array.from({ length: again }, () => value.map((each) => longer(each, by))).flat();
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'id' || key === 'slide')
        .map(([name, each]) => [name, longer(each, by, name)]),
    );
  const isText = typeof value === 'string' && (key === 'text' || (key === '' && value.length > 20));
  return isText
    ? Array(by.texts ?? 1)
        .fill(value)
        .join(' ')
    : value;
}

/** The golden outline of a kind with its own slides alone, each made longer. */
function outlineOf(kind: string, by: Growth): string {
  const golden = load(readFileSync(join(root, `test/golden/kinds/${kind}.yaml`), 'utf8')) as Outline;
  const isOwn = (slide: Outline['slides'][number]) =>
    (slide.kind ?? 'points') === kind && slide.horizons === undefined && (slide.rows?.length ?? 1) > 0;
  const kept = golden.slides.map((slide) => (isOwn(slide) ? longer(slide, by, 'slide') : slide));
  return dump({ ...golden, slides: kept });
}

it('leaves no text beyond its box where slides of kinds that can go on hold several times as much', () => {
  const folder = makeFolder(
    Object.fromEntries(Object.entries(kinds).map(([kind, by]) => [`${kind}.yaml`, outlineOf(kind, by)])),
  );
  const files = Object.keys(kinds).map((kind) => join(folder, `${kind}.yaml`));
  const { out } = run(['build', ...files, '--to', 'pdf', '--out', makeFolder(), '--json'], root);
  const { decks } = JSON.parse(out);
  const found = decks.map(
    ({ input, diagnostics }: { input: string; diagnostics: { code: string; message: string }[] }) => ({
      input,
      continued: diagnostics.some(({ code }) => code === 'FIT-3'),
      errors: diagnostics
        .filter(({ code }) => /^(?:FIT-[12]|LOSS-|TEMPLATE-)/u.test(code))
        .map(({ message }) => message),
    }),
  );
  expect(found).toEqual(files.map((input) => ({ input, continued: true, errors: [] })));
}, 300_000);
