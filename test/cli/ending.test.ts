import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder, outline, run, stackLine, start } from './command.js';

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
