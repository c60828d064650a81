// Installs the deck's fonts for LibreOffice, as TrueType files made from the packages that the decks embed, and tells fontconfig
// which of them stands for which face of Office. For the machines that tests run on; briefdeck itself never needs it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeSlices } from './fonts/merge-slices.mjs';
import { readWoff, rename, setLine, writeTtf } from './fonts/ttf-tables.mjs';

/**
 * Faces made of all slices of their package: a text face of Office has Latin, Greek and Cyrillic in one file.
 * `win` is usWinAscent and usWinDescent of Office's own face, in em: PowerPoint sets every line 1.2 em apart and divides
 * that by this proportion. LibreOffice divides by the face's ascent and descent, so with these it draws PowerPoint's lines.
 */
const textFamilies = [
  { family: 'Gelasio', package: 'gelasio', office: 'Georgia', win: [0.917, 0.2192] },
  { family: 'Carlito', package: 'carlito', office: 'Calibri', win: [0.9521, 0.2686] },
  { family: 'Arimo', package: 'arimo', office: 'Arial', win: [0.9053, 0.2119] },
  { family: 'Tinos', package: 'tinos', office: 'Times New Roman', win: [0.8911, 0.2163] },
  { family: 'Cousine', package: 'cousine', office: 'Courier New', win: [0.8333, 0.3003] },
];

/** Faces of one slice, kept whole: Arabic, Hebrew and emoji are nothing without their layout tables. */
const scriptFaces = [
  { family: 'Noto Sans Arabic', file: 'noto-sans-arabic/files/noto-sans-arabic-arabic', weights: [400, 700] },
  { family: 'Noto Sans Hebrew', file: 'noto-sans-hebrew/files/noto-sans-hebrew-hebrew', weights: [400, 700] },
  { family: 'Noto Sans Math', file: 'noto-sans-math/files/noto-sans-math-latin', weights: [400] },
  { family: 'Noto Emoji', file: 'noto-emoji/files/noto-emoji-emoji', weights: [400] },
];

const packages = fileURLToPath(new URL('../node_modules/@fontsource/', import.meta.url));
const fonts = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'fonts/briefdeck');
const rules = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'fontconfig/conf.d');

rmSync(fonts, { recursive: true, force: true });
mkdirSync(fonts, { recursive: true });
mkdirSync(rules, { recursive: true });
for (const row of textFamilies) installTextFamily(row);
for (const row of scriptFaces) installScriptFace(row);
writeFileSync(join(rules, '10-briefdeck.conf'), fontRules());
execFileSync('fc-cache', ['-f', fonts]);

function installTextFamily({ family, package: name, win: [ascent, descent] }) {
  const line = 1.2 / (ascent + descent);
  for (const weight of [400, 700]) {
    for (const style of ['normal', 'italic']) {
      const slices = sliceFiles(name, `-${weight}-${style}.woff`).map((path) => readWoff(readFileSync(path)));
      install(setLine(mergeSlices(slices), ascent * line, descent * line), family, weight, style);
    }
  }
}

/** The basic slice first: its metrics are the face's. */
function sliceFiles(name, ending) {
  const folder = join(packages, name, 'files');
  const basic = `${name}-latin${ending}`;
  const files = readdirSync(folder).filter((file) => file.endsWith(ending) && file !== basic);
  return [basic, ...files.sort()].map((file) => join(folder, file));
}

function installScriptFace({ family, file, weights }) {
  for (const weight of weights) {
    install(
      readWoff(readFileSync(join(packages, `${file}-${weight}-normal.woff`))),
      family,
      weight,
      'normal',
    );
  }
}

function install(tables, family, weight, style) {
  const renamed = rename(tables, family, { bold: weight === 700, italic: style === 'italic' });
  writeFileSync(join(fonts, `${family.replace(/ /gu, '')}-${weight}-${style}.ttf`), writeTtf(renamed));
}

/** Office's name becomes its twin's, and behind each twin stand the families that a deck falls back to, in its order. */
function fontRules() {
  const twin = ({ family, office }) => `  <match target="pattern">
    <test name="family" compare="eq"><string>${office}</string></test>
    <edit name="family" mode="assign" binding="same"><string>${family}</string></edit>
  </match>`;
  const fallback = ({ family }) => `  <match target="pattern">
    <test name="family" compare="eq"><string>${family}</string></test>
    <edit name="family" mode="append" binding="same">${fallbacksOf(family)
      .map((name) => `<string>${name}</string>`)
      .join('')}</edit>
  </match>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...textFamilies.map(twin), ...textFamilies.map(fallback)].join('\n')}
</fontconfig>
`;
}

function fallbacksOf(family) {
  const scripts = scriptFaces.map((face) => face.family);
  return family === 'Gelasio' ? ['Tinos', ...scripts] : scripts;
}
