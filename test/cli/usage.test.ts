import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAstAsync } from 'vitest/node';
import { commands } from '../../src/cli/commands.js';
import { run as runCommand, sayFailure } from '../../src/cli/run.js';
import { BriefdeckError } from '../../src/diagnostics/briefdeck-error.js';
import { nodeEffects } from '../../src/effects/node.js';
import { command, makeFolder, outline, root, run, stackLine, start } from './command.js';

/** Effects whose terminal keeps what is said. */
function listen() {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    progress: () => {},
    colour: false,
  };
  return { said, effects: { ...nodeEffects(), terminal } };
}

describe('wrong usage', () => {
  it.each([
    [['buld'], 'Did you mean "build"?'],
    [['a.yaml'], 'briefdeck build a.yaml'],
    [['build', '--too', 'pdf'], 'Did you mean "--to"?'],
    [['build', '-x'], '-x'],
    [['build', 'a.yaml', '--to', 'pfd'], 'Did you mean "pdf"?'],
    [['build', 'a.yaml', '--to', 'html,'], 'html, pdf, pptx, md, png'],
    [['build', 'a.yaml', '--to'], '--to needs a value'],
    [['build', 'a.yaml', '--out', '--strict'], '--out needs a value'],
    [['build', 'a.yaml', '--strict=yes'], '--strict takes no value'],
    [['build', 'a.yaml', '--concurrency', '0'], 'from 1'],
    [['build', 'a.yaml', '--templates', 'nowhere'], 'nowhere'],
    [['build', 'a.yaml', '--pptx-for', 'libreofice'], 'Did you mean "libreoffice"?'],
    [['build', 'a.yaml', '--pptx-for', 'keynote'], 'powerpoint, libreoffice'],
    [['build', 'a.yaml', '--to', 'pdf', '--pptx-for', 'libreoffice'], 'Add pptx to --to'],
    [['doctor', '--to', 'pdf'], 'doctor takes no --to'],
    [['schema', 'a.yaml'], 'schema does not take "a.yaml"'],
    [['init'], 'init needs a name'],
    [['build'], 'There is no outline in data/'],
  ])('%j is answered in words, with exit code 2', async (line, words) => {
    const { effects } = listen();
    const failure = await runCommand(line, { ...effects, files: noFiles(effects) }).catch((error) => error);
    expect(failure).toBeInstanceOf(BriefdeckError);
    expect(failure.exitCode).toBe(2);
    expect(`${failure.message} ${failure.hint}`).toContain(words);
  });

  it('ends the process with 2 and shows neither a stack nor anything on standard output', () => {
    const { code, out, err } = run(['buld'], makeFolder());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(stackLine);
  });

  it('shows the help on standard error when no command is named', () => {
    const { code, out, err } = run([], makeFolder());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: briefdeck');
  });
});

/** A working folder without anything in it. */
function noFiles({ files }: ReturnType<typeof nodeEffects>) {
  return { ...files, list: async () => [], kind: async () => 'missing' as const };
}

describe('--help and --version', () => {
  it.each([null, ...Object.keys(commands)])('work for %s', async (name) => {
    const { said, effects } = listen();
    const words = name === null ? [] : [name];
    expect(await runCommand([...words, '--help'], effects)).toBe(0);
    expect(said.out).toContain(`Usage: briefdeck ${name ?? 'COMMAND'}`);
    expect(said.out).toContain('Exit codes');
    expect(await runCommand([...words, '--version'], effects)).toBe(0);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(said.out.endsWith(`\n${version}\n`)).toBe(true);
    expect(said.err).toBe('');
  });

  it('wait for no package: the command loads nothing but Node’s own modules before it knows what to do', async () => {
    const loaded = await loadedAtOnce(command);
    expect(loaded).toContain('node:util');
    expect(loaded.filter((from) => !from.startsWith('node:'))).toEqual([]);
  });
});

/** What a bundle imports, and what the files of its own that it imports do. */
async function loadedAtOnce(path: string): Promise<readonly string[]> {
  const { body } = await parseAstAsync(readFileSync(path, 'utf8'));
  const from = body.flatMap((node) => {
    const source = 'source' in node ? node.source : null;
    return typeof source?.value === 'string' ? [source.value] : [];
  });
  const own = from.filter((each) => each.startsWith('.'));
  const deeper = await Promise.all(own.map((each) => loadedAtOnce(join(dirname(path), each))));
  return [...from.filter((each) => !each.startsWith('.')), ...deeper.flat()];
}

describe('a failure', () => {
  it('that is a bug says so, with exit code 70 and without a stack', () => {
    const { said, effects } = listen();
    expect(sayFailure(new TypeError('x is undefined'), false, effects)).toBe(70);
    expect(said.err).toContain('bug in briefdeck: x is undefined');
    expect(said.err).not.toMatch(stackLine);
  });

  it('shows its stack and its causes with --debug', () => {
    const { said, effects } = listen();
    const failure = new BriefdeckError('no disk', 4, null, { cause: new Error('EIO') });
    expect(sayFailure(failure, true, effects)).toBe(4);
    expect(said.err).toMatch(stackLine);
    expect(said.err).toContain('Caused by: Error: EIO');
  });
});

describe('standard output', () => {
  it('may be closed by a reader who has seen enough', async () => {
    const { child, ended } = start(['schema'], makeFolder());
    child.stdout.destroy();
    expect((await ended).err).toBe('');
  });

  it('holds no colours, and standard error has them only where they are wanted', () => {
    const cwd = makeFolder({ 'bad.yaml': `${outline}x: 1\n` });
    const check = (env: Readonly<Record<string, string>>) => run(['check', 'bad.yaml'], cwd, env).err;
    expect(check({ FORCE_COLOR: '', NO_COLOR: '' })).not.toContain('\u001b');
    expect(check({ FORCE_COLOR: '1', NO_COLOR: '' })).toContain('\u001b[31merror');
    expect(check({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
  });
});
