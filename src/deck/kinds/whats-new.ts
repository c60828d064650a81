import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { derive } from '../pieces.js';
import { ledger } from './ledger.js';

/** What changed since the last edition, was and now, and what stands. */
export const whatsNew: ComposeKind<'whats-new'> = (slide, context) => {
  const { labels } = context;
  const rows = slide.rows.map((row) => ({
    name: row.name ?? label(row.direction ? labels.directions[row.direction] : labels.changed),
    text: row.now ?? row.was ?? label(labels.notStated),
    notes: [
      ...(row.was && row.now ? [derive(row.was, (words) => `${labels.was} ${words}`)] : []),
      ...(row.why ? [row.why] : []),
    ],
  }));
  const unchanged = slide.unchanged.map((text, index) => ({
    name: label(index === 0 ? labels.unchanged : ' '),
    text,
    notes: [],
  }));
  const nothing =
    slide.none || rows.length === 0
      ? [{ name: label(labels.unchanged), text: label(labels.nothingNew), notes: [] }]
      : [];
  return ledger(
    [...rows, ...nothing, ...unchanged],
    { name: null, text: label(labels.now), note: label(labels.before) },
    context,
    440,
  );
};
