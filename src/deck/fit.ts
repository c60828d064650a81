import type { TextFamily, Weight } from '../fonts/catalogue.js';
import type { TextStyle } from '../fonts/font-library.js';
import type { MappedText } from '../outline/mapped-text.js';
import { inlineRuns } from './fit/inline-runs.js';
import { type MeasuredCharacter, wrap } from './fit/wrap.js';
import type { Face, Fitting } from './kind-view.js';
import { pxOf } from './lengths.js';

/** Answers how wide a text is in px; the font library does. */
export interface TextWidths {
  width(text: string, style: TextStyle): number;
}

/** The families that a theme sets texts in. */
export interface ThemeFamilies {
  readonly serif: TextFamily;
  readonly sans: TextFamily;
}

const faces: Readonly<Record<Face, { readonly family: keyof ThemeFamilies; readonly weight: Weight }>> = {
  sans: { family: 'sans', weight: 400 },
  'sans-bold': { family: 'sans', weight: 700 },
  serif: { family: 'serif', weight: 400 },
  'serif-bold': { family: 'serif', weight: 700 },
};

/** Texts are taken to be 3 % wider than they are: Office's widths differ by up to 1.8 % from the fonts'. */
const margin = 1.03;

/** Height in px of one line set at `pt`: lines are 1.2 apart. */
export function lineHeight(pt: number): number {
  return pxOf(pt) * 1.2;
}

/**
 * The largest of `steps` (pt, largest first) at which the content is no taller than `box` px, and whether there is one; the
 * last step where there is none.
 */
export function chooseStep(
  steps: readonly number[],
  box: number,
  heightAt: (pt: number) => number,
): { readonly step: number; readonly fits: boolean } {
  const fitting = steps.find((pt) => heightAt(pt) <= box);
  if (fitting !== undefined) return { step: fitting, fits: true };
  return { step: steps.at(-1) ?? 18, fits: false };
}

/**
 * Fits texts by the advance widths of the deck's fonts and Chromium's line breaks, before anything is drawn. A kind's view
 * asks `context.fit` for the height of its statements at a step, adds what the theme puts around them, and takes the
 * largest step that its box holds:
 *
 *     const height = (pt: number) => rows.reduce((sum, row) => sum + fit.height(row.text, pt, 662) + 22, 0);
 *     return { step: fit.step(steps, 436, height), view };
 */
export function fittingWith(widths: TextWidths, families: ThemeFamilies): Fitting {
  const measure = characterWidths(widths, families);
  const known = new Map<readonly MeasuredCharacter[], Map<string, number>>();
  // A slide whose text goes on is fitted many times over.
  const lines: Fitting['lines'] = (text, pt, width, face = 'sans') => {
    const characters = measure(text, face);
    const rows = known.get(characters) ?? new Map<string, number>();
    known.set(characters, rows);
    const key = `${pt} ${width}`;
    const count = rows.get(key) ?? linesOf(characters, pt, width, measure('-', face)[0]?.width);
    rows.set(key, count);
    return count;
  };
  return {
    lines,
    height: (text, pt, width, face) => lines(text, pt, width, face) * lineHeight(pt),
    step: (steps, box, heightAt) => chooseStep(steps, box, heightAt).step,
  };
}

function linesOf(
  characters: readonly MeasuredCharacter[],
  pt: number,
  width: number,
  hyphen: number | undefined,
): number {
  return wrap(characters, width / (pxOf(pt) * margin), hyphen).length;
}

type Measure = (text: MappedText | string, face: Face) => readonly MeasuredCharacter[];

/** Characters with their widths in em; the same text is asked for at every step. */
function characterWidths(widths: TextWidths, families: ThemeFamilies): Measure {
  const known = new Map<string, readonly MeasuredCharacter[]>();
  return (text, face) => {
    const source = typeof text === 'string' ? text : text.text;
    const plain = typeof text !== 'string' && text.form === 'plain';
    const key = `${face} ${plain} ${source}`;
    const measured = known.get(key) ?? measureText(source, plain, face, widths, families);
    known.set(key, measured);
    return measured;
  };
}

function measureText(
  source: string,
  plain: boolean,
  face: Face,
  widths: TextWidths,
  families: ThemeFamilies,
): readonly MeasuredCharacter[] {
  const words = source.replace(/[ \t\r\n]+/gu, ' ').trim();
  const { family, weight } = faces[face];
  const bold = weight === 700;
  const runs = plain ? [{ text: words, bold }] : inlineRuns(words, bold);
  return runs.flatMap((run) => {
    const style = {
      family: families[family],
      weight: run.bold ? 700 : 400,
      italic: false,
      sizePx: 1,
    } as const;
    return [...run.text].map((character) => ({ character, width: widths.width(character, style) }));
  });
}

/** Fitting without fonts, every letter half an em wide: for decks that are looked into and never drawn. */
export const roughFitting: Fitting = fittingWith(
  { width: (text, { sizePx }) => text.length * sizePx * 0.5 },
  { serif: 'Gelasio', sans: 'Carlito' },
);
