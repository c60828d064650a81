import type { DeckData } from './deck-data.js';
import { inertJson } from './describe-deck.js';
import { words } from './words.js';

/** What a presented document runs and holds beyond its slides. */
export interface PlayerParts {
  readonly script: string;
  readonly css: string;
  readonly data: DeckData;
}

/** The slides as a page that is there to be read: in a landmark, each a group with a name and the outline's id as its address. */
export function presentedSlides(html: string, { slides }: DeckData): string {
  let number = 0;
  const named = html.replace(/<svg data-marpit-svg=""/gu, (start) => {
    const slide = slides[number];
    number += 1;
    if (!slide) return start;
    // A name of digits alone would be taken for the number of a slide.
    const id = slide.id && !/^\d+$/u.test(slide.id) ? ` id="${attribute(slide.id)}"` : '';
    const label = attribute(words.slideLabel(number, slides.length, slide.title));
    return `${start}${id} role="group" aria-roledescription="${words.slide}" aria-label="${label}" tabindex="-1"`;
  });
  // The corner of a table heads nothing; Markdown can write it as a header alone.
  const cornered = named.replace(/<th((?:\s[^>]*)?)>\s*<\/th>/gu, '<th role="cell"$1></th>');
  return `<main aria-label="${words.deck}">\n${cornered}\n</main>`;
}

/** The deck's data, inert. */
export function dataBlock(data: DeckData): string {
  return `<script type="application/json">${inertJson(data)}</script>`;
}

function attribute(value: string): string {
  return value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
