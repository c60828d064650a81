import { label } from '../../outline/mapped-text.js';
import type { SlideOf } from '../../outline/brief.js';
import type { View } from '../deck.js';
import { endOf, precisionOf, startOf } from '../dates.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { wordsAt } from '../pieces.js';

type Event = SlideOf<'timeline'>['events'][number];
type Dated = Event & { readonly date: string };

const width = 956;
const day = 86_400_000;

/** Years above, the dense stretch magnified below; known dates on stems, rough ones as dashed bars, undated ones in a row. */
export const timeline: ComposeKind<'timeline'> = (slide, context) => {
  const dated = slide.events.filter((event): event is Dated => event.date !== null);
  const exact = dated.filter(({ date }) => precisionOf(date) === 'day');
  const rough = dated.filter(({ date }) => precisionOf(date) !== 'day');
  const lens = exact.length > 0 ? lensOf(exact) : null;
  const years = rough.length > 0 || !lens ? yearsOf(dated) : null;
  const undated = slide.events.filter(({ date }) => date === null);
  return {
    step: 15,
    classes: [years ? 'with-years' : 'lens-only', ...(undated.length > 0 ? ['with-undated'] : [])],
    rules: [...(years ? yearRules(years, rough, lens) : []), ...(lens ? lensRules(lens, exact, context) : [])],
    view: {
      years: years ? years.map((year) => yearView(year, rough, context)) : null,
      yearsLabel: label(context.labels.byYear),
      lensLabel: label(lens?.unit === 'day' ? context.labels.byDay : context.labels.byMonth),
      lensNote: label(context.labels.toScale),
      rough: rough.length > 0 ? rough.map((event) => eventView(event, context)) : null,
      ticks: lens ? ticksOf(lens, exact, context) : null,
      events: exact.length > 0 ? exact.map((event) => eventView(event, context)) : null,
      undatedLabel: label(context.labels.noDate),
      undated: undated.length > 0 ? undated.map((event) => ({ text: event.text, note: event.note })) : null,
    },
  };
};

interface Lens {
  readonly from: number;
  readonly to: number;
  readonly unit: 'day' | 'month';
}

/** The stretch of the exact dates, whole days or months. */
function lensOf(exact: readonly Dated[]): Lens {
  const from = Math.min(...exact.map(({ date }) => startOf(date).getTime()));
  const to = Math.max(...exact.map(({ date, end }) => endOf(end ?? date).getTime()));
  if ((to - from) / day <= 21) return { from, to, unit: 'day' };
  const [first, last] = [new Date(from), new Date(to - 1)];
  return { from: Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1), to: Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1), unit: 'month' };
}

function yearsOf(dated: readonly Dated[]): readonly number[] {
  const all = dated.map(({ date }) => startOf(date).getUTCFullYear());
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function yearView(year: number, rough: readonly Dated[], context: KindContext): View {
  const known = rough.find(({ date }) => date === String(year));
  return { text: label(String(year)), note: known ? (known.note ?? label(context.labels.undated)) : null };
}

function eventView(event: Dated, context: KindContext): View {
  const about = event.about ? '≈ ' : '';
  return { date: wordsAt(`${about}${context.day(event.date)}`, `${event.pointer}/date`), text: event.text };
}

function yearRules(years: readonly number[], rough: readonly Dated[], lens: Lens | null): readonly ItemRule[] {
  const cell = width / years.length;
  const first = Date.UTC(years[0] ?? 1970, 0, 1);
  const scale = width / (Date.UTC((years.at(-1) ?? 1970) + 1, 0, 1) - first);
  const cells = years.map((year, index): ItemRule => {
    const dashed = rough.some(({ date }) => date === String(year));
    return { selector: `.years > ul > li:nth-child(${index + 1})`, body: `left: ${Math.round(index * cell)}px; width: ${Math.round((index + 1) * cell) - Math.round(index * cell)}px; border-style: ${dashed ? 'dashed' : 'solid'}` };
  });
  const labels = rough.map(({ date }, index): ItemRule => ({ selector: `.rough > ul > li:nth-child(${index + 1})`, body: `left: ${Math.round((startOf(date).getTime() - first) * scale) + 10}px; width: ${Math.round(cell) - 24}px` }));
  if (!lens) return [...cells, ...labels];
  const at = Math.round((lens.from - first) * scale);
  return [...cells, ...labels, { selector: '.years', body: `--at: ${at}px; --span: ${Math.max(8, Math.round((lens.to - lens.from) * scale))}px` }];
}

/** Ticks of the lens: a day or a month each; a tick with an event shows its mark instead of its number. */
function ticksOf(lens: Lens, exact: readonly Dated[], context: KindContext): readonly View[] {
  return tickStarts(lens).map((start, index) => {
    const iso = new Date(start).toISOString().slice(0, lens.unit === 'day' ? 10 : 7);
    const marked = lens.unit === 'day' && exact.some(({ date }) => date === iso);
    const first = index === 0 || iso.endsWith('-01');
    const text = lens.unit === 'day' ? (first ? context.day(iso) : String(new Date(start).getUTCDate())) : context.date(iso).split(' ')[0];
    return { text: label(marked ? '■' : (text ?? '').replace(/(\d+ \p{L}{3})\p{L}+/u, '$1')) };
  });
}

function tickStarts({ from, to, unit }: Lens): readonly number[] {
  const starts: number[] = [];
  for (let at = from; at < to; at = unit === 'day' ? at + day : Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1, 1)) starts.push(at);
  return starts;
}

/** Places ticks and labels; labels alternate above and below, and lean left where they would leave the lens. */
function lensRules(lens: Lens, exact: readonly Dated[], { fit }: KindContext): readonly ItemRule[] {
  const scale = width / (lens.to - lens.from);
  const ticks = tickStarts(lens).map((start, index, all): ItemRule => {
    const left = Math.round((start - lens.from) * scale);
    const right = Math.round(((all[index + 1] ?? lens.to) - lens.from) * scale);
    return { selector: `.ticks > ul > li:nth-child(${index + 1})`, body: `left: ${left}px; width: ${right - left}px` };
  });
  const centres = exact.map(({ date }) => Math.round((startOf(date).getTime() + (lens.unit === 'day' ? day / 2 : 0) - lens.from) * scale));
  const labels = exact.map((event, index): ItemRule => {
    const at = centres[index] ?? 0;
    const next = centres[index + 2] ?? width;
    const leftwards = at > width - 240;
    const room = leftwards ? Math.min(280, at - 12) : Math.max(150, Math.min(400, next - at - 24, width - at - 16));
    const lines = fit.lines(event.text, 15, room) + 1;
    const above = index % 2 === 0;
    const place = leftwards ? `left: ${at - room - 12}px; text-align: right; --stem: ${room + 11}px` : `left: ${at + 12}px; --stem: -13px`;
    return { selector: `.events > ul > li:nth-child(${index + 1})`, body: `${place}; width: ${room}px; ${above ? `bottom: var(--above); --stem-top: 0px; --stem-height: ${lines * 24 + 14}px` : `top: var(--below); --stem-top: -22px; --stem-height: ${lines * 24 + 24}px`}` };
  });
  return [...ticks, ...labels];
}
