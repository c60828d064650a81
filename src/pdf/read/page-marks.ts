import { inflateSync } from 'node:zlib';
import { objectOf, type PdfFile } from '../pdf-file.js';
import { pdfString } from './pdf-string.js';
import { type FontText, fontText } from './to-unicode.js';

/** What stands in one piece of marked content. */
export interface Mark {
  text: string;
  pictures: number;
}

/** What pages draw, by the number of the stream and the number of the marked content in it. */
export class PageMarks {
  readonly marks = new Map<string, Mark>();
  /** What pages draw as artifacts, by the number of their stream. */
  readonly artifacts = new Map<number, Mark>();
  readonly #fonts = new Map<number, FontText>();

  constructor(readonly file: PdfFile) {}

  /** Reads the content of a page, and of the forms that it draws. */
  read(stream: number): void {
    const artifacts: Mark = { text: '', pictures: 0 };
    this.artifacts.set(stream, artifacts);
    const page: Frame = { kind: 'bare', mark: artifacts, parts: [] };
    this.#run(stream, [page], 0);
    artifacts.text = page.parts.join('');
  }

  #run(stream: number, frames: Frame[], depth: number): void {
    let font: FontText = { width: 2, codes: new Map() };
    for (const match of contentOf(this.file, stream).matchAll(operators)) {
      const [, marked, bare, actual, end, face, shown, spaced, object] = match;
      if (marked !== undefined) this.#open(frames, 'mark', `${stream}:${marked}`);
      else if (bare !== undefined) this.#open(frames, bare === 'ReversedChars' ? 'reversed' : 'bare', null);
      else if (actual !== undefined)
        frames.push({ kind: 'actual', mark: markOf(frames), parts: [pdfString(actual, 'ActualText') ?? ''] });
      else if (end === 'BDC') this.#open(frames, 'bare', null);
      else if (end) close(frames);
      else if (face !== undefined) font = this.#font(Number(face));
      else if (shown !== undefined || spaced !== undefined) show(frames, font, shown ?? spaced ?? '');
      else if (object !== undefined) this.#draw(Number(object), frames, depth);
    }
  }

  #open(frames: Frame[], kind: Frame['kind'], key: string | null): void {
    const mark = key === null ? markOf(frames) : (this.marks.get(key) ?? { text: '', pictures: 0 });
    if (key !== null && mark) this.marks.set(key, mark);
    frames.push({ kind, mark, parts: [] });
  }

  #draw(object: number, frames: Frame[], depth: number): void {
    const body = this.file.objects.get(object)?.body ?? '';
    if (/\/Subtype \/Form\b/u.test(body) && depth < 16) this.#run(object, frames, depth + 1);
    const mark = markOf(frames);
    if (mark && /\/Subtype \/Image\b/u.test(body)) mark.pictures += 1;
  }

  #font(number: number): FontText {
    const known = this.#fonts.get(number) ?? fontText(this.file, number);
    this.#fonts.set(number, known);
    return known;
  }
}

/** Marked content that is open, and the text in it so far. */
interface Frame {
  readonly kind: 'mark' | 'bare' | 'reversed' | 'actual';
  readonly mark: Mark | null;
  readonly parts: string[];
}

/** The operators that matter, as Skia writes them: codes of glyphs always in hexadecimal, objects named by their number. */
const operators =
  /\/MCID (\d+) ?>> ?BDC|\/(\w+) BMC|(\/ActualText ?(?:<[\dA-Fa-f]*>|\((?:[^\\()]|\\[\s\S])*\))) ?>> ?BDC|(BDC|EMC)|\/F(\d+) [\d.]+ Tf|<([\dA-Fa-f]+)> Tj|\[([^\]]*)\] TJ|\/X(\d+) Do/gu;

function markOf(frames: readonly Frame[]): Mark | null {
  return frames.at(-1)?.mark ?? null;
}

function show(frames: readonly Frame[], { width, codes }: FontText, glyphs: string): void {
  const frame = frames.at(-1);
  // Its text stands for the glyphs inside.
  if (!frame || frame.kind === 'actual') return;
  const hex = glyphs.startsWith('<')
    ? [...glyphs.matchAll(/<(\w+)>/gu)].map(([, code = '']) => code).join('')
    : glyphs;
  for (let at = 0; at < hex.length; at += 2 * width)
    frame.parts.push(codes.get(Number.parseInt(hex.slice(at, at + 2 * width), 16)) ?? '\ufffd');
}

/** Right-to-left text is drawn from the left, and marked so (14.8.2.3.3). */
function close(frames: Frame[]): void {
  const frame = frames.length > 1 ? frames.pop() : undefined;
  const outer = frames.at(-1);
  if (!frame || !outer) return;
  const text = (frame.kind === 'reversed' ? frame.parts.reverse() : frame.parts).join('');
  if (frame.kind === 'mark' && frame.mark) frame.mark.text += text;
  else outer.parts.push(text);
}

function contentOf(file: PdfFile, number: number): string {
  const { body, stream } = objectOf(file, number);
  const bytes = stream ?? new Uint8Array();
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : Buffer.from(bytes)).toString('latin1');
}
