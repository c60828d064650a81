import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';

/** How many parts stand side by side; over four the tracker becomes two rows. */
const across: Readonly<Record<number, number>> = { 2: 2, 3: 3, 4: 4, 5: 3, 6: 3 };

/** Where the title starts, where the tracker ends, and how far a long title may move up; px. */
const top = 256;
const bottom = 612;
const mostLift = 120;

/** A dark divider with its numeral and the parts of the brief, where the reader is among them. */
export const section: ComposeKind<'section'> = (slide, context) => {
  const { sections, labels, fit, steps } = context;
  const own = sections.find((each) => each.title.at === slide.headline.at);
  const step = fit.step(steps, 140, (pt) => fit.height(slide.headline, pt, 956, 'serif-bold'));
  const lift = Math.round(Math.min(mostLift, Math.max(0, needed(slide, step, context) - (bottom - top))));
  const here = own
    ? [
        {
          selector: `.parts li:nth-child(${own.number})`,
          body: '--line: 4px; --part: var(--paper); --weight: 700',
        },
      ]
    : [];
  return {
    step,
    rules: [
      { selector: '.parts ol', body: `--across: ${columnsOf(context)}` },
      ...here,
      ...(lift > 0 ? [{ selector: ':is(h1, .numeral)', body: `--lift: ${lift}px` }] : []),
    ],
    view: {
      numeral: label(String(own?.number ?? 1)),
      promise: slide.promise,
      parts:
        sections.length > 1
          ? sections.map(({ title, number }) => ({
              text: title,
              here: number === own?.number ? label(labels.here) : null,
            }))
          : null,
    },
  };
};

function columnsOf({ sections }: KindContext): number {
  return across[sections.length] ?? 4;
}

/** Height of title, promise and tracker together, with the gaps between them. */
function needed({ headline, promise }: SlideOf<'section'>, step: number, context: KindContext): number {
  const { fit, sections } = context;
  const columns = columnsOf(context);
  const width = (956 - 24 * (columns - 1)) / columns - 20;
  const titles = sections.map(({ title }) =>
    fit.height(`${title.text} (${context.labels.here})`, 15, width, 'sans-bold'),
  );
  const rows = titles.reduce<number[]>((tallest, height, index) => {
    const row = Math.floor(index / columns);
    tallest[row] = Math.max(tallest[row] ?? 0, height);
    return tallest;
  }, []);
  const tracker = rows.reduce((sum, height) => sum + height + 14 + 16, 0);
  return (
    fit.height(headline, step, 956, 'serif-bold') +
    (promise ? 20 + fit.height(promise, 21, 956) : 0) +
    24 +
    tracker
  );
}
