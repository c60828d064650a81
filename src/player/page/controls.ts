import { words } from '../words.js';
import { iconButton, make } from './dom.js';
import type { Commands } from './keys.js';
import type { PageSlide } from './slides.js';
import type { Talk } from './talk.js';

/** How long the controls stay after the mouse has moved, in ms. */
const stay = 2500;

/** The quiet row at the foot of the stage: there when the mouse moves, a finger taps, or Tab comes by. Gives what shows it. */
export function showControls(
  home: HTMLElement,
  talk: Talk,
  slides: readonly PageSlide[],
  commands: Commands,
): () => void {
  const place = make('span', { class: 'bd-place' });
  const previous = iconButton('previous', words.previous, () => talk.back());
  const next = iconButton('next', words.next, () => talk.forth());
  const bar = make('nav', {
    class: 'bd-controls',
    attributes: { 'aria-label': words.controls },
    children: [
      previous,
      place,
      next,
      iconButton('overview', words.overview, commands.overview),
      iconButton('search', words.search, commands.search),
      iconButton('presenter', words.presenter, commands.presenter),
      iconButton('fullScreen', words.fullScreen, commands.fullScreen),
      iconButton('help', words.help, commands.help),
    ],
  });
  home.append(bar);
  talk.follow(({ slide }) => {
    place.textContent = `${slide + 1} / ${slides.length}`;
  });
  let timer = 0;
  const wake = () => {
    document.body.toggleAttribute('data-awake', true);
    clearTimeout(timer);
    timer = window.setTimeout(() => document.body.toggleAttribute('data-awake', false), stay);
  };
  addEventListener('pointermove', ({ pointerType }) => {
    if (pointerType === 'mouse') wake();
  });
  return wake;
}
