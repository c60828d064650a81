// npm run pictures: draws the pictures of docs/ anew, one of each slide kind and the contact sheet of the real deck.
// Needs poppler (pdftoppm) and ImageMagick (convert, montage); without arguments all pictures, else those of the kinds named.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = join(root, 'test/golden/kinds');
const pictures = join(root, 'docs/pictures');
const deck = 'russia-north-korea';
/** Few colours and no dither: a slide is flat, and a palette PNG of it is a third of the size and as sharp. */
const palette = ['+dither', '-colors', '64', '-strip', '-define', 'png:compression-level=9'];

const work = mkdtempSync(join(tmpdir(), 'briefdeck-pictures-'));
try {
  const named = process.argv.slice(2);
  const all = readdirSync(samples).flatMap((file) =>
    file.endsWith('.yaml') ? [basename(file, '.yaml')] : [],
  );
  const kinds = named.length > 0 ? named : all;
  const outlines = kinds.map((kind) => join(samples, `${kind}.yaml`));
  build(named.length > 0 ? outlines : [...outlines, join(root, `data/${deck}.yaml`)]);
  mkdirSync(join(pictures, 'kinds'), { recursive: true });
  for (const kind of kinds) drawKind(kind);
  if (named.length === 0) {
    drawContactSheet();
    drawForms();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function build(outlines) {
  const cli = join(root, 'dist/cli.js');
  execFileSync(process.execPath, [cli, 'build', ...outlines, '--out', work, '--to', 'pdf', '--strict'], {
    stdio: 'inherit',
  });
}

/** The first slide of its kind, which is also the sample in docs/slide-kinds.md. */
function drawKind(kind) {
  const { slides } = load(readFileSync(join(samples, `${kind}.yaml`), 'utf8'));
  const page = String(slides.findIndex((slide) => (slide.kind ?? 'points') === kind) + 1);
  const size = ['-scale-to-x', '960', '-scale-to-y', '540'];
  const to = join(work, kind);
  run('pdftoppm', ['-png', '-singlefile', '-f', page, '-l', page, ...size, `${to}.pdf`, to]);
  run('convert', [`${to}.png`, ...palette, `PNG8:${join(pictures, 'kinds', `${kind}.png`)}`]);
}

/** All slides in three columns, so that each can be read where the README shows them. */
function drawContactSheet() {
  const pages = join(work, 'page');
  run('pdftoppm', ['-png', '-scale-to-x', '620', '-scale-to-y', '-1', join(work, `${deck}.pdf`), pages]);
  const files = readdirSync(work)
    .filter((file) => file.startsWith('page-'))
    .sort();
  const sheet = join(work, 'sheet.png');
  const tiles = ['-tile', '3x', '-geometry', '+5+5', '-background', '#9A9A9A'];
  run('montage', [...files.map((file) => join(work, file)), ...tiles, sheet]);
  run('convert', [sheet, ...palette, `PNG8:${join(pictures, 'contact-sheet.png')}`]);
}

/** A page of each form that docs/distributing.md shows, and the pictures beside the slides. */
function drawForms() {
  const cli = join(root, 'dist/cli.js');
  const outline = join(root, `data/${deck}.yaml`);
  const forms = ['--to', 'pdf,sheet,social', '--pdf', 'notes,handout,summary', '--scale', '1'];
  execFileSync(process.execPath, [cli, 'build', outline, '--out', work, ...forms], { stdio: 'inherit' });
  const folder = join(pictures, 'distributing');
  mkdirSync(folder, { recursive: true });
  const pages = { notes: '2', handout: '1', summary: '1' };
  for (const [form, page] of Object.entries(pages)) {
    const to = join(work, `form-${form}`);
    const size = ['-scale-to-x', '620', '-scale-to-y', '-1'];
    run('pdftoppm', [
      '-png',
      '-singlefile',
      '-f',
      page,
      '-l',
      page,
      ...size,
      join(work, `${deck}-${form}.pdf`),
      to,
    ]);
    const frame = ['-bordercolor', '#9A9A9A', '-border', '1'];
    run('convert', [`${to}.png`, ...frame, ...palette, `PNG8:${join(folder, `${form}.png`)}`]);
  }
  for (const [picture, width] of [
    ['sheet', '900'],
    ['social', '600'],
  ]) {
    const from = join(work, `${deck}-${picture}.png`);
    run('convert', [from, '-resize', width, ...palette, `PNG8:${join(folder, `${picture}.png`)}`]);
  }
}

function run(program, args) {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
