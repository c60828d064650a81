import { type DeckData, isDeckData } from '../deck-data.js';

/** One slide in the page. */
export interface PageSlide {
  readonly element: SVGSVGElement;
  readonly title: string;
  readonly label: string;
  readonly section: number;
  readonly notes: string | null;
  /** How many parts come one after the other: Marp's fragments. */
  readonly steps: number;
}

/** What the document holds: its data and its slides. */
export interface PageDeck {
  readonly data: DeckData;
  readonly slides: readonly PageSlide[];
}

/** Reads the deck out of the document. */
export function readDeck(): PageDeck {
  const block = document.querySelector('body > script[type="application/json"]');
  const data: unknown = JSON.parse(block?.textContent ?? 'null');
  if (!isDeckData(data)) throw new TypeError('the document holds no data of its deck');
  const elements = [...document.querySelectorAll<SVGSVGElement>('main > div.marpit > svg')];
  const slides = elements.map((element, index) => {
    const told = data.slides[index];
    return {
      element,
      title: told?.title ?? '',
      label: element.getAttribute('aria-label') ?? '',
      section: told?.section ?? 0,
      notes: told?.notes ?? null,
      steps: fragmentsOf(element).length,
    };
  });
  return { data, slides };
}

/** Parts of a slide that come one after the other. */
export function fragmentsOf(slide: Element): readonly Element[] {
  return [...slide.querySelectorAll('[data-marpit-fragment]')];
}

/** A copy to look at: no address of its own, nothing to reach by Tab, silent. */
export function thumbnailOf({ element }: PageSlide): HTMLElement {
  const copy = element.cloneNode(true);
  const frame = document.createElement('div');
  const deck = document.createElement('div');
  frame.className = 'bd-frame';
  frame.setAttribute('inert', '');
  frame.setAttribute('aria-hidden', 'true');
  deck.className = 'marpit';
  if (copy instanceof Element) {
    for (const name of ['id', 'role', 'aria-roledescription', 'aria-label', 'tabindex', 'data-now'])
      copy.removeAttribute(name);
    for (const named of copy.querySelectorAll('section[id], :is(h1, h2, h3, h4, h5, h6)[id]'))
      named.removeAttribute('id');
    for (const part of fragmentsOf(copy)) part.removeAttribute('data-waiting');
  }
  deck.append(copy);
  frame.append(deck);
  return frame;
}
