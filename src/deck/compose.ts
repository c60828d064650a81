import type { Brief, BriefSlide, KindName } from '../outline/brief.js';
import { isKindName, kindRow } from '../outline/kinds.js';
import { label } from '../outline/mapped-text.js';
import { countOn, headlineClasses, numbered } from './continue/headline.js';
import { whole } from './continue/part.js';
import { planParts, policyOf } from './continue/plan-parts.js';
import { fullnessOf, recordedFit } from './continue/recorded-fit.js';
import { formatDate, formatDay } from './dates.js';
import type { Deck, Slide, SlideLayout, View } from './deck.js';
import { footerOf, propertiesOf } from './deck-properties.js';
import { roughFitting } from './fit.js';
import { frameView, kindLabel } from './frame-view.js';
import type { Fitting, KindContext, KindView } from './kind-view.js';
import { composeKinds } from './kinds/index.js';
import { english } from './labels.js';
import { type Markings, rollUp, withPortionMarks } from './markings.js';
import { paperOf } from './paper.js';
import { type PlannedSlide, planSlides } from './plan-slides.js';
import type { SinceLast } from './since-last.js';

/** What the theme adds to a deck. */
export interface DeckTheme {
  readonly name: string;
  readonly palette: string;
  readonly paletteColours: Readonly<Record<string, string>>;
}

/** Languages that are written from right to left. */
const rightToLeft = /^(?:ar|he|fa|ur|yi|ps|dv|ckb)(?:-|$)/u;

/** What the views of documents beside the slides may ask for. */
export function documentContext(brief: Brief, fit: Fitting = roughFitting): KindContext {
  const planned = planSlides(brief, null);
  return contextOf(brief, planned, { fit, since: null });
}

/** Makes the deck: every slide in order, with its number, its view, its text step and the mark of what changed. Pure. */
export function composeDeck(
  whole: Brief,
  theme: DeckTheme,
  fit: Fitting = roughFitting,
  since: SinceLast | null = null,
): Deck {
  const brief = withPortionMarks(whole);
  const markings = rollUp(brief);
  const contextFor = (slides: readonly PlannedSlide[]) => contextOf(brief, slides, { fit, since });
  const planned = planParts(planSlides(brief, since), brief, contextFor, composeKind);
  const frame = contextFor(planned);
  const { language, sections } = frame;
  let section = 0;
  const slides = planned.map((each, index) => {
    if (each.slide.kind === 'section') section += 1;
    return composeSlide(each, { number: index + 1, section, markings }, frame);
  });
  return {
    title: brief.title,
    properties: propertiesOf(brief, markings),
    language,
    direction: rightToLeft.test(language) ? 'rtl' : 'ltr',
    paper: paperOf(brief.region, language),
    theme: theme.name,
    palette: theme.palette,
    paletteColours: theme.paletteColours,
    marking: markings.deck,
    footer: footerOf(brief, frame),
    sections: sections.map(({ page, ...each }) => ({ ...each, firstSlide: page })),
    minutes: brief.minutes,
    slides,
  };
}

function sectionsOf(planned: readonly PlannedSlide[]) {
  const agenda = planned.flatMap(({ slide }) => (slide.kind === 'agenda' ? slide.items : []));
  const minutesOf = (id: string | null) =>
    agenda.find(({ slide }) => id !== null && slide === id)?.minutes ?? null;
  const pages = planned.flatMap(({ slide }, index) =>
    slide.kind === 'section' && slide.headline
      ? [{ title: slide.headline, page: index + 1, minutes: minutesOf(slide.id) }]
      : [],
  );
  return pages.map((each, index) => ({ ...each, number: index + 1 }));
}

function contextOf(
  brief: Brief,
  planned: readonly PlannedSlide[],
  { fit, since }: Pick<KindContext, 'fit' | 'since'>,
) {
  const language = brief.language ?? 'en';
  const isNamed = ({ slide }: PlannedSlide, name: string) =>
    slide.id === name || (slide.pointer !== '' && slide.pointer === name);
  const pages = new Map(
    planned.flatMap(({ slide }, index) =>
      [slide.id, slide.pointer].flatMap((name) => (name ? [[name, index + 1] as const] : [])),
    ),
  );
  return {
    brief,
    labels: english,
    fit,
    steps: [],
    since,
    part: whole,
    step: null,
    sections: sectionsOf(planned),
    language,
    page: (id: string) => pages.get(id) ?? null,
    slideNamed: (id: string) => {
      const slide = planned.find((each) => isNamed(each, id))?.slide;
      return slide
        ? { headline: slide.headline ?? brief.title, label: slide.label ?? label(kindLabel(slide.kind)) }
        : null;
    },
    date: (date: string) => formatDate(date, language),
    day: (date: string) => formatDay(date, language),
  };
}

function composeSlide(
  planned: PlannedSlide,
  { number, section, markings }: { number: number; section: number; markings: Markings },
  frame: KindContext,
): Slide {
  const { slide, added, part: place, step } = planned;
  const name = slide.kind.replace(/^own:/u, '');
  const policy = policyOf(planned, frame.brief);
  const { fit, fullest } = recordedFit(frame.fit, policy);
  const part = planned.ready ?? composeKind(slide, { ...frame, fit, part: place, step });
  const need = policy === 'fail' ? fullest() : null;
  const title = part.headline ?? slide.headline ?? label(kindLabel(slide.kind) || frame.brief.title.text);
  const headline = numbered(title, place);
  return {
    kind: name,
    number,
    id: slide.id,
    pointer: added ? null : slide.pointer,
    headline,
    part: place,
    unmet: need && fullnessOf(need) > 1 ? need : null,
    layout: layoutOf(slide),
    section,
    marking: markings.bySlide.get(slide.pointer) ?? null,
    classes: [
      name,
      ...(part.step ? [`step-${part.step}`] : []),
      ...headlineClasses(headline, place, frame),
      ...(part.classes ?? []),
      ...(slide.basis ? ['with-aside'] : []),
      ...(frame.since?.isRedline ? ['redline'] : []),
    ],
    rules: [...countOn(place), ...(part.rules ?? [])],
    images: part.images ?? [],
    view: { ...frameView(slide, headline, frame), start: place.from + 1, ...part.view },
    notes: slide.notes,
    minutes: slide.minutes,
  };
}

function layoutOf({ layout, kind }: BriefSlide): SlideLayout {
  return layout ?? (isKindName(kind) ? kindRow(kind).layout : 'content');
}

function composeKind(slide: BriefSlide, frame: KindContext): KindView {
  if (!isKindName(slide.kind)) return { step: null, view: ownView(slide) };
  const kind: KindName = slide.kind;
  // One row of the table serves one kind; the compiler sees a union of functions and asks for an argument that fits them all.
  const compose = composeKinds[kind] as (slide: BriefSlide, context: KindContext) => KindView;
  return compose(slide, { ...frame, steps: frame.step === null ? kindRow(kind).steps : [frame.step] });
}

function ownView(slide: BriefSlide): View {
  const fields = 'fields' in slide ? slide.fields : null;
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
    ? Object.fromEntries(Object.entries(fields))
    : {};
}
