import type { SlideOf } from '../outline/brief.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import type { KindContext } from './kind-view.js';
import { derive } from './pieces.js';
import type { ChangeRow, SinceLast } from './since-last.js';

type Slide = SlideOf<'whats-new'>;

/** A slide of what is new with its rows, and how many more changes there are in words; null where all have a row. */
export interface FilledSlide {
  readonly slide: Slide;
  readonly more: MappedText | null;
}

/** More rows than this are no overview. */
const mostRows = 8;
/** More judgements that stand than this are told nowhere. */
const mostUnchanged = 3;

/** Fills the slide from the previous edition where the outline gives no rows: the weightiest changes, as many as `fits` says. */
export function fillWhatsNew(
  slide: Slide,
  context: KindContext,
  fits: (filled: FilledSlide) => boolean,
): FilledSlide {
  const { since, labels, brief } = context;
  if (!since || slide.rows.length > 0 || slide.none || brief.changes === 'none')
    return { slide: slide.none || brief.changes !== 'none' ? slide : { ...slide, none: true }, more: null };
  const start = { ...slide, since: slide.since ?? since.since };
  if (since.rows.length === 0)
    return { slide: { ...start, none: since.moved.length === 0 }, more: moreOf(since.others, labels) };
  const unchanged = slide.unchanged.length > 0 ? slide.unchanged : since.unchanged.slice(0, mostUnchanged);
  const filled = (count: number, stands: readonly MappedText[]): FilledSlide => ({
    slide: {
      ...start,
      rows: since.rows.slice(0, count).map((row) => withPage(row, context)),
      unchanged: stands,
    },
    more: moreOf(since.others + untold(since, count), labels),
  });
  const most = Math.min(mostRows, since.rows.length);
  const whole = filled(most, unchanged);
  if (fits(whole)) return whole;
  const counts = Array.from({ length: most }, (_, index) => most - index);
  const fitting = counts.find((count) => fits(filled(count, slide.unchanged)));
  return filled(fitting ?? 1, slide.unchanged);
}

/** The name of a row with the page that it is to be read on. */
function withPage(row: ChangeRow, { page, labels }: KindContext): ChangeRow {
  const [place] = row.see;
  const number = place ? page(place.slide) : null;
  if (number === null) return { ...row, see: [] };
  const words = `${labels.page}\u00a0${number}`;
  const name = row.name ? derive(row.name, (own) => `${own}, ${words}`) : label(words);
  return { ...row, name, see: [] };
}

function untold({ rows, tells }: SinceLast, count: number): number {
  return tells.slice(count, rows.length).reduce((sum, each) => sum + each, 0);
}

function moreOf(count: number, labels: KindContext['labels']): MappedText | null {
  if (count === 0) return null;
  return label(`${labels.andFurther} ${count} ${count === 1 ? labels.furtherChange : labels.furtherChanges}`);
}
