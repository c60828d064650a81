import { chmodSync, lstatSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { OutlineEdit } from '../../src/dev/outline-edit.js';
import { parseYaml } from '../../src/outline/parse-yaml.js';
import { valueAt, withValueAt } from '../../src/outline/pointed.js';
import { root } from '../cli/command.js';
import { stringsOf } from '../outputs/texts.js';
import { outlineOf, type Served, serve } from './preview.js';

/** Asks the server as its page does. */
async function post({ url }: Served, body: unknown): Promise<{ status: number; answer: unknown }> {
  const headers = { 'Content-Type': 'application/json', Origin: new URL(url).origin };
  const response = await fetch(`${url}ask`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? null : JSON.parse(text) };
}

/** The version of the outline that is drawn now. */
async function versionOf({ url }: Served): Promise<number> {
  const response = await fetch(`${url}events`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const version = /"kind":"outline","version":(\d+)/u.exec(text)?.[1];
    if (version !== undefined) return Number(version);
  }
  throw new Error('the server told no version');
}

/** Pseudo-random numbers below a limit, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
}

describe('edits through the server', () => {
  test('200 random ones leave every other byte of the real outline; undone, it is as it was', async () => {
    // A field that is not known keeps the deck from being drawn 400 times, which edits do not wait for.
    const real = `${readFileSync(join(root, 'data/russia-north-korea.yaml'), 'utf8')}bogus: 1\n`;
    const served = await serve({ 'deck.yaml': real });
    const path = join(served.cwd, 'deck.yaml');
    const below = numbers(11);
    let before = read(real);
    const texts = stringsOf(before.value).filter(({ text }) => text.split(' ').length > 2);
    // The server takes ten at once one after the other.
    for (let round = 0; round < 20; round += 1) {
      const pointers = new Set<string>();
      while (pointers.size < 10) pointers.add(texts[below(texts.length)]?.pointer ?? '');
      const edits = [...pointers].map((pointer, index): OutlineEdit => {
        const was = textAt(before, pointer).trimEnd();
        return {
          what: 'text',
          pointer,
          was,
          now: was.replace(/ \S+/u, ` word ${round}/${index}: “it’s” #1`),
        };
      });
      const answers = edits.map((edit) => post(served, { kind: 'edit', version: 0, edit }));
      for (const { answer } of await Promise.all(answers)) expect(answer).toMatchObject({ ok: true });
      const after = read(readFileSync(path, 'utf8'));
      expectOnly(before, after, edits);
      before = after;
    }
    const undone = Array.from({ length: 200 }, () => post(served, { kind: 'undo' }));
    for (const { answer } of await Promise.all(undone)) expect(answer).toMatchObject({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe(real);
    expect((await post(served, { kind: 'undo' })).answer).toEqual({
      ok: false,
      reason: 'There is nothing to undo.',
    });
    expect((await post(served, { kind: 'redo' })).answer).toMatchObject({ ok: true });
  }, 240_000);

  test('slides are moved and hidden by the version that was seen, no other', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const path = join(served.cwd, 'deck.yaml');
    const version = await versionOf(served);
    const move = { what: 'move', from: 0, to: 2 };
    const stale = await post(served, { kind: 'edit', version: version + 1, edit: move });
    expect(stale.answer).toMatchObject({ ok: false, reason: expect.stringContaining('look again') });
    expect(readFileSync(path, 'utf8')).toBe(outlineOf());
    const done = await post(served, { kind: 'edit', version, edit: move });
    expect(done.answer).toEqual({ ok: true, edited: { place: 'deck.yaml:4' } });
    await vi.waitFor(async () => expect(await versionOf(served)).toBe(version + 1), { timeout: 20_000 });
    const hide = { what: 'hide', slide: 7, hidden: true };
    await post(served, { kind: 'edit', version: version + 1, edit: hide });
    expect(readFileSync(path, 'utf8')).toContain('  - hidden: true\n    headline: Headline number 8\n');
  });

  test('a file that cannot be written is left as it is, with the reason; the history stays', async () => {
    const served = await serve({ 'deck.yaml': outlineOf() });
    const path = join(served.cwd, 'deck.yaml');
    const text = (was: string, now: string) => ({
      kind: 'edit',
      version: 0,
      edit: { what: 'text', pointer: '/title', was, now },
    });
    expect((await post(served, text('Harbour talks', 'Dock talks'))).answer).toMatchObject({ ok: true });
    const edited = readFileSync(path, 'utf8');
    chmodSync(path, 0o444);
    expect((await post(served, text('Dock talks', 'Quay talks'))).answer).toEqual({
      ok: false,
      reason: 'The file deck.yaml could not be written: it is write-protected.',
    });
    expect((await post(served, { kind: 'undo' })).answer).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toBe(edited);
    expect(statSync(path).mode & 0o777).toBe(0o444);
    chmodSync(path, 0o644);
    expect((await post(served, { kind: 'undo' })).answer).toMatchObject({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe(outlineOf());
    renameSync(path, `${path}.real`);
    symlinkSync(`${path}.real`, path);
    const linked = await post(served, text('Harbour talks', 'Quay talks'));
    expect(linked.answer).toMatchObject({
      ok: false,
      reason: expect.stringContaining('it is a symbolic link'),
    });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(outlineOf());
  });

  test('Marp decks are edited in the editor; what is no request is refused', async () => {
    const served = await serve({ 'deck.md': '# One\n' }, ['deck.md']);
    for (const body of [{ kind: 'text', pointer: '#L1' }, { kind: 'undo' }])
      expect((await post(served, body)).answer).toMatchObject({
        ok: false,
        reason: expect.stringContaining('outlines (.yaml) only'),
      });
    for (const edit of [
      null,
      { what: 'text', pointer: '/title', was: 'A' },
      { what: 'move', from: -1, to: 0 },
      { what: 'move', from: 0.5, to: 0 },
      { what: 'hide', slide: 0, hidden: 'yes' },
    ])
      expect((await post(served, { kind: 'edit', version: 0, edit })).status).toBe(400);
    expect(readFileSync(join(served.cwd, 'deck.md'), 'utf8')).toBe('# One\n');
  });
});

type Read = Extract<ReturnType<typeof parseYaml>, { ok: true }>;

function read(source: string): Read {
  const parsed = parseYaml(new TextEncoder().encode(source), '');
  if (!parsed.ok) throw new Error('the outline cannot be read any more');
  return parsed;
}

function textAt({ value }: Read, pointer: string): string {
  const text = valueAt(value, pointer);
  return typeof text === 'string' ? text : '';
}

/** The values that were edited read as they were sent, all others as before, and no byte outside of their scalars has changed. */
function expectOnly(before: Read, after: Read, edits: readonly OutlineEdit[]): void {
  const texts = edits.flatMap((edit) => (edit.what === 'text' ? [edit] : []));
  for (const { pointer, now } of texts) expect(textAt(after, pointer).trimEnd()).toBe(now);
  const expected = texts.reduce<unknown>(
    (value, { pointer }) => withValueAt(value, pointer, textAt(after, pointer)),
    before.value,
  );
  expect(after.value).toEqual(expected);
  const pointers = texts.map(({ pointer }) => pointer);
  expect(cutOut(after, pointers)).toBe(cutOut(before, pointers));
}

/** The source without these scalars and the quotes around them. */
function cutOut({ source, positions }: Read, pointers: readonly string[]): string {
  const places = pointers.map((pointer) => positions.scalar(pointer));
  const sorted = places.flatMap((place) => place ?? []).toSorted((a, b) => b.start - a.start);
  expect(sorted).toHaveLength(pointers.length);
  return sorted.reduce((text, { start, end }) => {
    const quote = /["']/u.test(text.charAt(start - 1)) && text.charAt(start - 1) === text.charAt(end) ? 1 : 0;
    return `${text.slice(0, start - quote)}…${text.slice(end + quote)}`;
  }, source);
}
