/** How full the box of a slide is that shows the items from one up to another at a text step: 1 is full. */
export type Fullness = (from: number, to: number, step: number) => number;

/** Where a slide's items are divided, and the text step of all its parts. */
export interface Division {
  readonly step: number;
  readonly parts: readonly { readonly from: number; readonly to: number }[];
}

type Parts = Division['parts'];

/** How often the evening out halves what is left between too full and too empty, and the emptiest that it tries. */
const halvings = 4;
const emptiest = 0.5;

/**
 * Divides items between as few slides as the smallest step allows; at the largest step that needs no more slides, and evenly, so
 * that no slide is left with a last line. Null where one slide holds all, or where no division would help.
 */
export function divide(count: number, steps: readonly number[], fullness: Fullness): Division | null {
  const smallest = steps.at(-1);
  if (count < 2 || smallest === undefined) return null;
  const closest = fill(count, (from, to) => fullness(from, to, smallest), 1);
  const helps = closest.some(({ from, to }) => fullness(from, to, smallest) <= 1);
  if (closest.length < 2 || !helps) return null;
  const at = (step: number) => fill(count, (from, to) => fullness(from, to, step), 1);
  const fits = (parts: Parts, step: number) =>
    parts.length <= closest.length && parts.every(({ from, to }) => fullness(from, to, step) <= 1);
  const step = steps.find((pt) => fits(at(pt), pt)) ?? smallest;
  return { step, parts: evened(count, (from, to) => fullness(from, to, step), at(step)) };
}

/** As many items to a slide as stay under a limit, but one at least. */
function fill(count: number, full: (from: number, to: number) => number, limit: number): Parts {
  const parts: { from: number; to: number }[] = [];
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && full(from, to + 1) <= limit) to += 1;
    parts.push({ from, to });
    from = to;
  }
  return parts;
}

/** The same number of slides with the fullest as empty as can be. */
function evened(count: number, full: (from: number, to: number) => number, parts: Parts): Parts {
  let best = parts;
  let [low, high] = [emptiest, 1];
  for (let round = 0; round < halvings; round += 1) {
    const limit = (low + high) / 2;
    const tried = fill(count, full, limit);
    const holds = tried.length <= parts.length && tried.every(({ from, to }) => full(from, to) <= limit);
    if (holds) [best, high] = [tried, limit];
    else low = limit;
  }
  return best;
}
