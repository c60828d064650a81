import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';

/** How many parts stand side by side; over four the tracker becomes two rows. */
const across: Readonly<Record<number, number>> = { 2: 2, 3: 3, 4: 4, 5: 3, 6: 3 };

/** A dark divider with its numeral and the parts of the brief, where the reader is among them. */
export const section: ComposeKind<'section'> = (slide, context) => {
  const { sections, labels, fit, steps } = context;
  const own = sections.find((each) => each.title.at === slide.headline.at);
  const here = own ? [{ selector: `.parts li:nth-child(${own.number})`, body: '--line: 4px; --part: var(--paper); --weight: 700' }] : [];
  return {
    step: fit.step(steps, 140, (pt) => fit.height(slide.headline, pt, 956, 'serif-bold')),
    rules: [{ selector: '.parts ol', body: `--across: ${across[sections.length] ?? 4}` }, ...here],
    view: {
      numeral: label(String(own?.number ?? 1)),
      promise: slide.promise,
      parts: sections.length > 1 ? sections.map(({ title, number }) => ({ text: title, here: number === own?.number ? label(labels.here) : null })) : null,
    },
  };
};
