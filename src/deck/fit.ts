import type { MappedText } from '../outline/mapped-text.js';
import type { Face, Fitting } from './kind-view.js';

/** Mean advance in em of the letters of a class, for Carlito and Gelasio; measured over English text. */
const advances: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,;:'|!’‘]/u, 0.25],
  [/[frt()[\]/\-\s]/u, 0.32],
  [/[mwMW@%—]/u, 0.82],
  [/[A-Z&]/u, 0.6],
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u, 1],
];
const otherwise = 0.505;
const faces: Readonly<Record<Face, number>> = { sans: 1, 'sans-bold': 1.03, serif: 1.07, 'serif-bold': 1.14 };

/** Texts are taken to be this much wider than reckoned. */
const margin = 1.03;

/** Fitting by mean advance widths: pure, and the same on every machine. */
export const fitting: Fitting = {
  height: (text, pt, width, face = 'sans') => lineCount(text, pt, width, face) * lineHeight(pt),
  lines: lineCount,
  step: (steps, box, heightAt) => steps.find((pt) => heightAt(pt) <= box) ?? steps.at(-1) ?? 18,
};

/** Height in px of one line set at `pt`: 1 pt is 4/3 px, lines are 1.2 apart. */
export function lineHeight(pt: number): number {
  return ((pt * 4) / 3) * 1.2;
}

function lineCount(text: MappedText | string, pt: number, width: number, face: Face = 'sans'): number {
  const words = (typeof text === 'string' ? text : text.text).replace(/[*_`]|\]\([^)]*\)/gu, '').split(/\s+/u);
  const em = (pt * 4) / 3;
  const space = 0.24 * em;
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const wide = widthOf(word) * em * faces[face] * margin;
    if (used > 0 && used + space + wide > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(wide / width);
    used += (used > 0 ? space : 0) + (wide % width);
  }
  return lines;
}

function widthOf(word: string): number {
  let width = 0;
  for (const character of word) width += advances.find(([set]) => set.test(character))?.[1] ?? otherwise;
  return width;
}
