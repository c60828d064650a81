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

/** How far words stand from where another PDF has them, px. */
export interface Shifts {
  /** Words that the two pages do not share, or that stand on other lines: `7 lost: word`. */
  readonly strays: readonly string[];
  readonly words: number;
  /** Absolute distances of starts and of baselines, ascending. */
  readonly dx: readonly number[];
  readonly dy: readonly number[];
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

/** Compares a deck as Chromium prints it with LibreOffice's drawing of its PPTX. */
export async function compareWords(chromium: string, libreoffice: string): Promise<Shifts> {
  const boxes = await fontBoxes(chromium);
  const pages = wordsOf(libreoffice);
  const strays: string[] = [];
  const dx: number[] = [];
  const dy: number[] = [];
  wordsOf(chromium).forEach((words, index) => {
    const left = [...(pages[index] ?? [])];
    for (const word of words) {
      const at = nearest(word, left, boxes);
      if (at === null) strays.push(`page ${index + 1} lost: ${word.text}`);
      else {
        const [twin] = left.splice(at, 1);
        if (!twin) continue;
        dx.push(Math.abs(twin.x - word.x));
        dy.push(Math.abs(rise(word, twin, boxes)));
      }
    }
    strays.push(...left.map(({ text }) => `page ${index + 1} has besides: ${text}`));
  });
  const ascending = (values: number[]) => values.sort((a, b) => a - b);
  return { strays, words: dx.length, dx: ascending(dx), dy: ascending(dy) };
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
    const value = (key: string) => object.lookup(PDFName.of(key), PDFNumber).asNumber() / 1000;
    return [{ ascent: value('Ascent'), height: value('Ascent') - value('Descent') }];
  });
}
