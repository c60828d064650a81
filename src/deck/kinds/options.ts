import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ComposeKind, ItemRule, KindContext } from '../kind-view.js';
import { pxOf } from '../lengths.js';
import { partyName, remarks } from '../pieces.js';
import { joined } from '../statement-lines.js';
import { nameWidth, optionColumns, tableHeight, what } from './options-columns.js';

type Slide = SlideOf<'options'>;

/** Body from the head of the table to the foot, y 168 to 612, and the gap between table and closing; px. */
const box = 444;
const gap = 28;
/** Text sizes of the recommendation, pt, with those of the box that asks. */
const leads = [24, 21, 18, 15] as const;
const asks: Readonly<Record<number, number>> = { 24: 21, 21: 18, 18: 18, 15: 15 };

/** A table of options by criteria, then the recommendation and what is asked. */
export const options: ComposeKind<'options'> = (slide, context) => {
  const { labels, fit } = context;
  const best = slide.rows.findIndex(({ recommended }) => recommended);
  const columns = optionColumns(slide, labels);
  const closing = closingOf(slide, context);
  const table = (pt: number) => tableHeight(slide, columns, pt, context);
  const step = fit.step(context.steps, box - closing.height(18), table);
  const lead = fit.step(leads, box - table(step), closing.height);
  return {
    step,
    classes: best >= 0 ? ['with-choice'] : [],
    rules: [
      { selector: 'th:nth-child(2)', body: `width: ${nameWidth(slide)}px` },
      ...columns.map(({ width }, index) => ({
        selector: `th:nth-child(${index + 3})`,
        body: `width: ${width}px`,
      })),
      ...(closing.height(15) > 0 ? [closingRule(lead, box - table(step) - gap)] : []),
      ...(best >= 0 ? chosen(best) : []),
    ],
    view: {
      corner: label(labels.option),
      columns: columns.map(({ head }) => ({ text: head })),
      taken: best >= 0,
      chosenWord: label(labels.recommended),
      rows: slide.rows.map((row, index) => ({
        letter: label(optionLetter(context.part.from + index)),
        name: row.name,
        what: what(row),
        cells: columns.map(({ cell }) => ({ text: cell(row) ?? label(labels.notStated) })),
        chosen: index === best,
      })),
      closing: slide.recommendation !== null || slide.ask !== null,
      recommendationLabel: label(labels.recommendation),
      recommendation: slide.recommendation ? { text: slide.recommendation.text, note: closing.note } : null,
      askLabel: label(labels.askedOfYou),
      ask: slide.ask,
    },
  };
};

/** The letter of an option by its place: A, B, C; after Z, AA. */
export function optionLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : optionLetter(Math.floor(index / 26) - 1) + letter;
}

function closingOf(slide: Slide, context: KindContext) {
  const { recommendation, ask } = slide;
  const { fit } = context;
  const by = recommendation?.by ? partyName(recommendation.by) : null;
  const note = recommendation
    ? joined([by, recommendation.because, ...remarks(recommendation, context)], '; ')
    : null;
  const height = (pt: number) => {
    if (!recommendation && !ask) return 0;
    const wide = ask ? 564 : 956;
    const said = recommendation
      ? 11 + fit.height(recommendation.text, pt, wide) + (note ? 8 + fit.height(note, 15, wide) : 0)
      : 0;
    const asked = ask ? 60 + fit.height(ask, asks[pt] ?? 18, recommendation ? 328 : 916) : 0;
    return gap + Math.max(said, asked);
  };
  return { note, height };
}

/** The closing part keeps 150 px where it has them, so that the box that asks does not shrink to its text. */
function closingRule(lead: number, room: number): ItemRule {
  const least = Math.floor(Math.min(150, room));
  const sizes = `--lead: ${Math.round(pxOf(lead))}px; --ask: ${Math.round(pxOf(asks[lead] ?? 18))}px`;
  return { selector: '.closing', body: least > 0 ? `${sizes}; --least: ${least}px` : sizes };
}

function chosen(best: number): readonly ItemRule[] {
  const row = `tbody > tr:nth-child(${best + 1})`;
  return [
    {
      selector: `${row} > td`,
      body: 'border-top: 2px solid var(--accent); border-bottom: 2px solid var(--accent); font-weight: 700',
    },
    {
      selector: `${row} > td:last-child`,
      body: 'background: var(--accent); color: #FFFFFF; padding-inline-start: 14px',
    },
  ];
}
