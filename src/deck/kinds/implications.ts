import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { remarks } from '../pieces.js';

/** The brief's own audience large at the left, the others stacked at the right. */
export const implications: ComposeKind<'implications'> = (slide, context) => {
  const { fit, brief, labels } = context;
  const readers = new Set(brief.audience.map(({ text }) => text));
  const primary = slide.rows.find((row) => row.primary) ?? slide.rows.find((row) => readers.has(row.for.text)) ?? slide.rows[0];
  const others = slide.rows.filter((row) => row !== primary);
  const width = others.length > 0 ? 466 : 956;
  const notes = (row: (typeof slide.rows)[number]) => [...(row.when ? [row.when] : []), ...(row.action ? [row.action] : []), ...remarks(row, context)].map((text) => ({ text }));
  return {
    step: fit.step(context.steps, 300, (pt) => (primary ? fit.height(primary.text, pt, width) : 0)),
    classes: others.length === 0 ? ['only-primary'] : [],
    view: {
      primary: primary ? { intro: label(labels.audienceIntro), name: primary.for, text: primary.text, notes: notes(primary) } : null,
      others: others.length > 0 ? others.map((row) => ({ name: row.for, text: row.text, notes: notes(row) })) : null,
    },
  };
};
