import { typefaceOf } from '../text/typefaces.js';
import type { ThemePlan } from '../theme-plan.js';
import type { BrandTemplate } from './brand.js';

/** Mean advance of a character of English text in em: of the regular face and of the bold one. */
const meanAdvances: Readonly<Record<string, readonly [regular: number, bold: number]>> = {
  calibri: [0.505, 0.517],
  'calibri light': [0.505, 0.517],
  'times new roman': [0.503, 0.529],
  georgia: [0.543, 0.632],
  arial: [0.554, 0.599],
  helvetica: [0.554, 0.599],
  'courier new': [0.756, 0.756],
};

/** Faces that are not known are taken to be as wide as Arial: most that houses choose are near it. */
const usual = [0.554, 0.599] as const;

/** Text gets no smaller than this part of its size. */
const least = 0.75;

/** How text is made smaller, where the template's face is wider than the one it was measured in, so that lines still end where they did. */
export type Shrink = (run: { readonly family: string; readonly weight: number }) => number;

/** Reckons by how much runs shrink that change their face for the template's. */
export function shrinkTo({ fonts }: BrandTemplate, { headingFace, bodyFace }: ThemePlan): Shrink {
  return ({ family, weight }) => {
    const own = typefaceOf(family).name;
    const theirs = own === bodyFace ? fonts.body : own === headingFace ? fonts.heading : own;
    if (theirs === own || theirs === '') return 1;
    const factor = advanceOf(own, weight) / advanceOf(theirs, weight);
    return Math.min(1, Math.max(least, factor));
  };
}

function advanceOf(face: string, weight: number): number {
  const [regular, bold] = meanAdvances[face.toLowerCase()] ?? usual;
  return weight >= 600 ? bold : regular;
}
