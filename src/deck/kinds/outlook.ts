import type { SlideOf, Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, ItemRule, KindContext, KindView } from '../kind-view.js';
import { derive, remarks } from '../pieces.js';
import { badgeOf, joined, needBadges, range } from '../statement-lines.js';

type Slide = SlideOf<'outlook'>;

/** Body of the slide, y 176 to 612, and the most that one row takes of it; px. */
const box = 436;
const tallest = 110;
/** What the track from 0 to 100 adds below a likelihood, and its height; px. */
const track = { below: 34, height: 20 };

/** What is to come: columns from near to far, or rows on a line into the future. */
export const outlook: ComposeKind<'outlook'> = (slide, context) =>
  slide.horizons.length > 0 ? columns(slide, context) : ahead(slide, context);

function ahead(slide: Slide, context: KindContext): KindView {
  const { fit } = context;
  const { points } = slide;
  const badges = needBadges(points, slide.basis);
  const views = points.map((point) => ({
    badge: badges ? badgeOf(point, context) : null,
    text: point.text,
    beside: point.likelihood !== null || noteOf(point, context) !== null,
    likelihood: likelihoodOf(point, context),
    note: noteOf(point, context),
  }));
  const wide = views.every(({ beside }) => !beside);
  const rowHeight = (point: Statement, pt: number) => {
    const note = noteOf(point, context);
    const beside =
      (point.likelihood ? 24 + (hasBand(point, context) ? track.below : 0) : 0) +
      (note ? fit.height(note, 15, 270) : 0);
    return 22 + Math.max(fit.height(point.text, pt, wide ? 956 : 662), beside + 4);
  };
  const tall = (pt: number) => points.reduce((sum, point) => sum + rowHeight(point, pt), 0);
  const step = fit.step(context.steps, box, tall);
  const rows = Math.max(Math.min(box, points.length * tallest), Math.min(box, Math.ceil(tall(step))));
  return {
    step,
    classes: wide ? ['wide'] : [],
    rules: [
      {
        selector: '.ahead > ul',
        body: `--rows: ${rows}px; --tail: ${Math.max(30, Math.round(rows / points.length) - 40)}px`,
      },
      ...points.flatMap((point, index) =>
        bandRules(`.ahead > ul > li:nth-child(${index + 1}) > ul > li:first-child`, point, 270, context),
      ),
    ],
    view: { horizons: null, points: views },
  };
}

function columns({ horizons }: Slide, context: KindContext): KindView {
  const { fit } = context;
  // Where some horizons have dates, the others leave the room for them.
  const dated = horizons.some((horizon) => datesOf(horizon, context));
  const width = (956 - 24 * (horizons.length - 1)) / horizons.length;
  const tall = (pt: number) =>
    Math.max(...horizons.map((horizon) => columnHeight(horizon, pt, width, context)));
  return {
    step: fit.step(context.steps, box, tall),
    classes: ['by-horizon'],
    rules: horizons.flatMap((horizon, column) => [
      ...(dated && !datesOf(horizon, context)
        ? [{ selector: `.horizon:nth-child(${column + 1}) > ul`, body: 'margin-top: 38px' }]
        : []),
      ...horizon.points.flatMap((point, index) =>
        bandRules(
          `.horizon:nth-child(${column + 1}) > ul > li:nth-child(${index + 1}) > p:nth-child(2)`,
          point,
          width,
          context,
        ),
      ),
    ]),
    view: {
      points: null,
      horizons: horizons.map((horizon) => ({
        name: horizon.name,
        dates: datesOf(horizon, context),
        points: horizon.points.map(
          (point): View => ({
            text: point.text,
            likelihood: likelihoodOf(point, context),
            note: noteOf(point, context),
          }),
        ),
      })),
    },
  };
}

function columnHeight(
  horizon: Slide['horizons'][number],
  pt: number,
  width: number,
  context: KindContext,
): number {
  const { fit } = context;
  const head =
    32 + fit.height(horizon.name, 21, width, 'serif-bold') + (datesOf(horizon, context) ? 24 : 0) + 14;
  return horizon.points.reduce((sum, point) => {
    const note = noteOf(point, context);
    const likelihood = point.likelihood ? 28 + (hasBand(point, context) ? track.below : 0) : 0;
    return (
      sum + 23 + fit.height(point.text, pt, width) + likelihood + (note ? 4 + fit.height(note, 15, width) : 0)
    );
  }, head);
}

function datesOf(
  { from, to, name }: Slide['horizons'][number],
  { date, labels }: KindContext,
): MappedText | null {
  const start = from ? date(from) : null;
  const end = to ? date(to) : null;
  const words =
    start && end
      ? `${start} – ${end}`
      : start
        ? `${labels.from} ${start}`
        : end
          ? `${labels.until} ${end}`
          : '';
  return words === '' || name.text === (start ?? end) ? null : label(words);
}

function likelihoodOf(point: Statement, context: KindContext): View | null {
  const { likelihood } = point;
  if (likelihood === null) return null;
  const figures = range(likelihood, context);
  const beside = figures ? `${figures} %` : '';
  return likelihood.word
    ? { word: likelihood.word, range: beside ? label(beside) : null }
    : { word: label(beside || context.labels.notStated), range: null };
}

/** Whose it is, how sure it is and the statement's own remarks, in small. */
function noteOf(point: Statement, context: KindContext): MappedText | null {
  const { labels, date } = context;
  const { by, via, confidence, because, resolves_by } = point;
  return joined(
    [
      by ? by.name : null,
      ...via.map(({ name }) => derive(name, (words) => `${labels.via} ${words}`)),
      confidence ? label(`${labels.confidence.toLowerCase()}: ${confidence}`) : null,
      because,
      resolves_by ? label(`${labels.byWhen.toLowerCase()} ${date(resolves_by)}`) : null,
      point.if_wrong ? derive(point.if_wrong, (words) => `${labels.ifWrong}: ${words}`) : null,
      ...remarks(point, context),
    ],
    '; ',
  );
}

function hasBand({ likelihood }: Statement, context: KindContext): boolean {
  return range(likelihood, context) !== null;
}

/** The track from 0 to 100 below the word, filled from the lower to the upper figure. */
function bandRules(
  selector: string,
  point: Statement,
  width: number,
  context: KindContext,
): readonly ItemRule[] {
  const { likelihood } = point;
  if (!hasBand(point, context) || likelihood?.from == null || likelihood.to == null) return [];
  const place = `content: ''; position: absolute; bottom: 8px; height: ${track.height}px; --pptx-role: decoration`;
  const from = (likelihood.from / 100) * width;
  const length = Math.max(2, ((likelihood.to - likelihood.from) / 100) * width);
  return [
    { selector, body: `padding-bottom: ${track.below}px` },
    {
      selector: `${selector}::before`,
      body: `${place}; inset-inline-start: 0; width: ${width.toFixed(1)}px; background: var(--tint)`,
    },
    {
      selector: `${selector}::after`,
      body: `${place}; inset-inline-start: ${from.toFixed(1)}px; width: ${length.toFixed(1)}px; background: var(--accent)`,
    },
  ];
}
