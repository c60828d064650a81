/** Turns slides by keys, wheelless touch and the address: `#3` is the third slide. */
const slides = [...document.querySelectorAll<SVGElement>('div.marpit > svg')];
let now = 0;

function show(next: number): void {
  now = Math.min(Math.max(next, 0), slides.length - 1);
  slides.forEach((slide, index) => {
    slide.toggleAttribute('data-now', index === now);
    slide.toggleAttribute('inert', index !== now);
  });
  if (location.hash !== `#${now + 1}`) history.replaceState(null, '', `#${now + 1}`);
}

/** What each key does to the number of the slide. */
const keys: Readonly<Record<string, (now: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at) => at + 1,
  ' ': (at) => at + 1,
  Enter: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageUp: (at) => at - 1,
  Backspace: (at) => at - 1,
  Home: () => 0,
  End: () => slides.length - 1,
};

function fromAddress(): number {
  const number = Number.parseInt(location.hash.slice(1), 10);
  return Number.isInteger(number) ? number - 1 : 0;
}

document.body.setAttribute('data-player', '');
addEventListener('hashchange', () => show(fromAddress()));
addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target instanceof HTMLAnchorElement && event.key === 'Enter') return;
  const turn = keys[event.key];
  if (!turn) return;
  event.preventDefault();
  show(event.shiftKey && event.key === ' ' ? now - 1 : turn(now));
});

let touchStart: number | null = null;
addEventListener('touchstart', (event) => {
  touchStart = event.touches[0]?.clientX ?? null;
});
addEventListener('touchend', (event) => {
  const end = event.changedTouches[0]?.clientX;
  if (touchStart === null || end === undefined || Math.abs(end - touchStart) < 40) return;
  show(end < touchStart ? now + 1 : now - 1);
});

show(fromAddress());
