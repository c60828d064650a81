import type { Brief, BriefSlide } from '../../outline/brief.js';
import { isKindName, kindRow } from '../../outline/kinds.js';
import type { KindContext, KindView } from '../kind-view.js';
import type { PlannedSlide } from '../plan-slides.js';
import { divide } from './divide.js';
import { itemsOf, takePart } from './divisible.js';
import type { Part } from './part.js';
import { partSlide } from './part-slide.js';
import { type FitPolicy, fullnessOf, recordedFit } from './recorded-fit.js';

/** Makes one kind's part of a slide. */
export type Compose = (slide: BriefSlide, context: KindContext) => KindView;

/** Page numbers may grow by a digit when slides are added, and texts with them; after this many rounds it is left at that. */
const rounds = 4;

/** The policy of a slide: its own, or the deck's. What briefdeck adds goes on, for nobody wrote it too long. */
export function policyOf({ slide, added }: PlannedSlide, brief: Brief): FitPolicy {
  if (added && brief.fit === 'fail') return 'continue';
  return slide.fit ?? brief.fit;
}

/** The slides to draw, those whose text needs more than one divided into parts. */
export function planParts(
  planned: readonly PlannedSlide[],
  brief: Brief,
  contextFor: (planned: readonly PlannedSlide[]) => KindContext,
  compose: Compose,
): readonly PlannedSlide[] {
  let parts = planned;
  for (let round = 0; round < rounds; round += 1) {
    const context = contextFor(parts);
    const next = planned.flatMap((each) =>
      policyOf(each, brief) === 'continue' ? divided(each, context, compose) : [each],
    );
    const isSettled = next.length === parts.length && next.every((each, index) => isSame(each, parts[index]));
    if (isSettled) return next;
    parts = next;
  }
  return parts.map((each) => ({ ...each, ready: null }));
}

function isSame({ part }: PlannedSlide, other: PlannedSlide | undefined): boolean {
  return other !== undefined && part.from === other.part.from && part.to === other.part.to;
}

function divided(planned: PlannedSlide, context: KindContext, compose: Compose): readonly PlannedSlide[] {
  const { slide } = planned;
  const items = isKindName(slide.kind) ? itemsOf(slide, context) : [];
  if (items.length < 2 || !isKindName(slide.kind)) return [planned];
  const { view: ready, full } = tried(slide, context, compose);
  if (full <= 1) return [{ ...planned, ready }];
  const known = new Map<string, number>();
  const measure = (from: number, to: number, step: number) => {
    const key = `${from} ${to} ${step}`;
    const part = partFrom(from, to, items.length);
    const full = known.get(key) ?? tried(cut(slide, part, items), { ...context, part, step }, compose).full;
    known.set(key, full);
    return full;
  };
  const division = divide(items.length, kindRow(slide.kind).steps, measure);
  if (division === null) return [planned];
  const { parts, step } = division;
  return parts.map(({ from, to }, index) => {
    const part = { ...partFrom(from, to, items.length), number: index + 1, of: parts.length };
    return { ...planned, slide: cut(slide, part, items), part, step };
  });
}

/** A part on trial: how many there will be is not known yet, but that there are several is. */
function partFrom(from: number, to: number, count: number): Part {
  return { number: 1, of: 2, from, to, first: from === 0, last: to >= count };
}

function cut(slide: BriefSlide, part: Part, items: readonly unknown[]): BriefSlide {
  return partSlide(takePart(slide, part), part, items);
}

/** A slide's view, and how full its box is at the step that its text takes. */
function tried(slide: BriefSlide, context: KindContext, compose: Compose) {
  const { fit, fullest } = recordedFit(context.fit, 'continue');
  const view = compose(slide, { ...context, fit });
  const need = fullest();
  return { view, full: view.full ?? (need ? fullnessOf(need) : 0) };
}
