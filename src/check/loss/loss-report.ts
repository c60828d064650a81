import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SlideContent } from '../../scene/content.js';
import type { SceneMedia } from '../../scene/scene.js';
import { type DocumentElement, type DocumentSlide, elementsOf } from './document-content.js';
import { findLost, type HoldingFormat } from './find-lost.js';
import { type Lost, lossFindings, unreadable } from './loss-findings.js';

/** How much of each kind the document or a format holds. */
export interface Counts {
  readonly texts: number;
  readonly tables: number;
  readonly pictures: number;
  readonly formulae: number;
  readonly links: number;
  readonly alternativeTexts: number;
  readonly notes: number;
}

/** How much the document holds, and how much of that each format was found to hold when it was read back. */
export interface HeldReport {
  readonly document: Counts;
  readonly pptx?: Counts;
  /** A PDF has no notes, and sets formulae as text. */
  readonly pdf?: Omit<Counts, 'notes' | 'formulae'>;
}

/** What formats hold by their own bytes, slide by slide, or why they cannot be read; a format that was not made is left out. */
export type ReadBack = Readonly<Partial<Record<HoldingFormat, readonly SlideContent[] | string>>>;

/** What was found by comparing. */
export interface LossReport {
  readonly held: HeldReport;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares a document, as the browser drew it, with what came of it. */
export function lossReport(
  slides: readonly DocumentSlide[],
  media: readonly SceneMedia[],
  { pptx, pdf }: ReadBack,
): LossReport {
  const vectors = media.map(({ source }) => /^data:image\/svg/iu.test(source));
  const elements = slides.map((slide) => elementsOf(slide, (index) => vectors[index] ?? false));
  const all = elements.flat();
  const document = countsOf(all);
  const lost = new Map<DocumentElement, HoldingFormat[]>();
  const faults: Diagnostic[] = [];
  const held = (format: HoldingFormat, content: readonly SlideContent[] | string): Counts => {
    if (typeof content === 'string') {
      faults.push(unreadable(format, content));
      return countsOf([]);
    }
    const missing = elements.flatMap((each, at) => findLost(each, content[at] ?? nothing, format));
    for (const element of missing) lost.set(element, [...(lost.get(element) ?? []), format]);
    return less(document, countsOf(missing));
  };
  const found = {
    document,
    ...(pptx === undefined ? {} : { pptx: held('pptx', pptx) }),
    ...(pdf === undefined ? {} : { pdf: withoutUnheld(held('pdf', pdf)) }),
  };
  const rows = all.flatMap((element): readonly Lost[] => {
    const formats = lost.get(element);
    return formats ? [{ element, formats }] : [];
  });
  return { held: found, diagnostics: [...faults, ...lossFindings(rows)] };
}

const nothing: SlideContent = {
  texts: [],
  decoration: [],
  tables: [],
  pictures: [],
  links: [],
  alternativeTexts: [],
  notes: null,
};

/** The name under which each kind is counted. */
const names: Readonly<Record<DocumentElement['kind'], keyof Counts>> = {
  text: 'texts',
  table: 'tables',
  picture: 'pictures',
  formula: 'formulae',
  link: 'links',
  'alternative text': 'alternativeTexts',
  notes: 'notes',
};

function countsOf(elements: readonly DocumentElement[]): Counts {
  const counts = { texts: 0, tables: 0, pictures: 0, formulae: 0, links: 0, alternativeTexts: 0, notes: 0 };
  for (const { kind } of elements) counts[names[kind]] += 1;
  return counts;
}

function less(all: Counts, missing: Counts): Counts {
  const rest = { ...all };
  for (const name of Object.values(names)) rest[name] = all[name] - missing[name];
  return rest;
}

function withoutUnheld({ notes: _, formulae: __, ...counts }: Counts): Omit<Counts, 'notes' | 'formulae'> {
  return counts;
}
