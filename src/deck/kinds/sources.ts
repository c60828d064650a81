import type { SlideOf, Source } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { citedSources } from '../cited.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext, KindView } from '../kind-view.js';
import { sum } from '../lengths.js';
import { derive } from '../pieces.js';
import { sourceLine } from '../source-line.js';
import { joined } from '../statement-lines.js';
import { lineage } from './lineage.js';
import type { Drawn, LineageColumn } from './lineage-lines.js';

type Slide = SlideOf<'sources'>;

/** Sources that are drawn as boxes; more stand in a table. */
const mostBoxes = 6;
/** Where boxes may reach from their top at y 200, px; a summary below them takes its share. */
const boxesHeight = 412;

/** Lineage from left to right for up to six sources: said, relayed, read; else a numbered table that says the same. */
export const sources: ComposeKind<'sources'> = (slide, context) => {
  const { part } = context;
  const shown = shownSources(slide, context);
  const drawn = shown.slice(part.from, part.to).map(([id, source], index) =>
    entry(
      id,
      source,
      part.from + index,
      shown.map(([each]) => each),
      context,
    ),
  );
  const wanted = slide.drawing === 'lineage' || (slide.drawing === null && drawn.length <= mostBoxes);
  const lineageBoxes = wanted && part.of === 1 ? boxes(slide, drawn, context) : null;
  return lineageBoxes ?? table(slide, drawn, context);
};

/** The sources that the slide lists, each with its id. */
export function shownSources(
  { show }: Slide,
  { brief }: KindContext,
): readonly (readonly [string, Source])[] {
  const cited = show === 'cited' ? citedSources(brief) : null;
  return [...brief.sources].filter(([id]) => cited === null || cited.has(id));
}

/** Null where the way of the sources cannot be drawn: nothing was relayed, a relay was relayed again, or there is no room. */
function boxes(slide: Slide, drawn: readonly Drawn[], context: KindContext): KindView | null {
  const { fit, labels } = context;
  const summary = summaryOf(slide, context);
  const readCount = drawn.filter(({ held }) => held).length;
  const inside = readCount === 1 ? summary : null;
  const below = inside === null && summary ? Math.max(48, fit.height(summary, 15, 956)) + 24 : 0;
  const layout = lineage(drawn, boxesHeight - below, inside, fit);
  if (layout === null) return null;
  const names = { said: labels.said, relayed: labels.relayed, read: labels.read };
  const column = ({ name, boxes: held }: LineageColumn): View => ({
    class: label(name),
    name: label(names[name]),
    boxes: held.map(({ number, name: who, detail, date, grade, via }) => ({
      number,
      name: who,
      detail,
      date,
      grade,
      via,
      summary: name === 'read' ? inside : null,
    })),
  });
  return {
    step: 15,
    headline: slide.headline ?? label(labels.sourcesHeadline),
    classes: ['lineage'],
    rules: layout.rules,
    view: {
      ...frameOf(slide, inside === null ? summary : null, label(labels.heldKey), context),
      columns: layout.columns.map(column),
      rows: null,
    },
  };
}

function table(slide: Slide, drawn: readonly Drawn[], context: KindContext): KindView {
  const { fit, labels } = context;
  const summary = context.part.last ? summaryOf(slide, context) : null;
  const below = summary ? Math.max(48, fit.height(summary, 15, 956)) + 24 : 0;
  const details = (each: Drawn) => joined([each.detail, each.date], ', ') ?? each.date;
  const told = (each: Drawn, pt: number) =>
    fit.height(each.name, pt, 690, 'sans-bold') + fit.height(details(each), pt, 690);
  const height = (pt: number) => 36 + drawn.reduce((sum, each) => sum + 12 + told(each, pt), 0);
  const room = 468 - below;
  const step = fit.step(context.steps, room, height);
  // A list that is long for one slide runs on: name and details in one line, where the other columns are narrow.
  const runOn = context.part.of === 1 && height(step) > room;
  const closer = 36 + sum(drawn.map((each) => 8 + runOnHeight(each, details(each), step, context)));
  return {
    step,
    full: (runOn ? closer : height(step)) / room,
    headline: slide.headline ?? label(labels.sourcesHeadline),
    classes: runOn ? ['by-table', 'run-on'] : ['by-table'],
    view: {
      ...frameOf(slide, summary, null, context),
      columns: null,
      rows: drawn.map((each) => ({
        number: each.number,
        name: each.name,
        detail: details(each),
        via: each.relay ?? label(each.held ? labels.read : labels.notStated),
        grade: each.grade ?? label(labels.ungraded),
      })),
    },
  };
}

/** Name and details in one line, where the columns beside it are narrow; what is not bold is taken to be as wide. */
function runOnHeight({ name }: Drawn, details: MappedText, pt: number, { fit }: KindContext): number {
  return fit.height(`${name.text} ${details.text}`, pt, 810);
}

/** The key stands at the foot with what the slide notes of its sources. */
function frameOf(
  slide: Slide,
  summary: MappedText | null,
  key: MappedText | null,
  context: KindContext,
): View {
  const { brief, labels, language } = context;
  const cited = sourceLine(slide.sources, null, brief, labels, language, slide.pointer);
  const keyed = joined([key, slide.source_note], ' ');
  return {
    corner: label(labels.number),
    heads: [labels.source, labels.reachedUs, labels.grade].map((text) => ({ text: label(text) })),
    summary,
    summaryLabel: label(labels.sourcesAsWhole),
    foot: [
      ...(slide.footnote ? [{ label: label(labels.note), text: slide.footnote }] : []),
      ...(keyed ? [{ label: label(key ? labels.key : labels.noteRow), text: keyed }] : []),
      ...(cited ? [{ label: label(labels.source), text: cited }] : []),
    ],
  };
}

function summaryOf(slide: Slide, { brief }: KindContext): MappedText | null {
  return slide.summary ?? brief.source_summary;
}

/** What is printed of a source; one that may not be named shows what its descriptor says and nothing else of who it is. */
function entry(
  id: string,
  source: Source,
  index: number,
  shown: readonly string[],
  context: KindContext,
): Drawn {
  const { brief, labels, fit } = context;
  const named = source.attribution === 'named';
  const said = named ? (source.author ?? source.title ?? source.outlet) : null;
  const rest = [source.title, source.outlet].filter((text) => text !== said);
  const withType = joined([...rest, source.type], ', ');
  // What sort of thing it is goes first where the box has no room for it.
  const detail = withType && fit.lines(withType, 15, 268) === 1 ? withType : joined(rest, ', ');
  const relay = source.via === null ? null : brief.sources.get(source.via);
  const relayName =
    relay?.attribution === 'named' ? (relay.short ?? relay.author ?? relay.title ?? relay.outlet) : null;
  const relayNumber = source.via === null ? 0 : shown.indexOf(source.via) + 1;
  const numbered = relayNumber > 0 ? ` (${relayNumber})` : '';
  return {
    id,
    held: source.held,
    viaId: source.via,
    via: relay
      ? label(`${labels.via} ${relayNumber > 0 ? relayNumber : (relayName?.text ?? labels.unknownSource)}`)
      : null,
    relay: relay ? derive(relayName ?? label(labels.unknownSource), (words) => `${words}${numbered}`) : null,
    number: label(String(index + 1)),
    name: said ?? label(labels.unknownSource),
    detail: named ? linked(detail, source.url) : source.descriptor,
    date: source.date_note ?? (source.date ? label(context.date(source.date)) : label(labels.undated)),
    grade: source.grade ? label(source.grade) : null,
  };
}

function linked(text: MappedText | null, url: string | null): MappedText | null {
  if (text === null || url === null || /[[\]]/u.test(text.text)) return text;
  return { ...derive(text, (words) => `[${words}](${url})`), form: 'inline' };
}
