import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { build } from '../../src/build.js';
import type { BuildRequest, DeckReport, Format } from '../../src/build-types.js';
import { nodeEffects } from '../../src/effects/node.js';
import type { LineTarget } from '../../src/pptx/text/line-model.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Outlines whose decks must be right in every way: the samples, and one for each slide kind. */
export const goldenOutlines: readonly string[] = [...outlinesIn('data'), ...outlinesIn('test/golden/kinds')];

function outlinesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(root, folder, name));
}

/** A deck that was built, and how to read what came of it. */
export interface BuiltDeck {
  readonly name: string;
  readonly input: string;
  readonly report: DeckReport;
  /** Where an output lies. */
  readonly path: (format: Format) => string;
  readonly bytes: (format: Format) => Uint8Array;
}

const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** An empty folder, gone after the tests of the file. */
export function makeFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'briefdeck-pptx-'));
  folders.push(path);
  return path;
}

/** Builds outlines in this process, with one browser for all of them. */
export async function buildDecks(
  inputs: readonly string[],
  formats: readonly Format[],
  pptxFor: LineTarget = 'powerpoint',
  more: Partial<BuildRequest> = {},
): Promise<readonly BuiltDeck[]> {
  const out = makeFolder();
  const browser = null;
  const request = {
    inputs,
    formats,
    out,
    theme: null,
    templates: null,
    strict: false,
    browser,
    concurrency: 1,
    date: null,
    scale: 2,
    pptxFor,
    ...more,
  };
  const { decks } = await build(request, nodeEffects());
  return decks.map((report, index) => {
    const input = inputs[index] ?? '';
    const name = basename(input).replace(/\.(?:yaml|md)$/u, '');
    const path = (format: Format) => join(out, `${name}.${format}`);
    return { name, input, report, path, bytes: (format) => readFileSync(path(format)) };
  });
}
