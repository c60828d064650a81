import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { processesNaming } from '../browser/probes.js';
import { makeFolder, outline, root, run, stackLine, start } from './command.js';

/** A browser that starts, says that it is there, and never answers. */
function makeSilentBrowser(cwd: string): string {
  const path = join(cwd, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\necho $$ > ${join(cwd, 'pid')}\nexec sleep 300\n`);
  chmodSync(path, 0o755);
  return path;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a run that is ended from outside', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'by %s ends with %i, keeps the previous edition and leaves no process and no file',
    async (signal, exitCode) => {
      const cwd = makeFolder({ 'a.yaml': outline });
      const temporary = makeFolder();
      mkdirSync(join(cwd, 'output'));
      writeFileSync(join(cwd, 'output/a.pdf'), 'previous');
      const line = ['build', 'a.yaml', '--to', 'html,pdf', '--browser', makeSilentBrowser(cwd)];
      const { child, ended } = start(line, cwd, { TMPDIR: temporary });
      const pid = await vi.waitFor(
        () => {
          const text = readFileSync(join(cwd, 'pid'), 'utf8');
          expect(text).toMatch(/^\d+\n$/u);
          return Number(text);
        },
        { timeout: 30_000, interval: 20 },
      );
      child.kill(signal);
      const { code, err } = await ended;
      expect(code).toBe(exitCode);
      expect(err).toContain(signal);
      expect(err).not.toMatch(stackLine);
      await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
      expect(readdirSync(temporary)).toEqual([]);
      expect(readdirSync(join(cwd, 'output'))).toEqual(['a.pdf']);
      expect(readFileSync(join(cwd, 'output/a.pdf'), 'utf8')).toBe('previous');
    },
  );
});

describe('a build of all formats whose browser runs', () => {
  /** Starts a build over a previous edition; `browsers` gives the processes that draw it. */
  function startBuild() {
    const cwd = makeFolder();
    const temporary = makeFolder();
    cpSync(join(root, 'data'), join(cwd, 'data'), { recursive: true });
    mkdirSync(join(cwd, 'output'));
    for (const format of ['html', 'pdf', 'pptx'])
      writeFileSync(join(cwd, `output/minimal.${format}`), 'previous');
    const { child, ended } = start(['build', 'data/minimal.yaml', '--quiet'], cwd, { TMPDIR: temporary });
    return { child, ended, cwd, temporary, browsers: () => processesNaming(temporary) };
  }

  function edition(cwd: string): readonly string[] {
    return readdirSync(join(cwd, 'output')).map((name) => readFileSync(join(cwd, 'output', name), 'latin1'));
  }

  const previous = ['previous', 'previous', 'previous'];
  const often = { timeout: 30_000, interval: 5 };

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i and leaves all as it was', async (signal, exitCode) => {
    const { child, ended, cwd, temporary, browsers } = startBuild();
    await vi.waitFor(() => expect(browsers()).not.toEqual([]), often);
    child.kill(signal);
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: exitCode, out: '' });
    expect(err).not.toMatch(stackLine);
    await vi.waitFor(() => expect(browsers()).toEqual([]), { timeout: 10_000 });
    expect(readdirSync(temporary)).toEqual([]);
    expect(edition(cwd)).toEqual(previous);
  });

  it('and is killed again and again, ends with 3 and leaves all as it was', async () => {
    const { ended, cwd, temporary, browsers } = startBuild();
    const killing = setInterval(() => {
      for (const pid of browsers()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }, 20);
    const { code, err } = await ended.finally(() => clearInterval(killing));
    expect(err).toMatch(/error BROWSER-1 {2}data\/minimal\.yaml\n {2}The browser /u);
    expect(err).not.toMatch(stackLine);
    expect(code).toBe(3);
    expect(edition(cwd)).toEqual(previous);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a browser that cannot be used', () => {
  it('is named, with exit code 3, and nothing is written', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { code, err } = run(['build', 'a.yaml', '--to', 'html,pdf', '--browser', '/nowhere/chrome'], cwd);
    expect(err).toContain('/nowhere/chrome');
    expect(err).not.toMatch(stackLine);
    expect(code).toBe(3);
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });

  it('keeps no deck from being built as HTML', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(['build', 'a.yaml', '--to', 'html,md', '--browser', '/nowhere/chrome'], cwd).code).toBe(0);
  });

  it('is what doctor finds, with exit code 3', () => {
    const { code, out } = run(['doctor', '--json', '--browser', '/nowhere/chrome'], makeFolder());
    expect(code).toBe(3);
    const { node, browser, problem } = JSON.parse(out);
    expect({ node, browser }).toEqual({ node: process.versions.node, browser: null });
    expect(problem.message).toContain('/nowhere/chrome');
  });
});

describe('doctor', () => {
  it('says which browser runs, its version and why', () => {
    const { code, out } = run(['doctor'], makeFolder());
    expect(out).toMatch(/Chrome\/\d+/u);
    expect(out).toContain('chosen because');
    expect(code).toBe(0);
  });
});
