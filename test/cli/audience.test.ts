import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../pptx/package.js';
import { makeFolder, run } from './command.js';

/** Words that stand in what is for the Cabinet alone, and nowhere else. */
const secrets = [
  'Zebrahead',
  'Zebratext',
  'Zebranotes',
  'Zebrasource',
  'Zebraagenda',
  'Zebrapoint',
  'Zebralt',
  'Zebraclaim',
  'Zebrareason',
];

const outline = `title: Harbour talks
language: en
audience: [Cabinet, Port staff]
sources:
  a: { title: Open paper, outlet: Harbour Radio, date: 2026 }
  b: { title: Zebrasource, outlet: Harbour Radio, date: 2026, via: c }
  c: { title: Zebrasource two, outlet: Harbour Radio, date: 2026 }
slides:
  - kind: agenda
    items: [{ text: The open part, slide: open }, { text: Zebraagenda, slide: hush }]
  - headline: This part is open
    id: open
    sources: [a]
    see: [hush]
    points: [The first, { text: Zebrapoint, basis: judgement, audience: [Cabinet], sources: [b], because: Zebrareason }]
  - headline: Zebrahead
    id: hush
    audience: [Cabinet]
    sources: [b]
    notes: Zebranotes
    points: [Zebratext]
  - kind: image
    headline: Zebrahead two
    audience: [cabinet]
    file: dot.svg
    alt: Zebralt
  - kind: evidence
    headline: What its kind needs is withheld
    claim: { text: Zebraclaim, audience: [Cabinet] }
    support: [One]
`;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

/** Every text that can be got out of a file: of a package all parts, of a PDF all streams and strings. */
function allText(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.pptx')) {
    const parts = [...openPackage(bytes).parts.values()];
    return parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
  }
  if (!path.endsWith('.pdf')) return bytes.toString('utf8');
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/gu)].map(({ index, 0: head }) =>
    inflated(bytes, index + head.length),
  );
  const hex = [...raw.matchAll(/<([0-9A-Fa-f]{4,})>/gu)].map(([, digits]) => digits ?? '');
  return [
    raw,
    ...streams,
    ...hex.map((digits) => Buffer.from(digits, 'hex').swap16().toString('utf16le')),
  ].join('\n');
}

function inflated(bytes: Buffer, from: number): string {
  try {
    return inflateSync(bytes.subarray(from), { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

/** Builds the outline for an audience into all formats that hold text; gives what was found and all text of each file. */
function built(audience: readonly string[]) {
  const folder = makeFolder({ 'a.yaml': outline, 'dot.svg': dot });
  const { code, out } = run(['build', 'a.yaml', '--to', 'md,html,pdf,pptx', '--json', ...audience], folder);
  const [deck] = JSON.parse(out).decks;
  const files: readonly { format: string; path: string }[] = deck.outputs;
  const texts = new Map(files.map(({ format, path }) => [format, allText(join(folder, path))]));
  const codes: readonly string[] = deck.diagnostics.map(({ code: each }: { code: string }) => each);
  return { code, slides: deck.slides, codes, texts, folder };
}

describe('what is for one audience', () => {
  test('is in no output that others get: not in bodies, notes, alternative texts, sources, agenda, tags or properties', () => {
    const { code, slides, codes, texts } = built([]);
    expect({ code, slides, codes }).toEqual({ code: 0, slides: 4, codes: ['AUD-1'] });
    for (const [format, text] of texts) {
      expect([format, secrets.filter((word) => text.includes(word))]).toEqual([format, []]);
      expect([format, text.includes('This part is open') || format === 'pdf']).toEqual([format, true]);
    }
  });

  test('is in the copy of that audience and in the copy with everything, whatever case the name is written in', () => {
    for (const audience of ['CABINET', 'all']) {
      const { code, slides, codes, texts } = built(['--audience', audience]);
      expect({ code, slides, codes }).toEqual({ code: 0, slides: 7, codes: ['AUD-3'] });
      const md = texts.get('md') ?? '';
      // Notes and alternative texts are there as well.
      expect(secrets.filter((word) => !md.includes(word))).toEqual([]);
    }
  });

  test('is found in a PPTX and an HTML that hold it, so that the search is one that can fail', () => {
    const { texts } = built(['--audience', 'all']);
    for (const format of ['html', 'pptx'])
      expect([format, texts.get(format)?.includes('Zebratext')]).toEqual([format, true]);
  });

  test('an audience that nobody is in is an error with the nearest name, and nothing is written', () => {
    const folder = makeFolder({ 'a.yaml': outline, 'dot.svg': dot });
    const { code, err } = run(['build', 'a.yaml', '--audience', 'Cabinnet'], folder);
    expect(code).toBe(1);
    expect(err).toContain('Nothing in the outline is for the audience "Cabinnet".');
    expect(err).toContain('Did you mean "Cabinet"?');
    expect(err).toContain('nothing written');
  });
});
