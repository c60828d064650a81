import type { Fitting } from '../kind-view.js';
import type { Need } from './need.js';

/** What happens to text that does not fit. */
export type FitPolicy = 'continue' | 'shrink' | 'fail';

/** Fitting that remembers how full the boxes were that it was asked for. */
export interface RecordedFit {
  readonly fit: Fitting;
  /** The box that is fullest; null where none was asked for. */
  readonly fullest: () => Need | null;
}

/** Fits texts as the policy says: where text that does not fit shall fail, it stays at its first size. */
export function recordedFit(fit: Fitting, policy: FitPolicy): RecordedFit {
  let fullest: Need | null = null;
  const step: Fitting['step'] = (steps, box, heightAt) => {
    const pt = fit.step(policy === 'fail' ? steps.slice(0, 1) : steps, box, heightAt);
    const need = { height: heightAt(pt), room: box, pt };
    if (fullest === null || fullnessOf(need) > fullnessOf(fullest)) fullest = need;
    return pt;
  };
  return { fit: { ...fit, step }, fullest: () => fullest };
}

/** How full a box is: 1 is full. */
export function fullnessOf({ height, room }: Need): number {
  if (height <= 0) return 0;
  return room <= 0 ? Number.POSITIVE_INFINITY : height / room;
}
