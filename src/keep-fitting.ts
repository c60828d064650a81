import { fittingWith } from './deck/fit.js';
import type { Fitting } from './deck/kind-view.js';

/** Widths of texts are remembered from one deck to the next, as long as fonts and families are the same. */
export function keepFitting(): typeof fittingWith {
  let last: { readonly parts: readonly unknown[]; readonly fit: Fitting; uses: number } | null = null;
  return (...parts) => {
    const isSame = last !== null && parts.every((part, index) => part === last?.parts[index]);
    // Texts that are no more are remembered too, so now and then it begins anew.
    if (!last || !isSame || last.uses >= mostUses) last = { parts, fit: fittingWith(...parts), uses: 0 };
    last.uses += 1;
    return last.fit;
  };
}

const mostUses = 100;
