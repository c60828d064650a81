import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';

const letters = 'ABCDEF';

/** A table of options by criteria, then the recommendation and what is asked. */
export const options: ComposeKind<'options'> = (slide, context) => {
  const { labels, fit } = context;
  const best = slide.rows.findIndex(({ recommended }) => recommended);
  const columns = slide.criteria.length + 1 + (best >= 0 ? 1 : 0);
  const width = 1152 / columns - 24;
  const height = (pt: number) => 40 + slide.rows.reduce((sum, row) => sum + 22 + Math.max(fit.height(row.name, pt, width, 'sans-bold'), ...row.cells.map((cell) => fit.height(cell ?? '', pt, width))), 0);
  return {
    step: fit.step(context.steps, slide.recommendation || slide.ask ? 260 : 420, height),
    rules: best >= 0 ? [{ selector: `tbody > tr:nth-child(${best + 1}) > td`, body: 'border-top: 2px solid var(--accent); border-bottom: 2px solid var(--accent); font-weight: 700' }] : [],
    view: {
      corner: label(labels.option),
      last: best >= 0 ? label(' ') : null,
      columns: slide.criteria.map(({ name }) => ({ text: name })),
      rows: slide.rows.map((row, index) => ({
        name: { ...row.name, text: `**${letters.charAt(index)}** ${row.name.text}` },
        cells: slide.criteria.map((_, column) => ({ text: row.cells[column] ?? label(labels.notStated) })),
        last: best >= 0 ? label(index === best ? labels.recommended : ' ') : null,
      })),
      recommendationLabel: label(labels.recommendation),
      recommendation: slide.recommendation ? { text: slide.recommendation.text, note: slide.recommendation.note } : null,
      askLabel: label(labels.askedOfYou),
      ask: slide.ask,
    },
  };
};
