import { words } from '../words.js';
import { iconButton, make } from './dom.js';
import { followAudience, type Link } from './in-step.js';
import { jumpList } from './jump-list.js';
import { notesPane } from './notes-pane.js';
import type { Pair } from './pair.js';
import { PointerDot, PointerHand } from './pointer.js';
import { fragmentsOf, type PageDeck, type PageSlide, thumbnailOf } from './slides.js';
import type { Talk } from './talk.js';
import { timeRow } from './time-row.js';

/** What the presenter's window offers beyond turning. */
export interface PresenterCommands {
  readonly reopen: () => void;
  readonly overview: () => void;
  readonly help: () => void;
}

/** The presenter's window: the slide on the screen, the next one, notes, times, all headlines. Gives the switch of the pointer. */
export function showPresenter(
  home: HTMLElement,
  talk: Talk,
  deck: PageDeck,
  pair: Pair,
  commands: PresenterCommands,
): () => void {
  const current = pane('bd-current', words.currentSlide);
  const next = pane('bd-next', words.nextSlide);
  const status = statusLine(commands.reopen);
  const pointer = pointerSwitch(home, current, pair);
  followSlides(talk, deck.slides, current, next);
  const tools = [timeRow(talk, deck, pair.id), status.element, toolRow(talk, pointer.button, commands)];
  const children = [
    make('h1', { class: 'bd-heard', text: words.presenter }),
    make('div', { class: 'bd-top', children: tools }),
    make('div', { class: 'bd-left', children: [current.element, jumpList(talk, deck)] }),
    make('div', { class: 'bd-right', children: [next.element, notesPane(talk, deck.slides)] }),
  ];
  home.append(make('main', { class: 'bd-presenter', children }));
  followAudience(talk, pair, status.say);
  return pointer.toggle;
}

function pointerSwitch(home: HTMLElement, current: Pane, pair: Pair) {
  const area = () => current.body.querySelector('.bd-frame')?.getBoundingClientRect();
  const dot = new PointerDot(home, area);
  const hand = new PointerHand(current.body, area, (spot) => {
    dot.show(spot);
    pair.tell({ kind: 'pointer', spot });
  });
  const toggle = () => button.setAttribute('aria-pressed', String(hand.switch()));
  const button = iconButton('pointer', words.pointer, toggle);
  button.title = words.pointerHint;
  button.setAttribute('aria-pressed', 'false');
  return { button, toggle };
}

function toolRow(talk: Talk, pointer: HTMLElement, { overview, help }: PresenterCommands): HTMLElement {
  return make('div', {
    class: 'bd-tools',
    children: [
      iconButton('previous', words.previous, () => talk.back()),
      iconButton('next', words.next, () => talk.forth()),
      pointer,
      iconButton('overview', words.overview, overview),
      iconButton('help', words.help, help),
    ],
  });
}

function followSlides(talk: Talk, slides: readonly PageSlide[], current: Pane, next: Pane): void {
  talk.follow(({ slide, step, black }, before, cause) => {
    if (slide !== before.slide || cause === 'start') {
      const [now, after] = [slides[slide], slides[slide + 1]];
      if (now) current.show(thumbnailOf(now), `${slide + 1} / ${slides.length}`);
      if (after) next.show(thumbnailOf(after), after.title);
      else next.show(make('p', { class: 'bd-quiet', text: words.nothingNext }), '');
    }
    fragmentsOf(current.body).forEach((part, index) => {
      part.toggleAttribute('data-waiting', index >= step);
    });
    current.element.toggleAttribute('data-black', black);
    current.element.dataset.blackNow = words.blackNow;
  });
}

/** A slide with words above it. */
interface Pane {
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  readonly show: (content: HTMLElement, title: string) => void;
}

function pane(name: string, heading: string): Pane {
  const body = make('div', { class: 'bd-body' });
  const title = make('span', { class: 'bd-quiet' });
  title.lang = document.documentElement.lang;
  const head = make('div', { class: 'bd-head', children: [make('h2', { text: heading }), title] });
  const element = make('section', { class: name, children: [head, body] });
  return {
    element,
    body,
    show: (content, words) => {
      body.replaceChildren(content);
      title.textContent = words;
    },
  };
}

/** Whether the windows are in step, with the way out where they are not. */
function statusLine(reopen: () => void) {
  const text = make('span', { text: words.waiting });
  const button = make('button', {
    text: words.reopen,
    attributes: { type: 'button', hidden: '' },
    click: reopen,
  });
  const element = make('div', {
    class: 'bd-link',
    attributes: { role: 'status', 'data-link': 'waiting' },
    children: [text, button],
  });
  const say = (link: Link) => {
    element.dataset.link = link;
    text.textContent = words[link];
    button.hidden = link !== 'lost';
  };
  return { element, say };
}
