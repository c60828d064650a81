import type { Paragraph } from '../scene/scene.js';
import { toFlow } from './text/flow.js';

/** Something on a slide that a click brings in. */
export interface Appearing {
  /** The click, as the Scene counts fragments. */
  readonly click: number;
  /** Id of the shape. */
  readonly shape: number;
  /** All of the shape, its ground without its text, or one paragraph by its place in the text. */
  readonly part: 'whole' | 'ground' | number;
  /** Depth of the paragraph in lists; 0 for shapes. */
  readonly level: number;
  /** Whether it is a shape with a text body, which PowerPoint's list of builds names. */
  readonly listed: boolean;
}

/** The paragraphs of a shape that clicks bring in; where they come with the shape's own ground, at its click, the shape does as a whole. */
export function appearingText(
  shape: number,
  paragraphs: readonly Paragraph[],
  ground: number | null,
): readonly Appearing[] {
  if (ground === null && paragraphs.every(({ fragment }) => fragment === null)) return [];
  // As they are written, not as they were measured: one of uneven lines is written as several.
  const written = toFlow(paragraphs);
  const common = { shape, listed: true } as const;
  if (ground !== null && written.every(({ fragment }) => fragment === ground))
    return [{ ...common, click: ground, part: 'whole', level: 0 }];
  const texts = written.flatMap(({ fragment, level }, part): readonly Appearing[] =>
    fragment === null ? [] : [{ ...common, click: fragment, part, level }],
  );
  return ground === null ? texts : [{ ...common, click: ground, part: 'ground', level: 0 }, ...texts];
}

/** The shapes of a drawing that a click brings in whole, as they stand in its XML. */
export function appearingShapes(xml: string, click: number | null): readonly Appearing[] {
  if (click === null) return [];
  const shapes = xml.matchAll(/<p:(sp|cxnSp|pic|graphicFrame)><p:nv\w+><p:cNvPr id="(\d+)"/gu);
  return [...shapes].map(([, element, id]) => ({
    click,
    shape: Number(id),
    part: 'whole',
    level: 0,
    listed: element === 'sp',
  }));
}
