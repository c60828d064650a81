import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { joined } from '../statement-lines.js';
import { nameColumn, rowHeight, shareWidth, type TableCell, widthRules } from './table-columns.js';

type Slide = SlideOf<'actors'>;
type Row = Slide['rows'][number];

/** Fields of an actor in the order of their columns. */
const fields = ['role', 'interests', 'wants', 'offers', 'asked', 'held_back_by', 'levers', 'note'] as const;
type ActorField = (typeof fields)[number];

/** One column: its head and the fields whose texts it prints. */
interface Column {
  readonly head: MappedText;
  readonly shown: readonly ActorField[];
}

/** Px: the columns beside the names, the table's top, its head row, padding of a row and of a cell. */
const wide = 1152 - nameColumn;
const top = 164;
const head = 34;
const rowPadding = 11;
const cellPadding = 24;
/** More actors than this are set at 15 pt. */
const fewActors = 4;

/** A native table: one row an actor, one column a field; what is not known is said. */
export const actors: ComposeKind<'actors'> = (slide, context) => {
  const { labels, fit, part, steps } = context;
  const all = actorRows(slide, context);
  const rows = all.slice(part.from, part.to);
  const columns = columnsOf(slide, all, context);
  const widths = shareWidth(
    columns.map((column) => all.map((row) => cellOf(row, column, context))),
    wide,
  );
  const inner = widths.map((width) => width - cellPadding);
  const names = (pt: number, { name }: Row) => fit.height(name, pt, nameColumn - cellPadding, 'sans-bold');
  const cells = (row: Row) => columns.map((column) => cellOf(row, column, context));
  const tall = (row: Row, pt: number) => Math.max(names(pt, row), rowHeight(cells(row), inner, pt, fit));
  const height = (pt: number) => rows.reduce((sum, row) => sum + rowPadding + tall(row, pt), head);
  const small = rows.length > fewActors ? steps.filter((pt) => pt <= 15) : steps;
  return {
    step: fit.step(small, bodyBottom(footRows(slide, context), context) - top, height),
    rules: widthRules(widths, 2),
    view: {
      columns: columns.map((column) => ({ text: column.head })),
      rows: rows.map((row) => ({
        name: row.name,
        cells: columns.map((column) => ({ text: textOf(row, column) })),
      })),
      notStated: label(labels.notStated),
    },
  };
};

/** The rows as the outline lists them, else every actor. */
export function actorRows({ rows }: Slide, { brief }: KindContext): readonly Row[] {
  return rows.length > 0 ? rows : everyActor(brief.actors);
}

function everyActor(all: KindContext['brief']['actors']): readonly Row[] {
  return [...all].map(([id, actor]) => ({ ...actor, actor: id, pointer: `/actors/${id}` }));
}

/** The columns that the slide names, else those that a row fills. */
function columnsOf(slide: Slide, rows: readonly Row[], { labels }: KindContext): readonly Column[] {
  if (slide.columns.length === 0) {
    const filled = fields.filter((field) => rows.some((row) => row[field] !== null));
    return filled.map((field) => ({ head: label(labels.actorFields[field]), shown: [field] }));
  }
  return slide.columns.map(({ label: own, fields: shown }) => ({
    head: own ?? label(shown.map((field) => labels.actorFields[field]).join('; ')),
    shown,
  }));
}

function textOf(row: Row, { shown }: Column): MappedText | null {
  return joined(
    shown.map((field) => row[field]),
    '; ',
  );
}

function cellOf(row: Row, column: Column, { labels }: KindContext): TableCell {
  return { text: textOf(row, column) ?? labels.notStated, face: 'sans' };
}
