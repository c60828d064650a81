import { frame, stage } from './frame.js';
import { allSlots, currentSlot, goTo } from './slides.js';
import { hideNote, openSource, pointerAt } from './source.js';

/** What the mouse does on slides: Alt-click opens the source, links lead within the deck or to another window. */
export function takeClicks(): void {
  stage.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link || event.altKey) event.preventDefault();
    if (event.altKey) return open(event.target);
    if (link) follow(link.getAttribute('href') ?? '');
  });
  // While Alt is held, what can be opened shows so.
  const hold = ({ altKey }: KeyboardEvent | MouseEvent) => document.body.classList.toggle('dv-opens', altKey);
  addEventListener('keydown', hold);
  addEventListener('keyup', hold);
  stage.addEventListener('mousemove', hold);
  addEventListener('blur', () => document.body.classList.remove('dv-opens'));
}

function open(target: EventTarget | null): void {
  const pointer = pointerAt(target);
  if (pointer !== null) void openSource({ kind: 'open', pointer });
}

function follow(address: string): void {
  if (/^#\d+$/u.test(address)) goTo(allSlots()[Number(address.slice(1)) - 1]);
  else if (/^https?:/iu.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
}

/** Keys that do something, beside those of every page. */
const keys: Readonly<Record<string, () => void>> = {
  j: () => turn(1),
  k: () => turn(-1),
  PageDown: () => turn(1),
  PageUp: () => turn(-1),
  Home: () => goTo(allSlots()[0]),
  End: () => goTo(allSlots().at(-1)),
  e: () => open(currentSlot()?.paper.querySelector('h1[data-src], [data-src]') ?? null),
  Escape: hideNote,
};

/** What the keyboard does. */
export function takeKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

function turn(by: number): void {
  const all = allSlots();
  const focused = all.findIndex(({ row }) => row === document.activeElement);
  const at = focused >= 0 ? focused : all.findIndex(({ id }) => id === currentSlot()?.id);
  goTo(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  frame.note.hidden = true;
}
