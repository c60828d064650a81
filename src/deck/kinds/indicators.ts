import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { derive, remarks, wordsAt } from '../pieces.js';
import { joined } from '../statement-lines.js';

type Row = SlideOf<'indicators'>['rows'][number];

/** How far the square of a status is filled, in px of 14, and its outline where that is not solid ink. */
const squares = {
  'not seen': '--filled: 0px',
  emerging: '--filled: 7px',
  seen: '--filled: 14px',
  unchecked: '--filled: 0px; --edge: 2px dashed var(--strong)',
} as const;

/** Px: first row, padding of a row, widths of the columns, room of an arrow before what it points to, growth of a row. */
const top = 209;
const padding = 21;
const columns = { status: 146, sign: 662, points: 270 } as const;
const arrow = 34;
const growth = 24;

/** A board of signs: where each stands in the margin, the sign itself, and what it would strengthen or weaken. */
export const indicators: ComposeKind<'indicators'> = (slide, context) => {
  const { labels, fit, steps } = context;
  const day = sharedDay(slide.rows);
  const rows = slide.rows.map((row) => ({
    row,
    status: statusText(row, context),
    checked: checkedText(row, day === null, context),
    small: smallText(row, context),
  }));
  const height = (pt: number) =>
    rows.reduce((sum, { row, status, checked, small }) => {
      const beside =
        fit.height(status, 15, columns.status, 'sans-bold') +
        (checked ? fit.height(checked, 15, columns.status) : 0);
      const sign =
        fit.height(row.text, pt, columns.sign) + (small ? 4 + fit.height(small, 15, columns.sign) : 0);
      const points = [row.points_to, row.points_away].reduce(
        (total, text) => total + (text ? fit.height(text, 15, columns.points - arrow) + 4 : 0),
        0,
      );
      return sum + padding + Math.max(beside, sign, points);
    }, 0);
  const checkedOn = day === null ? null : label(`${labels.checked} ${context.date(day)}`);
  const box = bodyBottom(footRows(slide, context), context) - top;
  const step = fit.step(steps, box, height);
  const spread = Math.min(box, Math.round(height(step)) + growth * rows.length);
  return {
    step,
    rules: [
      { selector: '.ledger > ul', body: `--rows: ${spread}px` },
      ...rows.flatMap(({ row }, index) => rowRules(row, index)),
    ],
    view: {
      intro: slide.basis_note && joined([slide.basis_note, checkedOn], '; '),
      heads: {
        status: label(labels.status),
        sign: label(labels.sign),
        checked: checkedOn,
        points: label(labels.wouldMean),
      },
      rows: rows.map(({ row, status, checked, small }) => ({
        status,
        checked,
        text: row.text,
        small,
        to: row.points_to && { word: label(labels.pointsTo), text: row.points_to },
        away: row.points_away && { word: label(labels.pointsAway), text: row.points_away },
      })),
    },
  };
};

function statusText({ status, text }: Row, { labels }: KindContext): MappedText {
  return status ? wordsAt(labels.seen[status], beside(text, 'status')) : label(labels.notChecked);
}

/** The day on which all signs were checked, said once at the head; null where they differ or one has none. */
function sharedDay(rows: readonly Row[]): Row['checked'] {
  const day = rows[0]?.checked ?? null;
  return rows.length > 1 && rows.every(({ checked }) => checked === day) ? day : null;
}

function checkedText({ checked, trend, text }: Row, dated: boolean, context: KindContext): MappedText | null {
  const { labels } = context;
  return joined(
    [
      trend ? wordsAt(labels.trends[trend], beside(text, 'trend')) : null,
      checked && dated
        ? wordsAt(`${labels.checked} ${context.date(checked)}`, beside(text, 'checked'))
        : null,
    ],
    '; ',
  );
}

function smallText(row: Row, context: KindContext): MappedText | null {
  const { labels } = context;
  return joined(
    [
      row.threshold && derive(row.threshold, (words) => `${labels.countsFrom} ${words}`),
      ...remarks(row, context),
    ],
    '; ',
  );
}

/** The pointer of a field beside the text of the same mapping. */
function beside(text: MappedText, field: string): string | null {
  return text.at?.replace(/\/text$/u, `/${field}`) ?? null;
}

function rowRules({ status }: Row, index: number): readonly ItemRule[] {
  return [{ selector: `.ledger > ul > li:nth-child(${index + 1})`, body: squares[status ?? 'unchecked'] }];
}
