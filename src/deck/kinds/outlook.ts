import type { Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { remarks } from '../pieces.js';
import { type LedgerRow, ledger, numeral } from './ledger.js';

/** What comes, from near to far; a horizon names its first row. */
export const outlook: ComposeKind<'outlook'> = (slide, context) => {
  const rows: readonly LedgerRow[] =
    slide.horizons.length > 0
      ? slide.horizons.flatMap(({ name, points }) =>
          points.map((point, index) => row(point, index === 0 ? name : label('\u00a0'), context)),
        )
      : slide.points.map((point, index) => row(point, numeral(index), context));
  return ledger(rows, null, context, slide.basis ? 420 : 450);
};

function row(point: Statement, name: MappedText, context: KindContext): LedgerRow {
  const word = point.likelihood?.word;
  const band = point.likelihood?.from != null ? ` (${point.likelihood.from}–${point.likelihood.to} %)` : '';
  const likely = word ? [{ ...word, text: `**${word.text}**${band}` }] : [];
  return { name, text: point.text, notes: [...likely, ...remarks(point, context)] };
}
