import type { Rect, Run, Scene, SceneItem, TextItem } from '../../scene/scene.js';
import type { BrandLayout, BrandMark } from './brand.js';
import type { BrandPalette } from './brand-palette.js';
import { contrast, luminance } from './colours.js';

/** What a slide's texts are seen against, and what to write them in where they cannot be read. */
export interface Ground {
  readonly layout: BrandLayout;
  readonly palette: BrandPalette;
  /** Colour of the slide's own ground as it comes out; null where that of the layout shows. */
  readonly painted: string | null;
  /** The deck's text colour and its ground: the two that are surely read against each other. */
  readonly ink: string;
  readonly paper: string;
}

/** The slide with its texts readable on what the template draws behind them: those that stand on the bare ground. */
export function readable(scene: Scene, ground: Ground): Scene {
  const bare = scene.background?.kind === 'solid' ? scene.background.colour.hex : ground.paper;
  const items = scene.items.map((item): SceneItem => {
    const own = item.kind === 'text' && item.inside === null && (item.ground?.hex ?? bare) === bare;
    return own ? readableText(item, ground) : item;
  });
  return { ...scene, items };
}

function readableText(text: TextItem, ground: Ground): TextItem {
  const behind = colourBehind(text.extent, ground);
  return {
    ...text,
    paragraphs: text.paragraphs.map((paragraph) => ({
      ...paragraph,
      lines: paragraph.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run) => readableRun(run, behind, ground)),
      })),
    })),
  };
}

/** Large letters need less: 24 px, or 18.7 px in bold. */
function readableRun(run: Run, behind: string, { palette, ink, paper }: Ground): Run {
  const least = run.size >= 24 || (run.size >= 56 / 3 && run.weight >= 700) ? 3 : 4.5;
  if (run.highlight || contrast(palette.shown(run.colour.hex), behind) >= least) return run;
  const [best = run.colour.hex] = [run.colour.hex, ink, paper].toSorted(
    (a, b) => contrast(palette.shown(b), behind) - contrast(palette.shown(a), behind),
  );
  return { ...run, colour: { ...run.colour, hex: best } };
}

/** The colour behind a place. Where it is a picture, the template's own titles tell whether it is a dark one. */
function colourBehind(rect: Rect, { layout, painted }: Ground): string {
  const behind = layout.marks.reduce(
    (below, { rect: mark, fill }) =>
      fill !== null && area(meet(mark, rect)) > area(rect) / 2 ? fill : below,
    painted ?? layout.ground,
  );
  if (behind !== 'picture') return behind;
  return luminance(layout.titleColour ?? '#000000') > 0.4 ? '#000000' : '#FFFFFF';
}

/** Marks of a layout that something of the slide stands on: pictures and shapes, not grounds. */
export function marksUnder(scene: Scene, { marks }: BrandLayout): readonly BrandMark[] {
  const page = scene.width * scene.height;
  const shown = scene.items.flatMap((item) => {
    if (item.kind === 'box') return [];
    return [item.kind === 'text' ? item.extent : item.rect];
  });
  return marks.filter(({ rect, fill }) => {
    // What fills much of the slide, or runs along all of a side, is a ground and meant to be written on.
    const isGround =
      area(rect) > page * 0.2 || rect.width > scene.width * 0.9 || rect.height > scene.height * 0.9;
    return fill !== null && !isGround && shown.some((own) => overlaps(own, rect));
  });
}

/** More than a hair's breadth: 4 px each way. */
function overlaps(one: Rect, other: Rect): boolean {
  const { width, height } = meet(one, other);
  return width > 4 && height > 4;
}

function meet(one: Rect, other: Rect): Rect {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x);
  return { x, y, width, height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y) };
}

function area({ width, height }: Rect): number {
  return width * height;
}
