import type { ComposeKind, ItemRule } from '../kind-view.js';
import { derive } from '../pieces.js';

/** Columns, each with its likelihood as a band drawn to scale. */
export const scenarios: ComposeKind<'scenarios'> = (slide, context) => {
  const { fit } = context;
  const width = (956 - 24 * (slide.rows.length - 1)) / slide.rows.length;
  const height = (pt: number) =>
    Math.max(
      ...slide.rows.map(
        (row) =>
          fit.height(row.name, 21, width, 'serif-bold') +
          fit.height(row.text, pt, width) +
          80 +
          row.indicators.length * 40,
      ),
    );
  const rules = slide.rows.flatMap(({ likelihood }, index): ItemRule[] => {
    if (likelihood?.from == null || likelihood.to == null) return [];
    const [from, to] = [likelihood.from * width * 0.01, likelihood.to * width * 0.01].map(Math.round);
    return [
      {
        selector: `ul > li:nth-child(${index + 1})`,
        body: `--track: ${Math.round(width)}px; --from: ${from}px; --band: ${(to ?? 0) - (from ?? 0)}px`,
      },
    ];
  });
  return {
    step: fit.step(context.steps, 420, height),
    rules,
    view: {
      rows: slide.rows.map((row) => ({
        name: row.name,
        text: row.text,
        range: row.likelihood?.word
          ? {
              word: row.likelihood.word,
              figures: row.likelihood.from != null ? `${row.likelihood.from}–${row.likelihood.to} %` : ' ',
            }
          : null,
        notes: notesOf([
          ...row.indicators,
          ...row.implications,
          ...(row.impact ? [derive(row.impact, (words) => words)] : []),
        ]),
      })),
    },
  };
};

function notesOf(
  texts: readonly {
    readonly text: string;
    readonly at: string | null;
    readonly form: 'inline' | 'plain' | 'markdown';
  }[],
) {
  return texts.length > 0 ? texts.map((text) => ({ text })) : null;
}
