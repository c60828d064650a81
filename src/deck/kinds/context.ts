import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { remarks } from '../pieces.js';
import { ledger } from './ledger.js';

/** Situation, complication, question, answer: four bands in that order. */
export const context: ComposeKind<'context'> = (slide, ctx) => {
  const parts = (['situation', 'complication', 'question', 'answer'] as const).flatMap((name) => {
    const statement = slide[name];
    return statement
      ? [{ name: label(ctx.labels[name]), text: statement.text, notes: remarks(statement, ctx) }]
      : [];
  });
  return ledger(parts, null, ctx, 430);
};
