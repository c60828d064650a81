// npm run bench: briefdeck beside marp-cli, whole processes, same Marp Markdown, same browser, in turn.
// Prints medians, ratios and peak memory; a timing never fails a test, so this is no test.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchPreview } from './dev.mjs';
import { benchPlayer } from './player.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 5);
const sizes = (process.env.SLIDES ?? '20,100').split(',').map(Number);
const cli = join(root, 'dist/cli.js');
const marp = join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js');

/** An outline with bullets, tables and notes, n slides long, title included. */
function outline(count) {
  const lines = ['title: Bench', 'language: en', 'slides:'];
  for (let number = 1; number < count; number += 1) {
    if (number % 4 === 0) {
      lines.push('  - kind: table', `    headline: Table ${number} shows what was counted in the week`);
      lines.push('    columns: [Port, Ships, Change]', '    rows:');
      for (let row = 1; row <= 5; row += 1) lines.push(`      - [Harbour ${row}, "${row * 12}", "${row} %"]`);
    } else {
      lines.push(`  - headline: Point ${number} is that the talks go on this week`, '    points:');
      for (let point = 1; point <= 4; point += 1) {
        lines.push(
          `      - Sentence ${point} of slide ${number} says what *both* sides want and why it matters to us.`,
        );
      }
    }
    lines.push(`    notes: Say why slide ${number} matters.`);
  }
  return `${lines.join('\n')}\n`;
}

/** Runs a process; `watching`, sees the memory (PSS) of it and all its children, in kB, which would slow a run that is timed. */
async function run(command, args, options = {}) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...options });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, memoryOf(child.pid));
  };
  const watch = watching ? setInterval(look, 50) : undefined;
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${errors.slice(-2000)}`);
  return { ms, peak };
}

function memoryOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    const own = /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(own?.[1] ?? 0) + children.reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}

/** Whether runs are watched now. */
let watching = false;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'briefdeck-bench-'));
  try {
    for (const size of sizes) await compare(folder, size);
    console.log('\n40 slides in the preview');
    await benchPreview(cli, outline(40), await browserPath());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(folder, size) {
  const yaml = join(folder, `deck${size}.yaml`);
  const out = join(folder, 'out');
  writeFileSync(yaml, outline(size));
  await run('node', [cli, 'build', yaml, '--to', 'md,html', '--out', out]);
  const markdown = join(out, `deck${size}.md`);
  const browser = await browserPath();
  const env = { ...process.env, CHROME_PATH: browser, CHROME_NO_SANDBOX: '1' };
  const marpRun = (format) =>
    run(
      'node',
      [
        marp,
        '--no-config-file',
        '--browser-path',
        browser,
        markdown,
        `--${format}`,
        '-o',
        join(folder, `marp.${format}`),
      ].filter((arg) => arg !== '--html'),
      { env },
    );
  const ours = (formats) =>
    run('node', [cli, 'build', yaml, '--to', formats, '--out', out, '--quiet', '--no-cache']);
  const cases = {
    html: [() => ours('html'), () => marpRun('html')],
    pdf: [() => ours('pdf'), () => marpRun('pdf')],
    pptx: [() => ours('pptx'), () => marpRun('pptx')],
    'all three': [
      () => ours('html,pdf,pptx'),
      async () => sum([await marpRun('html'), await marpRun('pdf'), await marpRun('pptx')]),
    ],
  };
  console.log(`\n${size} slides, ${rounds} rounds, medians of whole processes`);
  console.log('output      briefdeck      marp-cli     ratio   memory (PSS) briefdeck / marp-cli');
  for (const [name, [mine, theirs]] of Object.entries(cases)) {
    const a = [];
    const b = [];
    for (let round = 0; round < rounds; round += 1) {
      a.push(await mine());
      b.push(await theirs());
    }
    watching = true;
    const [mine1, theirs1] = [await mine(), await theirs()];
    watching = false;
    const [x, y] = [median(a.map(({ ms }) => ms)), median(b.map(({ ms }) => ms))];
    const mb = ({ peak }) => `${Math.round(peak / 1024)} MB`;
    console.log(
      `${name.padEnd(10)} ${`${Math.round(x)} ms`.padStart(10)} ${`${Math.round(y)} ms`.padStart(13)} ${`1/${(y / x).toFixed(1)}`.padStart(9)}   ${mb(mine1)} / ${mb(theirs1)}`,
    );
  }
  await benchPlayer(join(out, `deck${size}.html`), browser, rounds);
}

const sum = (runs) => ({
  ms: runs.reduce((total, { ms }) => total + ms, 0),
  peak: Math.max(...runs.map(({ peak }) => peak)),
});

async function browserPath() {
  const child = spawn('node', [cli, 'doctor', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
  });
  await new Promise((resolve) => child.on('exit', resolve));
  return JSON.parse(text).browser.executable;
}

if (process.argv.includes('--preview')) await benchPreview(cli, outline(40), await browserPath());
else await main();
