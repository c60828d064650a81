// npm run fidelity: how near the PPTX of every golden and corpus deck is to its PDF, as LibreOffice draws it. Needs LibreOffice,
// poppler (pdftoppm, pdftotext), the faces of `test/install-fonts.mjs`, and ImageMagick (convert) for pictures.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareDeck, type SlideFigures, usualFineness } from './compare.js';
import { drawByLibreOffice } from './libreoffice.js';
import { tableOf, worst } from './table.js';

const usage = `npm run fidelity -- [NAME…] [--for libreoffice|powerpoint] [--fine N] [--pictures DIR] [--slides FILE]
  NAME             decks whose path holds it; all golden decks, and those of the corpus where it is beside the project, if none
  --for TARGET     whose lines the PPTX aims at: libreoffice (default) or powerpoint
  --fine N         how many times as large pages are drawn before they are averaged to 1280 px for SSIM: 2 (default), 1 for poppler's own
  --pictures DIR   the least like slide of each deck: PDF, PPTX, and what differs, side by side
  --slides FILE    the figures of every slide, as JSON
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    for: { type: 'string', default: 'libreoffice' },
    fine: { type: 'string', default: String(usualFineness) },
    pictures: { type: 'string' },
    slides: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const root = process.cwd();
const corpus = join(root, '../shared/corpus/decks');
const fine = Number(values.fine);
if (!Number.isInteger(fine) || fine < 1 || fine > 8)
  throw new RangeError(`--fine ${values.fine}: takes 1 to 8`);
const work = mkdtempSync(join(tmpdir(), 'briefdeck-fidelity-'));

interface Deck {
  readonly group: 'golden' | 'corpus';
  readonly input: string;
  readonly name: string;
}

try {
  if (values.help) process.stdout.write(usage);
  else await run(chosen([...golden(), ...marpDecks()]));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function golden(): readonly Deck[] {
  return ['data', 'test/golden/kinds'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => ({ group: 'golden', input: join(root, folder, file), name: basename(file, '.yaml') })),
  );
}

function marpDecks(): readonly Deck[] {
  if (!existsSync(corpus)) return [];
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.md$/u.test(file),
  );
  return files
    .filter((file) => file !== 'README.md')
    .sort()
    .map((file) => ({
      group: 'corpus',
      input: join(corpus, file),
      name: file.replace(/^.*\+([^/]+).*\//u, '$1-').slice(0, -3),
    }));
}

function chosen(decks: readonly Deck[]): readonly Deck[] {
  if (positionals.length === 0) return decks;
  const found = decks.filter(({ input }) => positionals.some((name) => input.includes(name)));
  if (found.length === 0) throw new Error(`no deck's path holds ${positionals.join(' or ')}`);
  return found;
}

async function run(decks: readonly Deck[]): Promise<void> {
  const drawn = join(work, 'drawn');
  const built = decks.map(buildDeck);
  const pdfs = drawByLibreOffice(built, drawn);
  const rows: (readonly [string, readonly SlideFigures[]])[] = [];
  for (const [index, { name }] of decks.entries()) {
    const pdf = pdfs[index];
    const paper = (built[index] ?? '').replace(/pptx$/u, 'pdf');
    const figures = pdf ? await compareDeck(name, paper, pdf, fine) : [];
    if (!pdf) process.stdout.write(`${name}: LibreOffice gave no PDF\n`);
    rows.push([name, figures]);
    if (values.pictures && pdf) picture(figures, [paper, pdf], values.pictures);
  }
  const totals = (['golden', 'corpus'] as const).map(
    (group) =>
      [`all ${group}`, rows.flatMap(([, slides], at) => (decks[at]?.group === group ? slides : []))] as const,
  );
  process.stdout.write(`${tableOf([...rows, ...totals.filter(([, slides]) => slides.length > 0)])}\n`);
  if (values.slides) writeFileSync(values.slides, JSON.stringify(rows.flatMap(([, slides]) => slides)));
}

/** Builds a deck in the command's own process, and gives the path of its PPTX, beside which the PDF lies. */
function buildDeck({ input, name }: Deck): string {
  const out = join(work, 'built');
  const words = ['build', input, '--to', 'pdf,pptx', '--pptx-for', values.for, '--out', join(out, name)];
  const { stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...words], { encoding: 'utf8' });
  for (const format of ['pdf', 'pptx']) {
    const made = join(out, name, `${basename(input).replace(/\.\w+$/u, '')}.${format}`);
    if (!existsSync(made)) throw new Error(`${name} was not built:\n${stderr}`);
    copyFileSync(made, join(out, `${name}.${format}`));
  }
  return join(out, `${name}.pptx`);
}

function picture(slides: readonly SlideFigures[], pdfs: readonly string[], folder: string): void {
  const least = worst(slides);
  if (!least) return;
  mkdirSync(folder, { recursive: true });
  const page = String(least.slide);
  const size = ['-scale-to-x', '1280', '-scale-to-y', '-1'];
  const pair = pdfs.map((pdf, at) => {
    const to = join(work, `picture-${at}`);
    execFileSync('pdftoppm', ['-png', '-singlefile', '-f', page, '-l', page, ...size, pdf, to], {
      stdio: 'ignore',
    });
    return `${to}.png`;
  });
  const difference = ['(', ...pair, '-compose', 'difference', '-composite', '-negate', ')'];
  const to = join(folder, `${least.ssim.toFixed(3)}-${least.deck}-${least.slide}.png`);
  execFileSync('convert', [...pair, ...difference, '+append', to], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
