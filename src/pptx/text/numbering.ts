import type { Paragraph } from '../../scene/scene.js';

/**
 * Paragraphs of one text body with the number that each list starts at in place of each item's own: PowerPoint counts items of one
 * level on while they name the same start, so that an item that is added later gets its number.
 */
export function withStarts<Each extends Paragraph>(paragraphs: readonly Each[]): readonly Each[] {
  const open: ({ readonly key: string; readonly start: number; readonly next: number } | undefined)[] = [];
  return paragraphs.map((paragraph) => {
    const { marker, level } = paragraph;
    open.length = Math.min(open.length, level + 1);
    if (marker?.kind !== 'number' || marker.number === null) {
      open[level] = undefined;
      return paragraph;
    }
    const key = marker.style + marker.suffix;
    const before = open[level];
    const goesOn = before?.key === key && before.next === marker.number;
    const start = goesOn ? before.start : marker.number;
    open[level] = { key, start, next: marker.number + 1 };
    return { ...paragraph, marker: { ...marker, number: start } };
  });
}
