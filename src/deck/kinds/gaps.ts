import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { asNotes, derive, references, remarks } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Row = SlideOf<'gaps'>['rows'][number];

/** Body of the slide, y 168 to 616, the head of the rows, and the most that one row takes; px. */
const box = 448;
const head = 30;
const tallest = 110;

/** What the sources are worth, then what is not known: an empty cell for each, and why it matters. */
export const gaps: ComposeKind<'gaps'> = (slide, context) => {
  const { labels, brief, fit, part } = context;
  const summary = part.first ? (slide.summary?.text ?? brief.source_summary) : null;
  const above = summary ? 27 + Math.max(48, fit.height(summary, 15, 956)) : 0;
  const notes = slide.rows.map((row) => notesOf(row, context));
  const bare = notes.every(({ length }) => length === 0);
  const tall = (pt: number) =>
    slide.rows.reduce((sum, row, index) => {
      const beside = (notes[index] ?? []).reduce((inner, note) => inner + fit.height(note, 15, 466), 0);
      return (
        sum +
        Math.max(
          pt === 15 ? 42 : 50,
          (pt === 15 ? 17 : 22) + Math.max(fit.height(row.text, pt, bare ? 956 : 466), beside),
        )
      );
    }, 0);
  const room = box - above - head;
  const step = fit.step(context.steps, room, tall);
  const rows = Math.min(room, Math.max(slide.rows.length * tallest, tall(step)));
  return {
    step,
    classes: bare ? ['bare'] : [],
    rules: [{ selector: '.gaps > ol', body: `--rows: ${Math.floor(rows)}px` }],
    view: {
      summaryLabel: label(labels.sourcesAsWhole),
      summary: summary ?? null,
      heads: { unknown: label(labels.unknown), matters: bare ? null : label(labels.whyMatters) },
      rows: slide.rows.map((row, index) => {
        const beside = notes[index] ?? [];
        return { text: row.text, notes: beside.length > 0 ? asNotes(beside) : null };
      }),
    },
  };
};

/** Why it matters, then in one line what it could change, what comes next and the statement's own remarks. */
function notesOf(row: Row, context: KindContext): readonly MappedText[] {
  const { labels } = context;
  const changes = joined(references(row.could_change, context), '; ');
  const rest = [
    changes ? derive(changes, (words) => `${labels.couldChange}: ${words}`) : null,
    row.next ? derive(row.next, (words) => `${labels.next}: ${words}`) : null,
    joined(remarks(row, context), '; '),
  ];
  return [row.why, ...rest].filter((text) => text !== null);
}
