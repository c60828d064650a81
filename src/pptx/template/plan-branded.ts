import type { Scene } from '../../scene/scene.js';
import type { SlideSeat } from '../add-slides.js';
import { type LayoutPlan, type PlannedSlide, planSlides } from '../layout-plan.js';
import type { PptxInput } from '../pptx-input.js';
import { findRoles } from '../roles.js';
import { planTheme, type ThemePlan, tokensOf } from '../theme-plan.js';
import type { Brand, BrandLayout } from './brand.js';
import { type BrandPalette, brandPalette } from './brand-palette.js';
import { type ChosenLayout, chooseLayout, slotsOf } from './choose-layout.js';
import { shrinkTo } from './face-widths.js';
import { fitOf, fitScene } from './fit-scene.js';
import { readable } from './ground.js';
import { mappedLayout } from './layout-map.js';

/** A slide on its layout of the template. */
export interface BrandedSeat extends SlideSeat {
  readonly chosen: BrandLayout;
  /** Whether the layout is one for such slides, and not just the next best. */
  readonly meant: boolean;
}

/** A deck on a template: what is written, and what there is to tell of it. */
export interface BrandedPlan {
  readonly theme: ThemePlan;
  readonly seats: readonly (BrandedSeat | null)[];
}

/** Seats every slide on a layout of the template: brought to its size, in its colours, readable on its grounds. */
export function planBranded(input: PptxInput, brand: Brand): BrandedPlan {
  const { template } = brand;
  const measured = input.slides.map(({ scene }) => scene);
  const theme = planTheme(input.theme, measured, input.fonts);
  const tokens = tokensOf(measured);
  const shrink = shrinkTo(template, theme);
  const page = { width: template.width, height: template.height };
  const slides = input.slides.map(({ scene, layout }) => ({
    scene: fitScene(scene, fitOf(scene, page), page, shrink),
    layout,
  }));
  const palettes = new Map<BrandLayout, BrandPalette>();
  const paletteOf = (layout: BrandLayout): BrandPalette => {
    const known = palettes.get(layout) ?? brandPalette(tokens, layout.scheme, theme.palette);
    palettes.set(layout, known);
    return known;
  };
  const seats = planSlides(slides).map((slide) => {
    const chosen = layoutFor(slide, brand);
    return chosen ? seatOf(slide, chosen, paletteOf(chosen.layout), tokens) : null;
  });
  return { theme, seats };
}

function layoutFor({ scene, layout }: PlannedSlide, { map, template }: Brand): ChosenLayout | null {
  const mapped = mappedLayout(map, scene.classes, layout);
  return mapped ? { layout: mapped, meant: true } : chooseLayout(layout, template.layouts);
}

function seatOf(
  slide: PlannedSlide,
  { layout, meant }: ChosenLayout,
  palette: BrandPalette,
  tokens: Readonly<Record<string, string>>,
): BrandedSeat {
  const { ink = '#000000', paper = '#FFFFFF' } = tokens;
  const shows = showsLayout(slide, meant, palette, tokens);
  const { background } = slide.scene;
  const painted = shows || background?.kind !== 'solid' ? null : palette.shown(background.colour.hex);
  const scene = readable(slide.scene, { layout, palette, painted, ink, paper });
  return {
    slide: { ...slide, scene: shows ? { ...scene, background: null } : scene, roles: rolesIn(scene, slide) },
    layout: planOf(slide, layout),
    part: layout.path,
    palette,
    chosen: layout,
    meant,
  };
}

/** The template's own ground shows where the deck's is plain paper, and where the layout is made for opening a deck or a section. */
function showsLayout(
  { scene: { background }, layout }: PlannedSlide,
  meant: boolean,
  palette: BrandPalette,
  { paper = '#FFFFFF', deep }: Readonly<Record<string, string>>,
): boolean {
  if (background === null) return true;
  if (background.kind !== 'solid' || background.colour.alpha < 1) return false;
  const { hex } = background.colour;
  const opening = meant && (layout === 'title' || layout === 'section');
  return (hex === paper && palette.colours.has(paper)) || (opening && hex === deep);
}

/** The same texts as before, in the colours that they have now. */
function rolesIn(scene: Scene, { layout }: PlannedSlide): PlannedSlide['roles'] {
  return findRoles(scene, layout === 'title-only' ? 'content' : layout);
}

/** Nothing of the layout's looks is ours, so that every shape of the slide says all of its own. */
function planOf({ layout: name }: PlannedSlide, layout: BrandLayout): LayoutPlan {
  return {
    name,
    background: null,
    title: null,
    subtitle: null,
    body: null,
    date: null,
    footer: null,
    number: null,
    shown: { number: true, footer: true, date: true },
    furniture: [],
    slots: slotsOf(name, layout),
    colourMap: layout.colourMap,
  };
}
