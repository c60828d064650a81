import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { derive, wordsAt } from '../pieces.js';
import { ledger } from './ledger.js';

/** A board of signs: status in the margin, the sign, what it points to. */
export const indicators: ComposeKind<'indicators'> = (slide, context) => {
  const { labels } = context;
  const rows = slide.rows.map((row) => ({
    name: label(row.status ?? labels.notChecked),
    text: row.text,
    notes: [
      ...(row.points_to ? [derive(row.points_to, (words) => `${labels.pointsTo} **${words}**`)] : []),
      ...(row.points_away ? [derive(row.points_away, (words) => `${labels.pointsAway} **${words}**`)] : []),
      ...(row.threshold ? [row.threshold] : []),
      ...(row.checked ? [wordsAt(context.date(row.checked), `${row.pointer}/checked`)] : []),
      ...(row.added ? [label(labels.added)] : []),
    ],
  }));
  return ledger(
    rows,
    { name: label(labels.status), text: label(labels.sign), note: label('\u00a0') },
    context,
    440,
  );
};
