import type { SlideOf, Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { asNotes, badge, derive, remarks } from '../pieces.js';
import { badgeOf, joined, range, sharedBasis } from '../statement-lines.js';

/** Height of the rows together, y 208 to 620, and the most that one row takes of it; px. */
const box = 412;
const tallest = 135;
/** Length of the track from 0 to 100, px. */
const track = 270;

/** How the rows are drawn: with tracks, with remarks beside them, or the statement alone over the whole width. */
type Drawing = 'with-likelihood' | 'noted' | 'wide';

/** Squares that a confidence fills, of three. */
const squares: Readonly<Record<string, number>> = { low: 1, medium: 2, moderate: 2, high: 3, 'very high': 3 };

/** Numbered rows; with likelihoods, word and range above a track from 0 to 100, and confidence apart. */
export const keyJudgements: ComposeKind<'key-judgements'> = (slide, context) => {
  const { points } = slide;
  const rated = points.some(({ likelihood, confidence }) => likelihood !== null || confidence !== null);
  const drawing: Drawing = rated
    ? 'with-likelihood'
    : points.some((point) => remarks(point, context).length > 0)
      ? 'noted'
      : 'wide';
  const steps = context.steps.filter((pt) => pt <= largest(points.length, rated));
  const tall = (pt: number, reasons: boolean) =>
    points.reduce(
      (sum, point) =>
        sum + (rated ? ratedHeight(point, pt, reasons, context) : plainHeight(point, pt, drawing, context)),
      0,
    );
  const step = context.fit.step(steps, box, (pt) => tall(pt, true));
  // Where the rows are too many for the reasons of their confidence, the reasons go first.
  const reasons = tall(step, true) <= box || points.length < 6;
  const rows = Math.min(box, points.length * tallest);
  return {
    step,
    full: tall(step, reasons) / box,
    classes: [drawing],
    rules: [{ selector: '.ledger > ol', body: `--rows: ${rows}px` }, ...(rated ? points.map(marks) : [])],
    view: view(slide, drawing, reasons, context),
  };
};

/** Largest text step by how many judgements share the slide. */
function largest(count: number, rated: boolean): number {
  if (rated) return count > 5 ? 15 : 18;
  return count > 5 ? 18 : 21;
}

function view(
  slide: SlideOf<'key-judgements'>,
  drawing: Drawing,
  reasons: boolean,
  context: KindContext,
): View {
  const { labels } = context;
  const heads: Readonly<Record<Drawing, readonly string[]>> = {
    'with-likelihood': [`${labels.likelihood}, %`, labels.confidence],
    noted: [labels.readWith],
    wide: [],
  };
  const shared = sharedBasis(slide.points);
  const passedOn = slide.points.every(({ via }) => via.length > 0);
  return {
    mark: badge(shared, context, passedOn),
    intro: slide.basis_note,
    heads: heads[drawing].map((text) => ({ text: label(text) })),
    rows: slide.points.map((point) => ({
      badge: shared === null ? badgeOf(point, context) : null,
      text: point.text,
      ...(drawing === 'with-likelihood'
        ? rating(point, reasons, context)
        : { likelihood: null, confidence: null, remark: null, notes: asNotes(remarks(point, context)) }),
    })),
  };
}

function rating(point: Statement, reasons: boolean, context: KindContext): View {
  const { likelihood, confidence, because } = point;
  const { labels } = context;
  const figures = range(likelihood, context);
  const word = likelihood?.word ?? (figures ? label(figures) : null);
  return {
    likelihood: {
      word: word ? bold(word) : label(labels.notStated),
      range: figures ? label(likelihood?.word ? figures : '%') : null,
    },
    confidence: {
      word: confidence ? bold(label(capital(confidence))) : label(labels.notStated),
      because: reasons ? because : null,
    },
    remark: joined(remarks(point, context), '; '),
    notes: [],
  };
}

function bold(text: MappedText): MappedText {
  return { ...derive(text, (words) => `**${words}**`), form: 'inline' };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Where the band of a likelihood lies on its track, and which squares its confidence fills. */
function marks({ likelihood, confidence }: Statement, index: number): ItemRule {
  const from = ((likelihood?.from ?? 0) / 100) * track;
  const width = Math.max(2, ((likelihood?.to ?? 0) / 100) * track - from);
  const filled = ['--first', '--second', '--third'].slice(0, squares[confidence ?? ''] ?? 0);
  const declarations = [
    `--from: ${from.toFixed(1)}px`,
    `--band: ${width.toFixed(1)}px`,
    ...filled.map((square) => `${square}: var(--ink)`),
    ...(confidence === null ? ['--squares: none'] : []),
  ];
  return { selector: `.ledger > ol > li:nth-child(${index + 1})`, body: declarations.join('; ') };
}

function plainHeight(point: Statement, pt: number, drawing: Drawing, context: KindContext): number {
  const beside = remarks(point, context).reduce((sum, text) => sum + context.fit.height(text, 15, 270), 0);
  return Math.max(context.fit.height(point.text, pt, drawing === 'wide' ? 956 : 662) + 14, beside + 17);
}

function ratedHeight(point: Statement, pt: number, reasons: boolean, context: KindContext): number {
  const { fit } = context;
  const line = pt === 15 ? 24 : 29;
  const remark = joined(remarks(point, context), '; ');
  const said = fit.height(point.text, pt, 466) + 14 + (remark ? fit.height(remark, 14, 466) + 2 : 0);
  const likelihood = line + (range(point.likelihood, context) ? 43 : 19);
  const confidence = line + 19 + (reasons && point.because ? fit.height(point.because, 15, 172) : 0);
  return Math.max(said, likelihood, confidence);
}
