import { frame, stage } from './frame.js';
import { currentSlot, goTo } from './slides.js';
import { slotAt } from './texts.js';

const name = 'dv-overview';

/** Whether the slides are shown small, side by side. */
export function isOverview(): boolean {
  return document.body.classList.contains(name);
}

/** Lets the user look at all slides at a glance. */
export function takeOverview(): void {
  frame.overview.addEventListener('click', () => turn(!isOverview()));
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest('textarea, input')) return;
    if (event.key === 'o') turn(!isOverview());
    else if (isOverview() && event.key === 'Escape') turn(false);
    else if (isOverview() && event.key === 'Enter' && slotAt(event.target)?.row === event.target) turn(false);
  });
  stage.addEventListener('dblclick', (event) => {
    if (!isOverview()) return;
    slotAt(event.target)?.row.focus({ preventScroll: true });
    turn(false);
  });
}

function turn(isOn: boolean): void {
  const slot = slotAt(document.activeElement) ?? currentSlot();
  document.body.classList.toggle(name, isOn);
  frame.overview.setAttribute('aria-pressed', `${isOn}`);
  for (const row of frame.slides.children)
    if (row instanceof HTMLElement) row.draggable = isOn && row.dataset.outline !== '';
  goTo(slot);
}
