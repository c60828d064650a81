import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { badge, remarks } from '../pieces.js';
import { badgeOf, type ChainLink, joined, links, sharedBasis } from '../statement-lines.js';

/** Height of the rows together, y 208 to 620, and the most that one row takes of it; px. */
const box = 412;
const tallest = 135;

type Row = SlideOf<'positions'>['rows'][number];

/** Holder in the margin, claim in the wide column, the chain of relay beside it. */
export const positions: ComposeKind<'positions'> = (slide, context) => {
  const { labels } = context;
  const shared = sharedBasis(slide.rows);
  const rows = slide.rows.map((row) => ({
    name: row.by?.name ?? label(labels.notStated),
    badge: shared === null ? badgeOf(row, context) : null,
    aside: aside(row, context),
    text: row.text,
    // The chain says it where there is no source.
    remark: joined(remarks({ ...row, unsourced: false }, context), '; '),
    chain: way(row, context),
  }));
  const tall = (pt: number, close: boolean) =>
    rows.reduce((sum, row) => sum + rowHeight(row, pt, close, context), 0);
  const step = context.fit.step(context.steps, box, (pt) => Math.min(tall(pt, false), tall(pt, true)));
  return {
    step,
    classes: tall(step, false) > box ? ['close'] : [],
    rules: [{ selector: '.ledger > ul', body: `--rows: ${Math.min(box, rows.length * tallest)}px` }],
    view: {
      mark: badge(
        shared,
        context,
        slide.rows.every(({ via }) => via.length > 0),
      ),
      heads: { claim: label(labels.holderSays), chain: label(labels.howItReached) },
      rows: rows.map((row) => ({ ...row, chain: row.chain.map((link) => ({ ...link })) })),
    },
  };
};

function aside(row: Row, context: KindContext) {
  const words = [row.firmness, row.stance].flatMap((word) => (word ? [label(word)] : []));
  return joined([row.on, ...words, row.date ? label(context.date(row.date)) : null], '; ');
}

/** From the first who passed it on to where we read it; without a chain, the sources it is cited from. */
function way(row: Row, context: KindContext): readonly ChainLink[] {
  const via =
    row.via.length > 0
      ? links(row, context)
      : links({ via: row.sources.map(sourceLink(context)), sources: [] }, context);
  const none = row.unsourced ? label(context.labels.noSource) : null;
  const last = via.at(-1);
  if (last === undefined) return [{ name: none ?? label(context.labels.notStated), detail: null }];
  return [...via.slice(0, -1), { ...last, detail: joined([last.detail, none], ', ') }];
}

function sourceLink({ brief }: KindContext) {
  return ({ source }: Row['sources'][number]): Row['via'][number] => {
    const entry = brief.sources.get(source);
    return {
      name: entry?.short ?? entry?.author ?? entry?.title ?? label(source),
      actor: null,
      source,
      note: null,
    };
  };
}

interface DrawnRow {
  readonly name: { readonly text: string };
  readonly badge: unknown;
  readonly aside: { readonly text: string } | null;
  readonly text: { readonly text: string };
  readonly remark: { readonly text: string } | null;
  readonly chain: readonly ChainLink[];
}

function rowHeight(
  { name, badge: own, aside: beside, text, remark, chain }: DrawnRow,
  pt: number,
  close: boolean,
  { fit }: KindContext,
): number {
  const holder =
    fit.height(name.text, pt, 172, 'serif-bold') +
    (own ? 28 : 0) +
    (beside ? fit.height(beside.text, 15, 172) + 4 : 0);
  const claim = fit.height(text.text, pt, 564) + (remark ? fit.height(remark.text, 15, 564) + 4 : 0);
  const relay = chain.reduce((sum, link) => {
    const detail = link.detail?.text ?? '';
    return (
      sum +
      (close
        ? fit.height(`${link.name.text} ${detail}`, 15, 340)
        : 24 + (detail ? fit.height(detail, 14, 340) : 0))
    );
  }, 0);
  return Math.max(holder, claim, relay) + 22;
}
