import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { ledger } from './ledger.js';

/** Terms in the margin, what they are short for and mean beside them. */
export const glossary: ComposeKind<'glossary'> = (slide, context) => {
  const { brief } = context;
  const terms = [...brief.glossary].filter(
    ([term]) => slide.terms.length === 0 || slide.terms.includes(term),
  );
  const rows = terms.map(([term, { expansion, meaning }]) => ({
    name: label(term),
    text: meaning ?? expansion ?? label(context.labels.notStated),
    notes: meaning && expansion ? [expansion] : [],
  }));
  return {
    ...ledger(rows, null, context, 450),
    headline: slide.headline ?? label('Terms and what they mean'),
  };
};
