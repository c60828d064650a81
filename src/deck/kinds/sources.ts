import type { Source } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import { citedSources } from '../cited.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';

type Entry = readonly [string, Source];

/** Lineage from left to right for up to six sources: said, relayed, read; more as a numbered table. */
export const sources: ComposeKind<'sources'> = (slide, context) => {
  const { brief, labels } = context;
  const cited = citedSources(brief);
  const shown = [...brief.sources].filter(([id]) => slide.show === 'all' || cited.has(id));
  const lineage = slide.drawing === 'lineage' || (slide.drawing === null && shown.length <= 6 && shown.some(([, { via }]) => via));
  const summary = slide.summary ?? brief.source_summary;
  const columns = lineage ? columnsOf(shown, context) : null;
  return {
    step: 15,
    headline: slide.headline ?? label('Sources and how they reached us'),
    classes: [lineage ? 'lineage' : 'listed'],
    rules: columns ? boxRules(columns) : [],
    view: {
      columns: columns ? columns.map(({ name, boxes }) => ({ name: label(name), boxes: boxes.map(([, source], index) => boxView(source, index, context)) })) : null,
      heads: [labels.source, labels.reachedUs, labels.grade].map((text) => ({ text: label(text) })),
      rows: columns ? null : shown.map(([, source], index) => ({ ...rowView(source, context), number: label(String(index + 1)) })),
      summary: summary ?? null,
      key: columns ? label(labels.heldKey) : null,
      keyLabel: label(labels.howToRead),
    },
  };
};

/** Sources by how far they are from us: read by us, relayed by others, and the rest. */
function columnsOf(shown: readonly Entry[], { labels }: KindContext) {
  const relays = new Set(shown.map(([, { via }]) => via));
  const read = shown.filter(([, { held }]) => held);
  const relayed = shown.filter(([id, { held }]) => !held && relays.has(id));
  const said = shown.filter(([id, { held }]) => !held && !relays.has(id));
  return [
    { name: labels.said, boxes: said },
    { name: labels.relayed, boxes: relayed },
    { name: labels.read, boxes: read },
  ].filter(({ boxes }) => boxes.length > 0);
}

function boxRules(columns: readonly { readonly boxes: readonly Entry[] }[]): readonly ItemRule[] {
  return columns.flatMap(({ boxes }, column) =>
    boxes.flatMap(([, { held, via }], index): ItemRule[] => {
      const selector = `.column:nth-child(${column + 1}) > ul > li:nth-child(${index + 1})`;
      const outline = held ? 'border: 2px solid var(--ink); background: var(--accent-tint)' : 'border: 2px dashed var(--strong)';
      return [{ selector, body: outline }, ...(via ? [{ selector: `${selector}::after`, body: "content: ''" }] : [])];
    }),
  );
}

function boxView(source: Source, index: number, context: KindContext): View {
  const name = source.author ?? source.title ?? source.outlet ?? label(context.labels.unknownSource);
  const details = [source.author ? source.outlet : null].filter((text) => text !== null);
  const date = source.date_note?.text ?? (source.date ? context.date(source.date) : context.labels.undated);
  return {
    name: { ...name, text: `**${name.text}**` },
    lines: [...details, label([date, source.grade].filter(Boolean).join('   '))].map((text) => ({ text })),
    number: label(String(index + 1)),
  };
}

function rowView(source: Source, context: KindContext): View {
  const { labels, brief } = context;
  const words: readonly (MappedText | null)[] = [source.author, source.title, source.outlet];
  const parts = words.flatMap((text) => (text ? [text.text] : []));
  const link = source.url ? ` <${source.url}>` : '';
  const first = words.find((text) => text !== null) ?? label(labels.unknownSource);
  const via = source.via ? (brief.sources.get(source.via)?.short ?? brief.sources.get(source.via)?.author ?? label(source.via)) : null;
  const date = source.date ? `, ${context.date(source.date)}` : '';
  return {
    text: { ...first, form: 'inline', text: `${parts.join(', ')}${date}${link}` },
    via: via ? { ...via, text: `${labels.via} ${via.text}` } : label(source.held ? labels.read : labels.notStated),
    grade: label(source.grade ?? '–'),
  };
}
