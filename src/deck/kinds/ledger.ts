import type { MappedText } from '../../outline/mapped-text.js';
import { label } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { KindContext } from '../kind-view.js';

/** One row of the ledger: name in the margin, sentence, notes beside it. */
export interface LedgerRow {
  readonly name: MappedText;
  readonly text: MappedText;
  readonly notes: readonly MappedText[];
}

/** Head of the ledger's columns. */
export interface LedgerHeader {
  readonly name: MappedText | null;
  readonly text: MappedText;
  readonly note: MappedText | null;
}

/** The view of a ledger of rows, and the step at which it fits a box of this height in px. */
export function ledger(
  rows: readonly LedgerRow[],
  header: LedgerHeader | null,
  context: KindContext,
  box: number,
): { readonly step: number; readonly view: View } {
  const wide = rows.every(({ notes }) => notes.length === 0);
  const width = wide ? 956 : 662;
  const { fit, steps } = context;
  const height = (pt: number) =>
    (header ? 34 : 0) +
    rows.reduce((sum, row) => {
      const beside = row.notes.reduce((inner, note) => inner + fit.height(note, 15, 270), 0);
      return (
        sum +
        Math.max(fit.height(row.text, pt, width), beside, fit.height(row.name, 15, 172, 'sans-bold')) +
        23
      );
    }, 0);
  return {
    step: fit.step(steps, box, height),
    view: {
      columns: label(wide ? 'two' : 'three'),
      header: header ? { ...header } : null,
      rows: rows.map(({ name, text, notes }) => ({
        name,
        text,
        notes: notes.length > 0 ? notes.map((note) => ({ text: note })) : null,
      })),
    },
  };
}

/** A numeral for the margin. */
export function numeral(index: number): MappedText {
  return { text: String(index + 1), at: null, form: 'plain' };
}
