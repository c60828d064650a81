import type { PptxInput, PptxSlide } from '../../src/pptx/pptx-input.js';
import type { Line, Paragraph, Run, Scene, SceneItem, TextItem } from '../../src/scene/scene.js';

const facts = { name: 'Text', role: null, turn: null, pointers: [], fragment: null } as const;

/** A run as the measuring gives one, at 24 px. */
export function run(text: string, rest: Partial<Run> = {}): Run {
  const look = {
    family: 'Carlito',
    size: 24,
    weight: 400,
    italic: false,
    underline: false,
    strike: false,
  } as const;
  const plain = {
    highlight: null,
    letterSpacing: 0,
    shift: 0,
    caps: null,
    link: null,
    language: null,
  } as const;
  const place = { x: 260, right: 260 + 11 * text.length, gap: 0, field: null } as const;
  return { text, ...look, ...plain, colour: { hex: '#15191C', alpha: 1 }, ...place, ...rest };
}

/** A paragraph of these lines, one run each. */
export function paragraph(lines: readonly Run[], top: number, rest: Partial<Paragraph> = {}): Paragraph {
  const box = { x: 260, y: top, width: 956, height: 29 * lines.length };
  const broken = (each: Run, index: number): Line => ({
    baseline: top + 22 + 28.8 * index,
    x: each.x,
    right: each.right,
    runs: [each],
    hard: false,
    space: index < lines.length - 1,
    next: index < lines.length - 1 ? each.right - each.x + 80 : null,
  });
  const look = {
    align: 'left',
    direction: 'ltr',
    level: 0,
    marker: null,
    heading: null,
    fragment: null,
    lineHeight: 28.8,
  } as const;
  return { pointers: [], language: null, ...look, box, lines: lines.map(broken), ...rest };
}

/** A text on the slide itself. */
export function text(id: number, paragraphs: readonly Paragraph[], rest: Partial<TextItem> = {}): TextItem {
  const box = paragraphs[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  const limit = { x: 0, y: 0, width: 1280, height: 720 };
  const place = { extent: box, box, limit, inside: null, smallest: 24, ground: null } as const;
  return { kind: 'text', ...facts, id, paint: id, ...place, paragraphs, ...rest };
}

/** A headline as a theme marks it. */
export function title(id: number, words: string): TextItem {
  return text(id, [paragraph([run(words, { size: 37, weight: 700 })], 60, { heading: 1 })], {
    role: 'title',
  });
}

/** A slide of these items. */
export function slide(items: readonly SceneItem[], rest: Partial<PptxSlide> = {}): PptxSlide {
  const about = { number: 1, classes: ['points'], language: 'en', direction: 'ltr', tokens: {} } as const;
  const background = { kind: 'solid', colour: { hex: '#FFFFFF', alpha: 1 } } as const;
  const scene: Scene = { ...about, width: 1280, height: 720, background, items };
  return { scene, layout: 'content', title: 'Untitled', notes: null, pointer: '/slides/0', ...rest };
}

/** A deck of these slides. */
export function deck(slides: readonly PptxSlide[], rest: Partial<PptxInput> = {}): PptxInput {
  const about = { title: 'Deck', subject: null, authors: [], organisation: null, keywords: [], date: null };
  return {
    slides,
    target: 'powerpoint',
    layouts: null,
    media: [],
    properties: about,
    language: 'en',
    theme: 'test',
    sections: [],
    fonts: [],
    ...rest,
  };
}
