import { words } from '../words.js';
import { make } from './dom.js';
import { focusAt, moveByKeys } from './roving.js';
import type { PageDeck } from './slides.js';
import type { Talk } from './talk.js';

/** All headlines, to jump by; one stop of Tab, arrows inside. */
export function jumpList(talk: Talk, deck: PageDeck): HTMLElement {
  const buttons = deck.slides.map(({ title }, index) => {
    const number = make('span', { class: 'bd-number', text: String(index + 1) });
    const children = [number, ' ', make('span', { text: title })];
    return make('button', { attributes: { type: 'button' }, children, click: () => talk.jump(index) });
  });
  const list = listOf(buttons, deck);
  list.addEventListener('keydown', (event) => {
    if (!/^Arrow(?:Up|Down)$|^(?:Home|End)$/u.test(event.key)) return;
    if (moveByKeys(buttons, event, null)) event.preventDefault();
  });
  talk.follow(({ slide }) => {
    const focused = list.contains(document.activeElement);
    buttons.forEach((button, index) => {
      button.tabIndex = index === slide ? 0 : -1;
      if (index === slide) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    });
    if (focused) focusAt(buttons, buttons[slide]);
    reveal(list, buttons[slide]);
  });
  new ResizeObserver(() => reveal(list, buttons[talk.state.slide])).observe(list);
  return make('nav', { class: 'bd-jump', attributes: { 'aria-label': words.jump }, children: [list] });
}

/** The list, with the title of a section above its first slide where that slide does not say it. */
function listOf(buttons: readonly HTMLElement[], { data, slides }: PageDeck): HTMLElement {
  const items = slides.map(({ section, title }, index) => {
    const begins = section > 0 && section !== (slides[index - 1]?.section ?? 0);
    const part = begins ? data.sections[section - 1]?.title : undefined;
    const item = make('li', { children: buttons.slice(index, index + 1) });
    if (part && part !== title) item.dataset.part = part;
    return item;
  });
  return make('ol', { attributes: { lang: document.documentElement.lang }, children: items });
}

/** Scrolls the list alone: `scrollIntoView` would move the page too. */
function reveal(list: HTMLElement, button: HTMLElement | undefined): void {
  if (!button) return;
  const [around, place] = [list.getBoundingClientRect(), button.getBoundingClientRect()];
  list.scrollTop += place.top - around.top - (around.height - place.height) / 2;
}
