import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editFile } from '../../src/dev/edit-file.js';
import { editHistory } from '../../src/dev/edit-history.js';
import { editableText, makeEdit, type OutlineEdit } from '../../src/dev/outline-edit.js';
import { nodeFiles } from '../../src/effects/node-files.js';
import { root } from '../cli/command.js';
import { stringsOf } from '../outputs/texts.js';

const real = readFileSync(join(root, 'data/russia-north-korea.yaml'), 'utf8');
const files = nodeFiles(root);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefdeck-edit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The edit path of the preview: the file as it is now, edited, written. */
async function edit(path: string, shown: string, change: OutlineEdit) {
  return editFile(path, files, (source) => makeEdit(source, shown, change));
}

describe('edits from the preview', () => {
  test('200 random ones change what was asked for; taken back one by one, the file is as it was, byte for byte', async () => {
    const path = join(folder, 'brief.yaml');
    writeFileSync(path, real);
    const count = 17;
    const history = editHistory();
    let state = 7;
    const below = (limit: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 65_536) % limit;
    };
    const refused: string[] = [];
    for (let round = 0; round < 200; round += 1) {
      const shown = readFileSync(path, 'utf8');
      const changes: readonly OutlineEdit[] = [
        { what: 'move', from: below(count), to: below(count) },
        { what: 'hide', slide: below(count), hidden: below(2) === 0 },
      ];
      const texts = stringsOf(load(shown)).filter(({ text }) => text.split(' ').length > 2);
      const pointer = texts[below(texts.length)]?.pointer ?? '';
      const there = editableText(shown, pointer);
      const was = there.ok ? there.text : '';
      const words = was.replace(/ \S+/u, ` word ${round}: “it’s”`);
      const text: OutlineEdit = { what: 'text', pointer, was, now: words };
      const change = round % 10 < 8 ? text : changes[round % 2];
      if (!there.ok || !change) continue;
      const result = await edit(path, shown, change);
      if (!result.ok) refused.push(`${JSON.stringify(change)}: ${result.reason}`);
      else history.made(result.before, result.after);
    }
    expect(refused).toEqual([]);
    let undone = 0;
    for (;;) {
      const result = await editFile(path, files, history.undo);
      if (!result.ok) {
        expect(result.reason).toBe('There is nothing to undo.');
        break;
      }
      undone += 1;
    }
    expect(undone).toBeGreaterThan(150);
    expect(readFileSync(path, 'utf8')).toBe(real);
  }, 60_000);

  test('a text that was changed in the file meanwhile is not overwritten', async () => {
    const path = join(folder, 'brief.yaml');
    const shown = 'title: Harbour talks\nslides:\n  - headline: A\n  - headline: B\n';
    writeFileSync(path, shown.replace('Harbour', 'Port'));
    const change = { what: 'text', pointer: '/title', was: 'Harbour talks', now: 'Dock talks' } as const;
    expect(await edit(path, shown, change)).toEqual({
      ok: false,
      reason: 'The file says something else here by now: “Port talks”.',
    });
    expect(readFileSync(path, 'utf8')).toContain('Port talks');
    expect(await edit(path, shown, { what: 'move', from: 0, to: 1 })).toMatchObject({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('title: Port talks\nslides:\n  - headline: B\n  - headline: A\n');
  });

  test('a slide that came in the file meanwhile and says the same is not taken for the one that was shown', async () => {
    const path = join(folder, 'brief.yaml');
    const shown = 'title: T\nslides:\n  - headline: A\n    kicker: Same\n';
    const since = shown.replace('slides:\n', 'slides:\n  - headline: New\n    kicker: Same\n');
    writeFileSync(path, since);
    const change = { what: 'text', pointer: '/slides/0/kicker', was: 'Same', now: 'Other' } as const;
    expect(await edit(path, shown, change)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('came or went'),
    });
    expect(readFileSync(path, 'utf8')).toBe(since);
    expect(await edit(path, since, change)).toMatchObject({ ok: true });
  });

  test('slides that were changed in the file meanwhile are neither moved nor hidden', async () => {
    const path = join(folder, 'brief.yaml');
    const shown = 'title: T\nslides:\n  - headline: A\n  - headline: B\n';
    writeFileSync(path, 'title: T\nslides:\n  - headline: New\n  - headline: A\n  - headline: B\n');
    for (const change of [
      { what: 'move', from: 0, to: 1 },
      { what: 'hide', slide: 0, hidden: true },
    ] as const)
      expect(await edit(path, shown, change)).toMatchObject({
        ok: false,
        reason: expect.stringContaining('meanwhile'),
      });
  });

  test('a file saved between reading and writing is left alone', async () => {
    const path = join(folder, 'brief.yaml');
    writeFileSync(path, 'title: A\n');
    const result = await editFile(path, files, (source) => {
      writeFileSync(path, 'title: Theirs\n');
      return { ok: true, source: source.replace('A', 'Ours') };
    });
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining('another program') });
    expect(readFileSync(path, 'utf8')).toBe('title: Theirs\n');
  });

  test.each([
    ['nothing is written there', '/slides/0/number', 'put together'],
    ['a list', '/slides', 'put together'],
  ])('%s: refused with a reason', (_, pointer, reason) => {
    expect(editableText('title: A\nslides:\n  - headline: B\n', pointer)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  test('the text of a statement is edited in its `text`, Markdown as it is written', () => {
    const source = 'slides:\n  - points:\n      - text: The **strike** ends # soon\n        basis: fact\n';
    expect(editableText(source, '/slides/0/points/0')).toEqual({
      ok: true,
      pointer: '/slides/0/points/0/text',
      text: 'The **strike** ends',
    });
  });
});

describe('taking back', () => {
  const before = 'title: A\nslides:\n  - headline: One\n  - headline: Two\n  - headline: Three\n';
  const after = before.replace('Two', 'Second');

  test('leaves what was changed elsewhere since', () => {
    const history = editHistory();
    history.made(before, after);
    const since = after.replace('title: A', 'title: Another');
    expect(history.undo(since)).toEqual({ ok: true, source: since.replace('Second', 'Two') });
    expect(history.redo(since.replace('Second', 'Two'))).toEqual({ ok: true, source: since });
  });

  test('is refused where the same place was changed since, and can be done once it is back', () => {
    const history = editHistory();
    history.made(before, after);
    expect(history.undo(after.replace('Second', 'Other'))).toMatchObject({ ok: false });
    expect(history.undo(after)).toEqual({ ok: true, source: before });
  });
});
