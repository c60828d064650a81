import { diagnostic } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { LayoutName, Slots } from '../layout-plan.js';
import type { PptxInput } from '../pptx-input.js';
import type { ThemePlan } from '../theme-plan.js';
import type { Brand, BrandLayout, BrandTemplate } from './brand.js';
import { fitOf, sameRatio } from './fit-scene.js';
import { marksUnder } from './ground.js';
import { type BrandedSeat, planBranded } from './plan-branded.js';

/** What there is to tell of a deck on its template: what its layouts lack, and what of it does not fit. */
export function brandFindings(input: PptxInput, brand: Brand): readonly Diagnostic[] {
  const { template } = brand;
  const { seats, theme } = planBranded(input, brand);
  const known = seats.filter((seat) => seat !== null);
  return [
    ...sizeFindings(input, template),
    ...substituteFindings(known, template),
    ...slotFindings(known, template),
    ...markFindings(known, template),
    ...fontFindings(theme, template),
    ...droppedFindings(template),
  ];
}

function sizeFindings({ slides }: PptxInput, template: BrandTemplate): readonly Diagnostic[] {
  const slide = slides[0]?.scene;
  if (!slide || sameRatio(slide, template)) return [];
  const { scale } = fitOf(slide, template);
  const inches = ({ width, height }: { width: number; height: number }) =>
    `${Math.round((width / 96) * 100) / 100} × ${Math.round((height / 96) * 100) / 100} in`;
  const message = `The template’s slides are ${inches(template)}, those of the deck ${inches(slide)}: each stands in the middle of its slide at ${Math.round(scale * 100)} % of its size.`;
  const hint = 'Use the template’s version for slides of 16:9, or a deck of the template’s size.';
  return [diagnostic('PPTX-13', message, { file: template.file, hint })];
}

/** Layouts by what slides are called that people write. */
const sorts: Readonly<Record<LayoutName, string>> = {
  title: 'title slides',
  section: 'section slides',
  content: 'slides with a headline and text',
  'title-only': 'slides with a headline alone',
  blank: 'slides without a headline',
};

function substituteFindings(seats: readonly BrandedSeat[], { file }: BrandTemplate): readonly Diagnostic[] {
  const lacking = seats.filter(({ meant }) => !meant);
  const names = [...new Set(lacking.map(({ layout }) => layout.name))];
  if (names.length === 0) return [];
  const rows = names.map((name) => {
    const own = lacking.filter(({ layout }) => layout.name === name);
    return `${sorts[name]} (“${own[0]?.chosen.name}” stands in on ${numbersOf(own)})`;
  });
  const message = `The template has no layout for ${rows.join(', nor for ')}.`;
  const hint = `Others can be named in the mapping of layouts, such as \`${names[0]}: NAME\`.`;
  return [{ ...diagnostic('PPTX-12', message, { file, hint }), severity: 'info' }];
}

/** Slots by what people call them. */
const slotNames: readonly (readonly [keyof Slots, string])[] = [
  ['title', 'title'],
  ['subtitle', 'subtitle'],
  ['body', 'text'],
  ['footer', 'footer'],
  ['number', 'slide number'],
];

function slotFindings(seats: readonly BrandedSeat[], { file }: BrandTemplate): readonly Diagnostic[] {
  return layoutsOf(seats).flatMap(([layout, own]) => {
    const lacks = slotNames.filter(([slot]) =>
      own.some(({ slide, layout: { slots } }) => slide.roles[slot] !== null && slots?.[slot] === null),
    );
    if (lacks.length === 0) return [];
    const names = lacks.map(([, name]) => name).join(', ');
    const message = `The layout “${layout.name}” of the template has no placeholder for: ${names}. On ${numbersOf(own)} they stand where they were measured, and do not follow the layout when it changes.`;
    const hint =
      'Add the placeholders in PowerPoint (View, Slide Master), or choose another layout in the mapping of layouts.';
    return [diagnostic('PPTX-12', message, { file, hint })];
  });
}

function markFindings(seats: readonly BrandedSeat[], { file }: BrandTemplate): readonly Diagnostic[] {
  return layoutsOf(seats).flatMap(([layout, own]) => {
    const hit = own.flatMap((seat) => marksUnder(seat.slide.scene, layout).map((mark) => ({ mark, seat })));
    return [...new Set(hit.map(({ mark }) => mark))].map((mark) => {
      const under = hit.filter((each) => each.mark === mark).map(({ seat }) => seat);
      const message = `${mark.name ? `“${mark.name}”` : 'A mark'} of the layout “${layout.name}” lies behind something on ${numbersOf(under)}.`;
      const hint =
        'Look at these slides; move the mark in the template, or choose another layout in the mapping of layouts.';
      return diagnostic('PPTX-14', message, { file, hint });
    });
  });
}

function fontFindings(
  { headingFace, bodyFace }: ThemePlan,
  { fonts, file }: BrandTemplate,
): readonly Diagnostic[] {
  const rows = [
    [headingFace, fonts.heading],
    [bodyFace, fonts.body],
  ] as const;
  const other = [
    ...new Set(
      rows
        .filter(([own, theirs]) => theirs && own !== theirs)
        .map(([own, theirs]) => `${theirs} in place of ${own}`),
    ),
  ];
  if (other.length === 0) return [];
  const message = `Text is set in the template’s fonts: ${other.join(', ')}. It was measured in the deck’s; wider fonts are set smaller, yet lines may break elsewhere.`;
  const hint = 'Look at full slides in PowerPoint; HTML and PDF keep the deck’s fonts.';
  return [diagnostic('PPTX-15', message, { file, hint })];
}

function droppedFindings({ dropped, file }: BrandTemplate): readonly Diagnostic[] {
  if (dropped.length === 0) return [];
  const shown = dropped.slice(0, 3).join('; ');
  const more = dropped.length > 3 ? ` and ${dropped.length - 3} more` : '';
  const message = `Left out of the template, since it leads out of the file or can run: ${shown}${more}.`;
  return [diagnostic('PPTX-16', message, { file })];
}

function layoutsOf(
  seats: readonly BrandedSeat[],
): readonly (readonly [BrandLayout, readonly BrandedSeat[]])[] {
  const layouts = [...new Set(seats.map(({ chosen }) => chosen))];
  return layouts.map((layout) => [layout, seats.filter(({ chosen }) => chosen === layout)]);
}

/** `slides 1, 3–5`. */
function numbersOf(seats: readonly BrandedSeat[]): string {
  const numbers = seats.map(({ slide }) => slide.scene.number).toSorted((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[last.length - 1] === number - 1) last.push(number);
    else runs.push([number]);
  }
  const parts = runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', ')));
  return `${numbers.length === 1 ? 'slide' : 'slides'} ${parts.join(', ')}`;
}
