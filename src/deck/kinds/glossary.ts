import type { Brief, SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext, KindView } from '../kind-view.js';
import { joined } from '../statement-lines.js';

interface Entry {
  readonly term: MappedText;
  readonly expansion: MappedText | null;
  readonly meaning: MappedText | null;
}

/** Body of the slide, y 168 to 612, and the head of the columns; px. */
const box = 444;
const head = 32;

/** Terms in the margin, what they stand for and mean beside them; in two columns where they are many. */
export const glossary: ComposeKind<'glossary'> = (slide, context) => {
  const { labels, part } = context;
  const entries = glossaryEntries(slide, context).slice(part.from, part.to);
  const drawn =
    [inRows(entries, context), inHalves(entries, context)].find(({ height }) => height <= box) ??
    inHalves(entries, context);
  return {
    ...drawn.view,
    full: drawn.height / box,
    headline: slide.headline ?? label(labels.glossaryHeadline),
  };
};

/** The terms that the slide names, else all. */
export function glossaryEntries({ terms }: SlideOf<'glossary'>, { brief }: KindContext): readonly Entry[] {
  const wanted = new Set(terms);
  return [...brief.glossary]
    .filter(([term]) => wanted.size === 0 || wanted.has(term))
    .map(([term, entry]) => entryOf(term, entry));
}

function entryOf(
  term: string,
  { expansion, meaning }: Brief['glossary'] extends ReadonlyMap<string, infer T> ? T : never,
): Entry {
  const at = `/glossary/${term.replace(/~/gu, '~0').replace(/\//gu, '~1')}`;
  return { term: { text: term, at, form: 'plain' }, expansion, meaning };
}

/** One row a term; without expansions the meaning has the whole width. */
function inRows(
  entries: readonly Entry[],
  { fit, steps, labels }: KindContext,
): { readonly height: number; readonly view: KindView } {
  const plain = entries.every(({ expansion }) => expansion === null);
  const tall = (pt: number) =>
    entries.reduce(
      (sum, { term, expansion, meaning }) =>
        sum +
        (pt === 15 ? 14 : 21) +
        Math.max(
          fit.height(term, pt, 172, 'serif-bold'),
          expansion ? fit.height(expansion, pt, 368) : 0,
          meaning ? fit.height(meaning, pt, plain ? 956 : 564) : 0,
        ),
      plain ? 0 : head,
    );
  const step = fit.step(steps, box, tall);
  return {
    height: tall(step),
    view: {
      step,
      classes: plain ? ['plain'] : [],
      view: {
        heads: plain
          ? null
          : { term: label(labels.term), standsFor: label(labels.standsFor), meaning: label(labels.meaning) },
        // Every row has all its cells, so that each text stands in its own column.
        rows: entries.map(({ term, expansion, meaning }) => ({
          term,
          expansion: expansion ?? (plain ? null : label('–')),
          meaning: meaning ?? (plain ? label(labels.notStated) : label('–')),
        })),
      },
    },
  };
}

/** Two columns of terms, down the first and on in the second. */
function inHalves(
  entries: readonly Entry[],
  { fit, labels }: KindContext,
): { readonly height: number; readonly view: KindView } {
  const rows = entries.map(({ term, expansion, meaning }) => ({
    term,
    expansion: null,
    meaning: joined([expansion, meaning], ': ') ?? label(labels.notStated),
  }));
  const half = Math.ceil(rows.length / 2);
  const heights = rows.map(
    ({ term, meaning }) =>
      14 + Math.max(fit.height(term, 15, 172, 'serif-bold'), fit.height(meaning, 15, 368)),
  );
  const paired = heights.slice(0, half).map((height, index) => Math.max(height, heights[index + half] ?? 0));
  return {
    height: paired.reduce((sum, height) => sum + height, 0),
    view: {
      step: 15,
      classes: ['halves'],
      rules: [{ selector: '.terms', body: `--half: ${half}` }],
      view: { heads: null, rows },
    },
  };
}
