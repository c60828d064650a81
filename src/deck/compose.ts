import type { Brief, BriefSlide, KindName } from '../outline/brief.js';
import { wordsOf } from '../outline/inline.js';
import { isKindName, kindRow } from '../outline/kinds.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import { formatDate, formatDay } from './dates.js';
import type { Deck, DeckMarking, Slide, SlideLayout, View } from './deck.js';
import { roughFitting } from './fit.js';
import { frameView, kindLabel } from './frame-view.js';
import type { Fitting, KindContext, KindView } from './kind-view.js';
import { composeKinds } from './kinds/index.js';
import { english } from './labels.js';
import { plainMarking, tlpColours } from './markings.js';
import { paperOf } from './paper.js';
import { type PlannedSlide, planSlides } from './plan-slides.js';

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
  const planned = planSlides(brief);
  return contextOf(brief, planned, sectionsOf(planned), brief.language ?? 'en', fit);
}

/** Makes the deck: every slide in order, with its number, its view and its text step. Pure. */
export function composeDeck(brief: Brief, theme: DeckTheme, fit: Fitting = roughFitting): Deck {
  const planned = planSlides(brief);
  const language = brief.language ?? 'en';
  const sections = sectionsOf(planned);
  const frame = contextOf(brief, planned, sections, language, fit);
  let section = 0;
  const slides = planned.map(({ slide, added }, index) => {
    if (slide.kind === 'section') section += 1;
    return composeSlide(slide, added, index + 1, section, frame);
  });
  return {
    title: brief.title,
    properties: {
      title: wordsOf(brief.title),
      subject: brief.subtitle ? wordsOf(brief.subtitle) : null,
      authors: brief.authors.map(({ name }) => wordsOf(name)),
      organisation: brief.organisation ? wordsOf(brief.organisation) : null,
      keywords: brief.marking ? [brief.marking.label.text] : [],
      date: brief.date,
      edition: brief.edition?.text.text ?? null,
    },
    language,
    direction: rightToLeft.test(language) ? 'rtl' : 'ltr',
    paper: paperOf(brief.region, language),
    theme: theme.name,
    palette: theme.palette,
    paletteColours: theme.paletteColours,
    marking: brief.marking ? markingOf(brief.marking) : null,
    footer: footerOf(brief, frame),
    sections: sections.map(({ number, title, page }) => ({ number, title, firstSlide: page })),
    slides,
  };
}

function sectionsOf(planned: readonly PlannedSlide[]) {
  const pages = planned.flatMap(({ slide }, index) =>
    slide.kind === 'section' && slide.headline ? [{ title: slide.headline, page: index + 1 }] : [],
  );
  return pages.map((each, index) => ({ ...each, number: index + 1 }));
}

function contextOf(
  brief: Brief,
  planned: readonly PlannedSlide[],
  sections: KindContext['sections'],
  language: string,
  fit: Fitting,
): KindContext {
  const pages = new Map(
    planned.flatMap(({ slide }, index) => (slide.id ? [[slide.id, index + 1] as const] : [])),
  );
  return {
    brief,
    labels: english,
    fit,
    steps: [],
    sections,
    language,
    page: (id) => pages.get(id) ?? null,
    slideNamed: (id) => {
      const slide = planned.find((each) => each.slide.id === id)?.slide;
      return slide
        ? { headline: slide.headline ?? brief.title, label: slide.label ?? label(kindLabel(slide.kind)) }
        : null;
    },
    date: (date) => formatDate(date, language),
    day: (date) => formatDay(date, language),
  };
}

function markingOf({ label: text, extra, ground, ink }: NonNullable<Brief['marking']>): DeckMarking {
  const colours = tlpColours[text.text] ?? plainMarking;
  return {
    label: { ...text, form: 'plain' },
    extra,
    ground: ground ?? colours.ground,
    ink: ink ?? colours.ink,
  };
}

function footerOf(brief: Brief, { labels, date }: KindContext): readonly MappedText[] {
  return [
    brief.short_title ?? brief.title,
    ...(brief.edition
      ? [
          {
            ...brief.edition.text,
            text: brief.edition.number
              ? `${labels.edition} ${brief.edition.number}`
              : brief.edition.text.text,
          },
        ]
      : []),
    ...(brief.cutoff
      ? [{ text: `${labels.informationTo} ${date(brief.cutoff)}`, at: '/cutoff', form: 'plain' } as const]
      : []),
  ];
}

function composeSlide(
  slide: BriefSlide,
  added: boolean,
  number: number,
  section: number,
  frame: KindContext,
): Slide {
  const name = slide.kind.replace(/^own:/u, '');
  const part = composeKind(slide, frame);
  const headline = part.headline ?? slide.headline ?? label(kindLabel(slide.kind) || frame.brief.title.text);
  const layout: SlideLayout =
    slide.layout ?? (isKindName(slide.kind) ? kindRow(slide.kind).layout : 'content');
  return {
    kind: name,
    number,
    id: slide.id,
    pointer: added ? null : slide.pointer,
    headline,
    layout,
    section,
    classes: [
      name,
      ...(part.step ? [`step-${part.step}`] : []),
      ...(part.classes ?? []),
      ...(slide.basis ? ['with-aside'] : []),
    ],
    rules: part.rules ?? [],
    images: part.images ?? [],
    view: { ...frameView(slide, headline, frame), ...part.view },
    notes: slide.notes,
  };
}

function composeKind(slide: BriefSlide, frame: KindContext): KindView {
  if (!isKindName(slide.kind)) return { step: null, view: ownView(slide) };
  const kind: KindName = slide.kind;
  // One row of the table serves one kind; the compiler sees a union of functions and asks for an argument that fits them all.
  const compose = composeKinds[kind] as (slide: BriefSlide, context: KindContext) => KindView;
  return compose(slide, { ...frame, steps: kindRow(kind).steps });
}

function ownView(slide: BriefSlide): View {
  const fields = 'fields' in slide ? slide.fields : null;
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
    ? Object.fromEntries(Object.entries(fields))
    : {};
}
