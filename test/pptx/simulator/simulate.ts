import { advance, seat } from '../../../src/pptx/text/line-model.js';
import { type BrokenLine, breakLines, visibleWidth } from './break-lines.js';
import { type TextShape, textShapes } from './shapes.js';
import { readBody, type SimulatedBody, type SimulatedParagraph, type SimulatedRun } from './text-body.js';
import { type SetRun, unlikeness, widthsOf } from './widths.js';

/** A line as PowerPoint draws it; pt from the slide's top left corner. */
export interface SimulatedLine {
  /** Characters as the file has them, the white space at the line's end left out. */
  readonly text: string;
  readonly baseline: number;
  readonly x: number;
  readonly width: number;
  readonly runs: readonly SimulatedRun[];
}

/** A shape with its lines. */
export interface SimulatedBox {
  readonly slide: number;
  readonly name: string;
  /** Why what is said of it is not to be relied on; null where it is. */
  readonly unlike: string | null;
  readonly lines: readonly SimulatedLine[];
}

/** A line before it has its place. */
interface LaidLine {
  readonly characters: BrokenLine;
  readonly sized: { readonly runs: readonly { readonly family: string; readonly size: number }[] };
  readonly spacing: number;
  /** Empty space above the line. */
  readonly before: number;
  readonly paragraph: SimulatedParagraph;
  readonly first: boolean;
}

/**
 * How far PowerPoint's widths are from the font's, as shares of them: it draws with whole pixels to the em at 300 dpi, which
 * made lines of its PDFs up to 0.5 % wider or narrower (kerning apart, which our decks switch off).
 */
export const stretches = [0.995, 1, 1.005] as const;

/**
 * Says how PowerPoint sets the text of every shape of a PPTX, after its line model in `src/pptx/text/line-model.ts`; `stretch` is
 * what widths are multiplied by.
 */
export async function simulate(bytes: Uint8Array, stretch = 1): Promise<readonly SimulatedBox[]> {
  const shapes = textShapes(bytes).map((shape) => ({ shape, body: readBody(shape) }));
  const natural = await widthsOf(shapes.flatMap(({ body }) => body.paragraphs.flatMap(runsOf)));
  const set: SetRun = (run) => natural(run).map((each) => ({ ...each, width: each.width * stretch }));
  return shapes.map(({ shape, body }) => ({
    slide: shape.slide,
    name: shape.name,
    unlike:
      body.paragraphs
        .flatMap(runsOf)
        .map(unlikeness)
        .find((each) => each !== null) ?? null,
    lines: placeLines(shape, body, set),
  }));
}

/** The same, but boxes whose lines break otherwise where the text is a little wider or narrower are not to be relied on. */
export async function simulateSurely(bytes: Uint8Array): Promise<readonly SimulatedBox[]> {
  const [narrow, usual, wide] = await Promise.all(stretches.map((stretch) => simulate(bytes, stretch)));
  const lines = (boxes: readonly SimulatedBox[] | undefined, index: number) =>
    boxes?.[index]?.lines.map(({ text }) => text).join('\n');
  return (usual ?? []).map((box, index) => {
    const sure = lines(narrow, index) === lines(usual, index) && lines(usual, index) === lines(wide, index);
    return sure ? box : { ...box, unlike: box.unlike ?? 'a break hangs on less than 0.5 % of the width' };
  });
}

function runsOf({ pieces }: SimulatedParagraph): readonly SimulatedRun[] {
  return pieces.filter((piece) => piece !== 'break');
}

function placeLines({ rect }: TextShape, body: SimulatedBody, set: SetRun): readonly SimulatedLine[] {
  const room = body.wraps ? rect.width - body.left - body.right : Number.POSITIVE_INFINITY;
  const laid = body.paragraphs.flatMap((paragraph, index) =>
    layParagraph(paragraph, body.paragraphs[index - 1] ?? null, room, set),
  );
  const height = laid.reduce((sum, line) => sum + line.before + heightOf(line), 0);
  const spare = rect.height - body.top - body.bottom - height;
  const share = { t: 0, ctr: 0.5, b: 1 }[body.anchor];
  const start = rect.y + body.top + spare * share;
  let top = start;
  return laid.map((line) => {
    top += line.before;
    // In its PDFs baselines lie whole points below the top of the text (PowerPoint for Mac; of Windows nothing is known).
    const baseline = start + Math.round(top - start + seat(line.sized, line.spacing * 100, 'powerpoint'));
    top += heightOf(line);
    const width = visibleWidth(line.characters);
    const space = body.wraps ? { x: rect.x + body.left, width: room } : { x: rect.x + body.left, width };
    const text = line.characters
      .map(({ character }) => character)
      .join('')
      .trimEnd();
    const runs = [...new Set(line.characters.map(({ run }) => run))];
    return { text, baseline, x: startOf(line, space, width), width, runs };
  });
}

function heightOf({ sized, spacing }: LaidLine): number {
  return advance(sized, spacing * 100);
}

function startOf({ paragraph, first }: LaidLine, space: { x: number; width: number }, width: number): number {
  const hangs = first && !paragraph.bullet ? paragraph.indent : 0;
  const left = space.x + Math.max(0, paragraph.margin + hangs);
  const spare = space.x + space.width - left - width;
  return left + spare * ({ ctr: 0.5, r: 1 }[paragraph.align] ?? 0);
}

/** The lines of a paragraph; the space above the first one of a shape is not drawn. */
function layParagraph(
  paragraph: SimulatedParagraph,
  previous: SimulatedParagraph | null,
  room: number,
  set: SetRun,
): readonly LaidLine[] {
  const gap = previous ? previous.after + paragraph.before : 0;
  const { margin, indent, bullet } = paragraph;
  const width = (line: number) => room - Math.max(0, margin + (line === 0 && !bullet ? indent : 0));
  const stretches = stretchesOf(paragraph).map((runs) => runs.flatMap(set));
  const lines = stretches.flatMap((text, index) => breakLines(text, (line) => width(index + line)));
  return lines.map((characters, index) => {
    // The paragraph's mark stands at the end of its last line, and has its part in it.
    const mark = index === lines.length - 1 ? [paragraph.mark] : [];
    const seen = [...new Set(characters.map(({ run }) => run)), ...mark];
    return {
      characters,
      sized: { runs: seen.map(({ face, size }) => ({ family: face, size })) },
      spacing: paragraph.lines,
      before: index === 0 ? gap : 0,
      paragraph,
      first: index === 0,
    };
  });
}

/** The runs between the breaks that the file has. */
function stretchesOf({ pieces }: SimulatedParagraph): readonly (readonly SimulatedRun[])[] {
  const stretches: SimulatedRun[][] = [[]];
  for (const piece of pieces) {
    if (piece === 'break') stretches.push([]);
    else stretches.at(-1)?.push(piece);
  }
  return stretches;
}
