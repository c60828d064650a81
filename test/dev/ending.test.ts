import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { processesNaming } from '../browser/probes.js';
import { makeFolder, outline, run } from '../cli/command.js';
import { outlineOf, serve } from './preview.js';

describe('a preview that is ended', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i at once, and leaves no process and no file', async (signal, code) => {
    const temporary = makeFolder();
    const { child, ended, url } = await serve({ 'deck.yaml': outlineOf() }, ['deck.yaml'], {
      TMPDIR: temporary,
    });
    await vi.waitFor(() => expect(processesNaming(temporary).length).toBeGreaterThan(0), {
      timeout: 30_000,
      interval: 20,
    });
    // A page that listens does not hold it up.
    const page = await fetch(`${url}events`);
    child.kill(signal);
    const outcome = await ended;
    expect(outcome.code).toBe(code);
    expect(outcome.out).toBe(`${url}\n`);
    await page.text().catch(() => '');
    await vi.waitFor(() => expect(processesNaming(temporary)).toEqual([]), { timeout: 10_000 });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a preview that cannot be served', () => {
  it('says which outlines there are to choose from', () => {
    const cwd = makeFolder();
    expect(run(['dev'], cwd)).toMatchObject({ code: 2, err: expect.stringContaining('no outline in data/') });
    const files = { 'one.yaml': outline, 'two.yaml': outline };
    const outcome = run(['dev'], makeFolderWith(files));
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('data/one.yaml, data/two.yaml');
    expect(outcome.err).toContain('briefdeck dev data/one.yaml');
  });

  it('says that a file is not there, and what a port may be', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(['dev', 'b.yaml'], cwd)).toMatchObject({ code: 4, err: expect.stringContaining('b.yaml') });
    for (const port of ['x', '70000', '-1'])
      expect(run(['dev', 'a.yaml', `--port=${port}`], cwd)).toMatchObject({ code: 2 });
    expect(run(['dev', '--help'], cwd)).toMatchObject({ code: 0, out: expect.stringContaining('--editor') });
  });

  it('says that another program uses the port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { code, err } = run(['dev', 'a.yaml', '--port', `${port}`], makeFolder({ 'a.yaml': outline }));
    server.close();
    expect(code).toBe(2);
    expect(err).toContain(`port ${port}: another program uses it`);
    expect(err).toContain('--port');
  });
});

function makeFolderWith(files: Readonly<Record<string, string>>): string {
  const cwd = makeFolder();
  const data = `${cwd}/data`;
  mkdirSync(data);
  for (const [name, text] of Object.entries(files)) writeFileSync(`${data}/${name}`, text);
  return cwd;
}
