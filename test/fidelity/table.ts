import { distances, quantile } from '../pptx/words.js';
import type { SlideFigures } from './compare.js';

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
}

/** The slide that is least like its page. */
export function worst(slides: readonly SlideFigures[]): SlideFigures | null {
  return slides.reduce<SlideFigures | null>(
    (least, each) => (least && least.ssim <= each.ssim ? least : each),
    null,
  );
}

const columns: readonly {
  readonly head: string;
  readonly cell: (slides: readonly SlideFigures[]) => string;
}[] = [
  { head: 'slides', cell: (slides) => String(slides.length) },
  { head: 'SSIM', cell: (slides) => mean(slides.map((each) => each.ssim)).toFixed(4) },
  { head: 'least', cell: (slides) => worst(slides)?.ssim.toFixed(3) ?? '' },
  { head: 'on', cell: (slides) => String(worst(slides)?.slide ?? '') },
  { head: 'words', cell: (slides) => String(slides.reduce((sum, { shifts }) => sum + wordCount(shifts), 0)) },
  {
    head: 'missing',
    cell: (slides) => String(slides.reduce((sum, { shifts }) => sum + shifts.missing.length, 0)),
  },
  {
    head: 'other line',
    cell: (slides) => String(slides.reduce((sum, { shifts }) => sum + shifts.elsewhere.length, 0)),
  },
  ...(['across', 'down'] as const).flatMap((way) =>
    ([0.5, 0.95] as const).map((share) => ({
      head: `${way === 'across' ? '|dx|' : '|dy|'} p${share * 100}`,
      cell: (slides: readonly SlideFigures[]) =>
        quantile(distances(slides.flatMap(({ shifts }) => shifts[way])), share).toFixed(2),
    })),
  ),
];

function wordCount({ across, missing, elsewhere }: SlideFigures['shifts']): number {
  return across.length + missing.length + elsewhere.length;
}

/** A table of figures, a row for each name, px of a slide 1280 wide. */
export function tableOf(rows: readonly (readonly [string, readonly SlideFigures[]])[]): string {
  const cells = [
    ['deck', ...columns.map(({ head }) => head)],
    ...rows.map(([name, slides]) => [name, ...columns.map(({ cell }) => cell(slides))]),
  ];
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  return cells
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
