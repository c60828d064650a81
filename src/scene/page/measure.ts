import { colourTokens } from '../../deck/colour-tokens.js';
import type { Fill, Rect } from '../drawing.js';
import type { MeasuredDeck, Scene } from '../scene.js';
import { causeOf } from './causes.js';
import { readColour } from './colour.js';
import { Counters } from './counters.js';
import { cutOut } from './cut-out.js';
import { SlideDraft } from './draft.js';
import { type Frame, inFrame } from './geometry.js';
import { drawLayers } from './ground.js';
import { prepareInlineSvg } from './inline-svg.js';
import { readLayers } from './layers.js';
import { MediaList } from './media-list.js';
import { pack } from './pack.js';
import type { Place } from './place.js';
import { walkContent } from './walk.js';

/** Properties that say how a thing is drawn say it of that thing alone, not of what is inside. */
const own = ['--pptx-shape', '--pptx-adjust', '--pptx-rotate', '--pptx-flip', '--pptx-role'];

/** The slides of the document, and the pictures of those that were measured. */
let slides: readonly Element[] = [];
let media = new MediaList();

/** Measures every slide of the document in one pass. */
async function measure(): Promise<MeasuredDeck> {
  const count = await start();
  return { version: 1, scenes: part(0, count), media: media.list() };
}

/** Makes ready for slides to be measured part by part; says how many there are. */
async function start(): Promise<number> {
  for (const name of own) {
    try {
      CSS.registerProperty({ name, syntax: '*', inherits: false });
    } catch {
      // Registered by an earlier run in the same document.
    }
  }
  slides = [...document.querySelectorAll('div.marpit > svg, div.marpit > section')];
  media = new MediaList();
  await prepareInlineSvg(slides);
  return slides.length;
}

/** The scenes of the slides from one index to before another. */
function part(from: number, to: number): readonly Scene[] {
  return slides.slice(from, to).map((slide, index) => measureSlide(slide, from + index + 1, media));
}

function measureSlide(slide: Element, number: number, media: MediaList): Scene {
  const sections =
    slide.localName === 'section' ? [slide] : [...slide.querySelectorAll(':scope > foreignObject > section')];
  const main =
    sections.find(
      (section) =>
        !/^(?:background|pseudo)$/u.test(section.getAttribute('data-marpit-advanced-background') ?? ''),
    ) ?? slide;
  const { frame, size } = frameOf(slide, main);
  const style = getComputedStyle(main);
  const draft = new SlideDraft(frame, size, new Counters(), media);
  const grounds = sections.map((section) => readLayers(getComputedStyle(section), size, 1)[0]);
  const ground = grounds.find((layer) => layer?.kind === 'fill');
  const background = ground?.kind === 'fill' ? ground.fill : null;
  sections.forEach((section, layer) => {
    walkSection(section, layer, size, draft);
  });
  return {
    number,
    width: size.width,
    height: size.height,
    classes: [...main.classList],
    language: main.closest('[lang]')?.getAttribute('lang') ?? null,
    direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
    background,
    tokens: tokens(style),
    items: draft.finish(solid(background)),
  };
}

/** The slide's place on the page; an SVG may show it larger or smaller than its viewBox. */
function frameOf(slide: Element, main: Element): { frame: Frame; size: Rect } {
  const { left, top, width } = slide.getBoundingClientRect();
  const box = slide instanceof SVGSVGElement ? slide.viewBox.baseVal : null;
  const natural = box && box.width > 0 ? box : { width: main.clientWidth, height: main.clientHeight };
  const frame = { left, top, scale: width > 0 ? natural.width / width : 1 };
  return { frame, size: { x: 0, y: 0, width: natural.width, height: natural.height } };
}

function walkSection(section: Element, layer: number, size: Rect, draft: SlideDraft): void {
  const style = getComputedStyle(section);
  const rect = inFrame(section.getBoundingClientRect(), draft.frame);
  const place: Place = {
    key: [layer],
    clip: { rect: size, round: null },
    opacity: Number(style.opacity),
    role: null,
    holder: { rect, box: null, cell: null },
    item: null,
    depth: 0,
  };
  draft.counters.enter(section, style);
  const facts = { name: 'Background', role: 'decoration' as const, pointers: [], fragment: null };
  const key = [layer, -1e9];
  const cause = causeOf(style);
  if (cause) cutOut(section, style, rect, cause, facts, key, draft);
  else
    drawLayers(
      { element: section, style, rect, opacity: place.opacity, facts, key, clip: place.clip },
      draft,
    );
  const inside = () => walkContent(section, style, rect, place, draft);
  if (cause?.shows === 'inside') draft.pictured(inside);
  else inside();
  draft.counters.leave(section);
}

function solid(fill: Fill | null) {
  return fill?.kind === 'solid' ? fill.colour : fill ? null : { hex: '#FFFFFF', alpha: 1 };
}

function tokens(style: CSSStyleDeclaration): Readonly<Record<string, string>> {
  const found = colourTokens.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return Object.fromEntries(
    found.filter(([, value]) => value).map(([name, value]) => [name, readColour(normal(value)).hex]),
  );
}

/** Any colour as a computed style would write it. */
function normal(value: string): string {
  return /^#[0-9a-f]{6}$/iu.test(value)
    ? `rgb(${[1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16)).join(', ')})`
    : value;
}

/**
 * Run by evaluating this script and then `__measure()`, which gives a `MeasuredDeck`; or `__measure.start()`, `__measure.part()`
 * for all slides in order, and `__measure.media()`, packed, so that scenes go out while others are measured.
 */
Object.assign(globalThis, {
  __measure: Object.assign(measure, {
    start,
    part: (from: number, to: number) => pack(part(from, to)),
    media: () => pack(media.list()),
  }),
});
