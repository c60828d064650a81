import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { processesNaming } from '../browser/probes.js';
import { command } from '../cli/command.js';
import type { Case } from './case.js';

/** What a case came to. */
export interface CaseOutcome {
  readonly code: number | null;
  /** Findings that were told, each once: code and first line of its message. */
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly said: string;
  /** What stands in the output folder afterwards, by name. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Names of temporary files, and ids of processes, that are left. */
  readonly left: readonly (string | number)[];
  readonly names: readonly string[];
}

/** Runs the command in a folder of its own, over an edition that was there before. */
export async function runCase(each: Case, listener: string): Promise<CaseOutcome> {
  const root = mkdtempSync(join(tmpdir(), 'briefdeck-test-'));
  const [cwd, temporary] = [join(root, 'work'), join(root, 'temporary')];
  try {
    const files = typeof each.files === 'function' ? each.files(listener) : each.files;
    for (const [name, content] of Object.entries({ ...files, 'output/a.html': 'previous' })) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    mkdirSync(temporary);
    each.before?.(cwd);
    const [input = ''] = Object.keys(files);
    const line = [command, 'build', input, ...(each.args ?? ['--to', 'html'])];
    const env = { ...process.env, TMPDIR: temporary, NO_COLOR: '1', ...each.env };
    const { code, said } = await ended(spawn(process.execPath, line, { cwd, env }));
    const outputs = readdirSync(join(cwd, 'output'), { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => [name, readFileSync(join(cwd, 'output', name), 'latin1')] as const);
    return {
      code,
      said,
      findings: findingsIn(said),
      outputs: new Map(outputs),
      left: [...readdirSync(temporary), ...processesNaming(temporary)],
      names: readdirSync(cwd),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

function findingsIn(said: string): CaseOutcome['findings'] {
  const rows = [...said.matchAll(/^(?:error|warning|info) ([A-Z]+-\d+).*\n {2}(.*)$/gmu)];
  return rows.map(([, code = '', message = '']) => ({ code, message }));
}
