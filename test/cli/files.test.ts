import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, makeFolder, outline, run, stackLine } from './command.js';

const html = ['--to', 'html'];

describe('an input that is no outline', () => {
  it.each<[string, string, number, (cwd: string) => void]>([
    ['is missing', 'it is not there', 4, () => {}],
    ['is a folder', 'it is a folder', 4, (cwd) => mkdirSync(join(cwd, 'a.yaml'))],
    ['is a pipe', 'it is a device', 4, (cwd) => void execFileSync('mkfifo', [join(cwd, 'a.yaml')])],
    ['is a device', 'it is a device', 4, (cwd) => symlinkSync('/dev/zero', join(cwd, 'a.yaml'))],
    ['is empty', 'empty', 1, (cwd) => writeFileSync(join(cwd, 'a.yaml'), '')],
    ['is binary', 'binary', 1, (cwd) => writeFileSync(join(cwd, 'a.yaml'), new Uint8Array(200_000))],
    [
      'is not UTF-8',
      'UTF-8',
      1,
      (cwd) => writeFileSync(join(cwd, 'a.yaml'), Buffer.from('title: \xe9', 'latin1')),
    ],
  ])('because it %s is named, with what it is', (_, words, exitCode, make) => {
    const cwd = makeFolder();
    make(cwd);
    const { code, err } = run(['build', 'a.yaml', ...html], cwd);
    expect(err).toContain('a.yaml');
    expect(err).toContain(words);
    expect(err).not.toMatch(stackLine);
    expect(code).toBe(exitCode);
    expect(readdirSync(cwd)).not.toContain('output');
  });
});

describe('an output path', () => {
  it.each<[string, readonly string[], (cwd: string) => void]>([
    ['is a folder', [], (cwd) => mkdirSync(join(cwd, 'output/a.html'), { recursive: true })],
    ['lies under a file', ['--out', 'a.yaml'], () => {}],
    ['is a symbolic link', [], (cwd) => link(cwd)],
    ['is that of another deck', ['b/a.yaml'], (cwd) => copyInto(cwd)],
  ])('that %s is refused before anything is read, with exit code 2', (_, more, make) => {
    const cwd = makeFolder({ 'a.yaml': outline });
    make(cwd);
    const { code, err } = run(['build', 'a.yaml', ...html, ...more], cwd);
    expect(err).toMatch(/--out/u);
    expect(code).toBe(2);
    expect(err).not.toContain('slides');
  });

  it('that is the input is refused, and the input stays', () => {
    const cwd = makeFolder({ 'a.md': outline });
    const { code, err } = run(['build', 'a.md', '--to', 'md', '--out', '.'], cwd);
    expect(err).toContain('is one of the inputs');
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(outline);
  });

  it('that cannot hold all bytes keeps the previous edition, without a part beside it', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/a.html'), 'previous');
    // The shell lets no file of this process grow past 8 kB: what a full disk does, on every machine.
    const script = 'ulimit -f 8; exec "$0" "$@"';
    const line = [process.execPath, command, 'build', 'a.yaml', ...html];
    const { status, stderr } = spawnSync('bash', ['-c', script, ...line], { cwd, encoding: 'utf8' });
    expect(stderr).toContain('output/a.html could not be written');
    expect(stderr).not.toMatch(stackLine);
    expect(status).toBe(4);
    expect(readFileSync(join(cwd, 'output/a.html'), 'utf8')).toBe('previous');
    expect(readdirSync(join(cwd, 'output'))).toEqual(['a.html']);
  });
});

function link(cwd: string): void {
  mkdirSync(join(cwd, 'output'));
  writeFileSync(join(cwd, 'precious'), 'precious');
  symlinkSync(join(cwd, 'precious'), join(cwd, 'output/a.html'));
}

function copyInto(cwd: string): void {
  mkdirSync(join(cwd, 'b'));
  writeFileSync(join(cwd, 'b/a.yaml'), outline);
}
