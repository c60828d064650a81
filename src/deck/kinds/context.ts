import { label } from '../../outline/mapped-text.js';
import { bodyBottom, footRows } from '../frame-view.js';
import type { ComposeKind } from '../kind-view.js';
import { badgeOf, beneath, needBadges } from '../statement-lines.js';

/** The four parts, in the order in which they are told. */
const parts = ['situation', 'complication', 'question', 'answer'] as const;

/** Px: first row, padding of a row, width of the wide column, room between a statement and what stands beneath it, the badge's row, growth of a row. */
const top = 176;
const padding = 29;
const width = 956;
const between = 4;
const headerRoom = 33;
const growth = 28;

/** Situation, complication, question, answer: four bands in that order; the answer is set as a bottom line is. */
export const context: ComposeKind<'context'> = (slide, frame) => {
  const { fit, labels, steps } = frame;
  const told = parts.flatMap((name) => {
    const statement = slide[name];
    return statement ? [{ name, statement, small: beneath(statement, frame) }] : [];
  });
  const badges = needBadges(
    told.map(({ statement }) => statement),
    slide.basis,
  );
  const height = (pt: number) =>
    told.reduce((sum, { name, statement, small }) => {
      const text = fit.height(statement.text, pt, width, name === 'answer' ? 'serif' : 'sans');
      const beside = fit.height(labels[name], 15, 172, 'sans-bold') + (badges && statement.basis ? 28 : 0);
      return sum + padding + Math.max(beside, text + (small ? between + fit.height(small, 15, width) : 0));
    }, 0);
  const header = slide.basis === null ? 0 : headerRoom;
  const box = bodyBottom(footRows(slide, frame), frame) - top - header;
  const step = fit.step(steps, box, height);
  const spread = Math.min(box, Math.round(height(step)) + growth * told.length);
  const answer = told.findIndex(({ name }) => name === 'answer');
  return {
    step,
    rules: [
      { selector: '.ledger > ul', body: `--rows: ${spread}px` },
      ...(answer < 0 ? [] : [{ selector: `.ledger > ul > li:nth-child(${answer + 1})`, body: answerLook }]),
    ],
    view: {
      intro: slide.basis_note,
      rows: told.map(({ name, statement, small }) => ({
        name: label(labels[name]),
        text: statement.text,
        small,
        badge: badges ? badgeOf(statement, frame) : null,
      })),
    },
  };
};

/** The answer opens with the accent rule of what matters most. */
const answerLook =
  '--open: 4px solid var(--accent); --gap: 11px; --face: var(--serif); --name: var(--accent)';
