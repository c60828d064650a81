import { words } from '../words.js';
import { iconButton, make } from './dom.js';
import { excerptOf, matches, type Searchable, searchable } from './find-slides.js';
import { focusAt, moveByKeys } from './roving.js';
import { type PageSlide, thumbnailOf } from './slides.js';
import type { Talk } from './talk.js';

interface Card {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly excerpt: HTMLElement;
  readonly searched: Searchable;
}

/** All slides as a grid with their headlines, filtered by what is typed. It is made when it is first asked for. */
export class Overview {
  readonly #dialog = make('dialog', { class: 'bd-overview', attributes: { 'aria-label': words.overview } });
  readonly #field = make('input', {
    attributes: {
      type: 'search',
      placeholder: words.filter,
      'aria-label': words.filter,
      autocomplete: 'off',
    },
  });
  readonly #count = make('p', { class: 'bd-count', attributes: { role: 'status' } });
  readonly #none = make('div', { class: 'bd-none', attributes: { hidden: '' } });
  readonly #list = make('ol', { class: 'bd-cards', attributes: { dir: document.documentElement.dir } });
  #cards: readonly Card[] = [];

  constructor(
    readonly home: HTMLElement,
    readonly talk: Talk,
    readonly slides: readonly PageSlide[],
    readonly withNotes: boolean,
  ) {}

  open(focus: 'cards' | 'field'): void {
    if (this.#cards.length === 0) this.#make();
    const { slide } = this.talk.state;
    this.#field.value = '';
    this.#filter();
    this.#cards.forEach(({ button }, index) => {
      if (index === slide) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    });
    if (!this.#dialog.open) this.#dialog.showModal();
    if (focus === 'field') this.#field.focus();
    else focusAt(this.#buttons(), this.#cards[slide]?.button);
    this.#cards[slide]?.item.scrollIntoView({ block: 'center' });
  }

  #make(): void {
    const texts = searchable(this.slides, this.withNotes);
    this.#cards = texts.map((searched, index) => this.#card(searched, index));
    this.#list.append(...this.#cards.map(({ item }) => item));
    this.#none.append(make('p', { text: words.noneFound }), make('p', { text: words.noneFoundHint }));
    const close = iconButton('close', words.close, () => this.#dialog.close());
    const head = make('div', { class: 'bd-head', children: [this.#field, this.#count, close] });
    this.#dialog.append(head, this.#list, this.#none);
    this.#field.addEventListener('input', () => this.#filter());
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event));
    this.home.append(this.#dialog);
  }

  #card(searched: Searchable, index: number): Card {
    const { slide } = searched;
    const number = make('span', { class: 'bd-number', text: String(index + 1) });
    const excerpt = make('span', { class: 'bd-excerpt', attributes: { hidden: '' } });
    const title = make('span', { class: 'bd-title', text: slide.title });
    const button = make('button', {
      attributes: { type: 'button', tabindex: '-1', lang: document.documentElement.lang },
      children: [number, ' ', title, ' ', excerpt],
      click: () => this.#choose(index),
    });
    return { item: make('li', { children: [thumbnailOf(slide), button] }), button, excerpt, searched };
  }

  #choose(index: number): void {
    this.#dialog.close();
    this.talk.jump(index);
  }

  #buttons(): readonly HTMLButtonElement[] {
    return this.#cards.filter(({ item }) => !item.hidden).map(({ button }) => button);
  }

  #filter(): void {
    const wanted = this.#field.value;
    for (const { item, excerpt, searched } of this.#cards) {
      item.hidden = wanted.trim() !== '' && !matches(searched, wanted.trim());
      const words = item.hidden ? null : excerptOf(searched, wanted);
      excerpt.hidden = words === null;
      excerpt.textContent = words ?? '';
    }
    const found = this.#buttons();
    this.#none.hidden = found.length > 0;
    this.#count.textContent = words.found(found.length, this.slides.length);
    for (const { button } of this.#cards) button.tabIndex = button === found[0] ? 0 : -1;
  }

  #onKey(event: KeyboardEvent): void {
    const inField = event.target === this.#field;
    // A field for searching would take the first Esc to empty itself.
    if (inField && event.key === 'Escape') {
      event.preventDefault();
      this.#dialog.close();
    } else if (inField && event.key === 'Enter') {
      event.preventDefault();
      this.#buttons()[0]?.click();
    } else if (inField && event.key === 'ArrowDown') {
      event.preventDefault();
      focusAt(this.#buttons(), undefined);
    } else if (!inField && moveByKeys(this.#buttons(), event, this.#field)) event.preventDefault();
    // A letter typed on a card goes into the field.
    else if (!inField && /^[^\s/]$/u.test(event.key) && !event.ctrlKey && !event.metaKey) this.#field.focus();
    else if (!inField && event.key === '/') {
      event.preventDefault();
      this.#field.focus();
    }
  }
}
