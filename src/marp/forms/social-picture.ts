import type { Deck } from '../../deck/deck.js';
import { wordsOf } from '../../outline/inline.js';
import { htmlText } from '../html-text.js';
import type { PictureDocument } from './contact-sheet.js';
import { framedSlide } from './split-slides.js';

/** What networks and messengers show beside a link, in px. */
const size = { width: 1200, height: 630 } as const;

/** Sizes of the title in px by how long it is, in letters. */
const titleSizes: readonly (readonly [number, number])[] = [
  [50, 72],
  [90, 60],
  [150, 48],
  [Number.POSITIVE_INFINITY, 38],
];

/** The title of a brief as its title slide has it, large enough to be read in small. */
export function socialPicture(deck: Deck): PictureDocument {
  const { title, subject, authors, organisation } = deck.properties;
  const letters = [...title].reduce((sum, each) => sum + (each >= '\u2e80' ? 2 : 1), 0);
  const px = titleSizes.find(([most]) => letters <= most)?.[1] ?? 38;
  const who = authors.length > 0 ? authors.join(', ') : organisation;
  const [, ...facts] = deck.footer.map(({ text }) => wordsOf(text));
  const { marking } = deck;
  const words = marking && [marking.label, ...(marking.extra ? [marking.extra] : [])].map(wordsOf).join(' ');
  const tab = words ? `<p class="tab">${htmlText(words)}</p>` : '';
  const line = (name: string, text: string | null) =>
    text ? `<p class="${name}">${htmlText(text)}</p>` : '';
  return {
    size,
    html: `${tab}<div class="band"></div><div class="said"><h1>${htmlText(title)}</h1>${line('subject', subject)}</div>
<div class="foot">${line('who', who)}${line('facts', facts.join(' · '))}</div>${tab.replace('tab', 'tab below')}`,
    css: `${css}
h1 { font-size: ${px}px; }
.tab { background: ${marking?.ground ?? 'none'}; color: ${marking?.ink ?? 'inherit'}; }`,
  };
}

/** The first slide of a deck that has a look of its own, over the whole picture where its shape allows. */
export function firstSlidePicture(
  slides: readonly string[],
  slide: { readonly width: number; readonly height: number },
): PictureDocument {
  const wide = slide.width / slide.height > 1.7;
  const width = wide ? size.width : (size.height * slide.width) / slide.height;
  const height = (width * slide.height) / slide.width;
  const place = `left: ${(size.width - width) / 2}px; top: ${(size.height - height) / 2}px; width: ${width}px`;
  return {
    size,
    html: framedSlide(slides[0] ?? ''),
    css: `body { width: ${size.width}px; height: ${size.height}px; position: relative; overflow: hidden; }
.frame { position: absolute; ${place}; }
.frame::after { content: none; }`,
  };
}

const css = `
body { width: ${size.width}px; height: ${size.height}px; position: relative; overflow: hidden; }
.band { position: absolute; inset-block: 0; inset-inline-start: 0; width: 96px; background: var(--deep); }
.said { position: absolute; inset-inline: 144px 64px; top: 92px; border-top: 3px solid var(--ink); padding-top: 28px; }
h1 { font-family: var(--serif); font-weight: 700; line-height: 1.12; letter-spacing: -0.005em; text-wrap: balance; overflow-wrap: break-word; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; padding-bottom: 6px; }
.subject { margin-top: 18px; font-size: 30px; line-height: 1.25; color: var(--ink-2); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.foot { position: absolute; inset-inline: 144px 64px; bottom: 48px; font-size: 26px; line-height: 1.3; background: var(--paper); padding-top: 12px; }
.foot p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.who { font-weight: 700; }
.facts { color: var(--ink-2); }
.tab { position: absolute; inset-inline-end: 64px; top: 0; height: 40px; padding: 0 16px; font: 700 22px/40px var(--sans); white-space: nowrap; }
.tab.below { top: auto; bottom: 0; }
`;
