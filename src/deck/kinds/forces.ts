import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ItemRule, KindContext, KindView } from '../kind-view.js';
import { badge, derive, isPassedOn } from '../pieces.js';

type Forces = SlideOf<'drivers'> | SlideOf<'constraints'>;

/** Length of an arrow or brake in px by its strength; one length where no strength is stated. */
const lengths = { strong: 240, moderate: 160, weak: 80 } as const;
const box = 430;

/** Drivers and limits: a pair of drawings over the same rows. */
export function forces(slide: Forces, context: KindContext): KindView {
  const { labels, fit } = context;
  const mixed = slide.basis === null && slide.rows.some(({ basis }) => basis !== null);
  const padding = 22;
  const height = (pt: number) =>
    slide.rows.reduce(
      (sum, { text }) => sum + Math.max(fit.height(text, pt, 662), mixed ? 82 : 52) + padding,
      0,
    );
  const steps = slide.rows.length > 4 ? context.steps.filter((pt) => pt <= 15) : context.steps;
  return {
    step: fit.step(steps, box, height),
    rules: [
      { selector: '.ledger', body: `--row: ${Math.floor(Math.min(100, box / slide.rows.length))}px` },
      ...slide.rows.flatMap(({ strength }, index): ItemRule[] =>
        strength
          ? [
              {
                selector: `.ledger > ol > li:nth-child(${index + 1})`,
                body: `--push: ${lengths[strength]}px`,
              },
            ]
          : [],
      ),
    ],
    view: {
      header: { text: slide.basis_note ?? label('\u00a0'), note: label(mixed ? labels.whose : labels.basis) },
      outcome: slide.outcome,
      rows: slide.rows.map((row) => ({
        name: row.name,
        text: row.text,
        badge: mixed ? badge(row.basis, context, isPassedOn(row)) : null,
        basis: row.strength
          ? derive(row.support ?? label(''), (words) => [row.strength, words].filter(Boolean).join('; '))
          : (row.support ?? label(row.unsourced ? labels.noSource : supportOf(row, context))),
      })),
    },
  };
}

function supportOf(row: Forces['rows'][number], { brief, labels }: KindContext): string {
  const names = row.sources.map(
    ({ source }) =>
      brief.sources.get(source)?.short?.text ?? brief.sources.get(source)?.author?.text ?? source,
  );
  return names.length > 0 ? names.join(', ') : labels.noSource;
}
