import type { PageSlide } from './slides.js';

/** A slide as it is searched. */
export interface Searchable {
  readonly slide: PageSlide;
  readonly text: string;
  readonly folded: string;
}

/** The text of each slide; what stands on every one of them, head and foot, is left out. */
export function searchable(slides: readonly PageSlide[], withNotes: boolean): readonly Searchable[] {
  return slides.map((slide) => {
    const parts = [...slide.element.querySelectorAll('section > :not(header, footer)')];
    const words = parts.map(wordsIn).join(' ');
    const text = [words, slide.title, withNotes ? (slide.notes ?? '') : '']
      .join(' ')
      .replace(/\s+/gu, ' ')
      .trim();
    return { slide, text, folded: fold(text) };
  });
}

/** Words that stand in blocks of their own are not run together. */
function wordsIn(part: Element): string {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(walker.currentNode.nodeValue ?? '');
  const pictures = [...part.querySelectorAll('img[alt]')].map((picture) => picture.getAttribute('alt') ?? '');
  return [...words, ...pictures].join(' ');
}

/** Whether a slide has every word that is looked for; capitals and accents make no difference. */
export function matches({ folded }: Searchable, wanted: string): boolean {
  return fold(wanted)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

/** The words around the first one found, when the title does not show it; null where it does. */
export function excerptOf({ slide, text, folded }: Searchable, wanted: string): string | null {
  const word = fold(wanted).trim().split(/\s+/u)[0] ?? '';
  if (word === '' || fold(slide.title).includes(word)) return null;
  const at = folded.indexOf(word);
  // Folding may shorten the text a little; an excerpt that is a letter off still shows the place.
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 24)) + 1);
  const until = text.indexOf(' ', at + word.length + 28);
  const excerpt = text.slice(from, until < 0 ? text.length : until);
  return `${from > 0 ? '… ' : ''}${excerpt}${until < 0 ? '' : ' …'}`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
