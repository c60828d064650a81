import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { all, parseXml, textIn } from './xml.js';

/** A word on a page as pdftotext boxes it; px of a slide 1280 wide. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/** How far words of a page stand from where another PDF has them, px. */
export interface Shifts {
  /** Words that the other page has not. */
  readonly missing: readonly string[];
  /** Words that the other page has on another line, or far off on the same. */
  readonly elsewhere: readonly string[];
  /** Words that the other page alone has. */
  readonly besides: readonly string[];
  /** How much further right and further down starts and baselines of the other words are. */
  readonly across: readonly number[];
  readonly down: readonly number[];
}

/** A font's height above and below the baseline, in em, which is what pdftotext makes boxes of. */
export interface FontBox {
  readonly ascent: number;
  readonly height: number;
}

/** What pdftotext takes where a font says nothing of its height, as LibreOffice's do. */
const unsaid: FontBox = { ascent: 0.95, height: 1.3 };

/** Beyond half a line, or the width of a word, it is another line. */
const sameLine = { down: 9, across: 30 } as const;

/** Compares a deck as Chromium prints it with LibreOffice's drawing of its PPTX, page by page. */
export async function compareWords(chromium: string, libreoffice: string): Promise<readonly Shifts[]> {
  const boxes = await fontBoxes(chromium);
  const pages = wordsOf(libreoffice);
  return wordsOf(chromium).map((words, index) => comparePage(words, pages[index] ?? [], boxes));
}

function comparePage(words: readonly Word[], others: readonly Word[], boxes: readonly FontBox[]): Shifts {
  const left = [...others];
  const across: number[] = [];
  const down: number[] = [];
  const lost: string[] = [];
  for (const word of words) {
    const at = nearest(word, left, boxes);
    const [twin] = at === null ? [] : left.splice(at, 1);
    if (twin) {
      across.push(twin.x - word.x);
      down.push(rise(word, twin, boxes));
    } else lost.push(word.text);
  }
  const besides = left.map(({ text }) => text);
  const elsewhere = lost.filter((text) => {
    const at = besides.indexOf(text);
    if (at >= 0) besides.splice(at, 1);
    return at >= 0;
  });
  const missing = [...lost];
  for (const text of elsewhere) missing.splice(missing.indexOf(text), 1);
  return { missing, elsewhere, besides, across, down };
}

/** Distances without their sign, ascending. */
export function distances(shifts: readonly number[]): readonly number[] {
  return shifts.map(Math.abs).sort((a, b) => a - b);
}

/** The value that a share of the values does not exceed. */
export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}

function nearest(word: Word, among: readonly Word[], boxes: readonly FontBox[]): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  among.forEach((other, index) => {
    const across = Math.abs(other.x - word.x);
    const down = other.text === word.text ? Math.abs(rise(word, other, boxes)) : Number.POSITIVE_INFINITY;
    if (across > sameLine.across || down > sameLine.down || across + down >= least) return;
    least = across + down;
    best = index;
  });
  return best;
}

/** How much lower the baseline is in LibreOffice: its boxes tell the size, and that tells Chromium's font by the box's height. */
function rise(word: Word, twin: Word, boxes: readonly FontBox[]): number {
  const size = twin.height / unsaid.height;
  const off = ({ height }: FontBox) => Math.abs(height - word.height / size);
  const { ascent } = boxes.reduce((best, each) => (off(each) < off(best) ? each : best), boxes[0] ?? unsaid);
  return twin.top + unsaid.ascent * size - (word.top + ascent * size);
}

/** The words of a PDF, page by page. */
export function wordsOf(path: string): readonly (readonly Word[])[] {
  const xml = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const html = parseXml(xml.replace(/<!DOCTYPE[^>]*>/u, ''));
  return all(html, 'page').map((page) => {
    const scale = 1280 / Number(page.attributes.get('width'));
    return all(page, 'word').map((word) => {
      const at = (name: string) => Number(word.attributes.get(name)) * scale;
      return { text: textIn(word), x: at('xMin'), top: at('yMin'), height: at('yMax') - at('yMin') };
    });
  });
}

/** The heights of the fonts of a PDF. */
export async function fontBoxes(path: string): Promise<readonly FontBox[]> {
  const pdf = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor'))
      return [];
    // Fonts whose glyphs are drawings, as those of emoji, may say nothing.
    const [ascent, descent] = ['Ascent', 'Descent'].map((key) =>
      object.lookupMaybe(PDFName.of(key), PDFNumber),
    );
    if (!ascent || !descent) return [];
    return [{ ascent: ascent.asNumber() / 1000, height: (ascent.asNumber() - descent.asNumber()) / 1000 }];
  });
}
