// node test/bench/many-decks.mjs [DECKS]: hundreds of outlines in one run, and PDFs beside marp-cli on the same Markdown.
// Prints times, throughput and the peak memory of the whole process tree; a timing never fails a test, so this is no test.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const marp = join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js');
const decks = Number(process.argv[2] ?? 300);
/** Counts at which marp-cli is tried; its best one is taken. */
const workers = (process.env.WORKERS ?? '2,5').split(',');

/** Samples that need no file beside them. */
const folders = ['data', 'test/golden/kinds'];
const samples = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .filter((text) => !/\bfile:/u.test(text)),
);

/** Memory of a process and all below it, in MB: their own part of what they share. */
function memoryOf(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => [name, read(`/proc/${name}/stat`).replace(/^.*\)/su, '').split(' ')[2]]),
  );
  const below = (name) => {
    for (let at = name; at && at !== '0'; at = parents.get(at)) if (at === String(pid)) return true;
    return false;
  };
  const own = (name) => Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${name}/smaps_rollup`))?.[1] ?? 0);
  return [...parents.keys()].filter(below).reduce((sum, name) => sum + own(name) / 1024, 0);
}

/** A file of a process that may have ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function run(args, env = {}) {
  const start = performance.now();
  const child = spawn('node', args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 500);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, said, peak: Math.round(peak), s: (performance.now() - start) / 1000 };
}

function print(what, { code, s, peak }, said) {
  const speed = Math.round((decks / s) * 60);
  console.log(
    `${what.padEnd(34)} exit ${code}  ${s.toFixed(1)} s  ${speed} decks/min  memory ${peak} MB  ${said}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'briefdeck-bench-'));
try {
  const inputs = Array.from({ length: decks }, (_, index) => {
    const path = join(folder, `deck${index}.yaml`);
    const text = samples[index % samples.length] ?? '';
    writeFileSync(path, text.replace(/^title: .*$/mu, `title: Deck ${index}`));
    return path;
  });
  const lastLine = ({ said }) => said.trim().split('\n').at(-1);
  const all = await run([cli, 'build', ...inputs, '--out', join(folder, 'all')]);
  print(`${decks} decks to html, pdf, pptx`, all, lastLine(all));
  await run([cli, 'build', ...inputs, '--to', 'md', '--out', join(folder, 'md'), '--quiet']);
  const pdf = await run([cli, 'build', ...inputs, '--to', 'pdf', '--out', join(folder, 'pdf')]);
  print('to pdf', pdf, lastLine(pdf));
  const browser = JSON.parse((await run([cli, 'doctor', '--json'])).said).browser.executable;
  const env = { CHROME_PATH: browser, CHROME_NO_SANDBOX: '1' };
  const written = join(folder, 'marp');
  mkdirSync(written);
  const themes = readdirSync(join(root, 'templates/themes'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => name.replace('.css', ''));
  for (const theme of themes) {
    const { said } = await run([cli, 'theme', theme]);
    writeFileSync(join(folder, `${theme}.css`), said);
  }
  for (const count of workers) {
    const line = [
      '--no-config-file',
      '--pdf',
      '-P',
      count,
      '--theme-set',
      ...themes.map((theme) => join(folder, `${theme}.css`)),
      '-I',
      join(folder, 'md'),
      '-o',
      written,
    ];
    const theirs = await run([marp, ...line], env);
    print(`marp-cli to pdf, ${count} workers`, theirs, `${(theirs.s / pdf.s).toFixed(1)} times as long`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
