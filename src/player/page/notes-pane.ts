import { words } from '../words.js';
import { recall, remember } from './address.js';
import { iconButton, make } from './dom.js';
import type { PageSlide } from './slides.js';
import type { Talk } from './talk.js';

/** Sizes of notes in px. */
const sizes = [14, 16, 18, 20, 24, 28, 34, 42];
const sizeKey = 'briefdeck notes size';

/** The notes of the slide, in a size that the presenter chooses. */
export function notesPane(talk: Talk, slides: readonly PageSlide[]): HTMLElement {
  const kept = recall(sizeKey);
  let size = typeof kept === 'number' && sizes[kept] ? kept : 3;
  const text = make('div', {
    class: 'bd-text',
    attributes: { tabindex: '0', role: 'region', 'aria-label': words.notes },
  });
  text.lang = document.documentElement.lang;
  text.dir = 'auto';
  const none = slides.every(({ notes }) => notes === null) ? words.noNotesAtAll : words.noNotes;
  const resize = (next: number) => {
    size = Math.min(Math.max(next, 0), sizes.length - 1);
    text.style.fontSize = `${sizes[size]}px`;
    remember(sizeKey, size);
  };
  const smaller = iconButton('smaller', words.smaller, () => resize(size - 1));
  const larger = iconButton('larger', words.larger, () => resize(size + 1));
  resize(size);
  talk.follow(({ slide }) => {
    const paragraphs = (slides[slide]?.notes ?? '').split(/\n\s*\n/u).filter((each) => each.trim() !== '');
    const shown = paragraphs.map((each) => make('p', { text: each }));
    text.replaceChildren(...(shown.length > 0 ? shown : [make('p', { class: 'bd-quiet', text: none })]));
    text.scrollTop = 0;
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') resize(size + 1);
    if (event.key === '-') resize(size - 1);
  });
  const head = make('div', {
    class: 'bd-head',
    children: [make('h2', { text: words.notes }), smaller, larger],
  });
  return make('section', { class: 'bd-notes', children: [head, text] });
}
