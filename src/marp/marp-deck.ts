import { whole } from '../deck/continue/part.js';
import type { Deck, Slide, SlideLayout } from '../deck/deck.js';
import { paperOf } from '../deck/paper.js';
import type { MappedText } from '../outline/mapped-text.js';
import type { RenderedMarpDeck } from './render-marp-deck.js';
import type { SlideFacts } from './slide-facts.js';

/** The Deck of a Marp Markdown of the user's own: what PDF and PPTX need beside the picture. Its texts have no pointer. */
export function marpDeck(
  rendered: RenderedMarpDeck,
  name: string,
  language: string,
  date: string | null,
): Deck {
  const { slides, directives, comments } = rendered;
  const title = directives.title ?? slides.find(({ heading }) => heading !== null)?.heading ?? name;
  const starts = slides.flatMap((slide, index) => (isSection(slide, index) ? [index] : []));
  return {
    title: plain(title),
    properties: {
      title,
      subject: directives.description,
      authors: directives.author === null ? [] : [directives.author],
      organisation: null,
      keywords: directives.keywords === null ? [] : directives.keywords.split(/\s*,\s*/u),
      date,
      edition: null,
    },
    language,
    direction: /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv)\b/iu.test(language) ? 'rtl' : 'ltr',
    paper: paperOf(null, language),
    theme: directives.theme ?? 'default',
    palette: 'default',
    paletteColours: {},
    marking: null,
    footer: [],
    sections: starts.map((at, index) => ({
      number: index + 1,
      title: plain(slides[at]?.heading ?? ''),
      firstSlide: at + 1,
      minutes: null,
    })),
    minutes: null,
    slides: slides.map((slide, index) => slideOf(slide, index, comments[index] ?? [], starts)),
  };
}

function slideOf(
  slide: SlideFacts,
  index: number,
  comments: readonly string[],
  starts: readonly number[],
): Slide {
  const notes = comments.join('\n\n').trim();
  const kind = slide.classes[0] ?? 'markdown';
  const section = starts.filter((start) => start <= index).length;
  return {
    kind: starts.includes(index) ? 'section' : kind,
    number: index + 1,
    id: null,
    pointer: null,
    headline: plain(slide.heading ?? `Slide ${index + 1}`),
    part: whole,
    unmet: null,
    layout: layoutOf(slide, index),
    section,
    marking: null,
    classes: slide.classes,
    rules: [],
    images: [],
    view: {},
    notes: notes ? plain(notes) : null,
    minutes: null,
  };
}

function layoutOf(slide: SlideFacts, index: number): SlideLayout {
  if (slide.heading === null) return 'blank';
  if (index === 0 && !slide.hasBlocks) return 'title';
  return isSection(slide, index) ? 'section' : 'content';
}

/** Marp has no sections; its themes show one by a class, or by a slide with a large heading alone. */
function isSection(slide: SlideFacts, index: number): boolean {
  if (index === 0 || slide.heading === null || slide.hasBlocks) return false;
  return slide.classes.some((name) => /^(?:lead|section|chapter|divider|part)/iu.test(name));
}

function plain(text: string): MappedText {
  return { text, at: null, form: 'plain' };
}
