import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { derive, references } from '../pieces.js';
import { ledger, numeral } from './ledger.js';

/** What the sources are worth, then what is not known and why that matters. */
export const gaps: ComposeKind<'gaps'> = (slide, context) => {
  const { labels, brief } = context;
  const summary = slide.summary?.text ?? brief.source_summary;
  const rows = slide.rows.map((row, index) => ({
    name: numeral(index),
    text: row.text,
    notes: [
      ...(row.why ? [row.why] : []),
      ...(row.next ? [derive(row.next, (words) => `${labels.next}: ${words}`)] : []),
      ...references(row.could_change, context),
    ],
  }));
  const first = summary ? [{ name: label(labels.sourcesAsWhole), text: summary, notes: [] }] : [];
  return ledger(
    [...first, ...rows],
    { name: null, text: label(labels.unknown), note: label(labels.whyMatters) },
    context,
    440,
  );
};
