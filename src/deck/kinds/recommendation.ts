import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { partyName, wordsAt } from '../pieces.js';
import { ledger, numeral } from './ledger.js';

/** One statement, who and by when, and the box that asks. */
export const recommendation: ComposeKind<'recommendation'> = (slide, context) => {
  const { labels, fit } = context;
  const facts: readonly (readonly [string, MappedText | null])[] = [
    [labels.who, partyName(slide.who)],
    [labels.byWhen, slide.by_when ? wordsAt(context.date(slide.by_when), `${slide.pointer}/by_when`) : null],
    [labels.because, slide.because],
    [labels.ifNot, slide.if_not],
  ];
  const rows = [
    ...facts.flatMap(([name, text]) => (text ? [{ name: label(name), text, notes: [] }] : [])),
    ...slide.steps.map((step, index) => ({ name: numeral(index), text: step.text, notes: step.by ? [step.by.name] : [] })),
  ];
  const part = ledger(rows, null, { ...context, steps: [18, 15] }, 290);
  return {
    step: fit.step(context.steps, 130, (pt) => fit.height(slide.text, pt, 930, 'serif')),
    classes: slide.ask ? ['with-ask'] : [],
    view: { ...part.view, text: slide.text, ask: slide.ask, askLabel: label(labels.askedOfYou) },
  };
};
