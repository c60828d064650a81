import { frame } from './frame.js';
import { isOverview } from './overview.js';
import type { Slot } from './slides.js';
import { slotAt } from './texts.js';

let dragged: Slot | null = null;

/** Lets slides be dragged to another place: by their number, and in the overview as a whole. */
export function takeDragging(place: (slot: Slot, before: number) => void): void {
  const list = frame.slides;
  list.addEventListener('dragstart', (event) => {
    dragged = slotAt(event.target);
    if (!dragged || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.row.getAttribute('aria-label') ?? '');
    // As large as in the list it would hide where it goes.
    if (isOverview()) event.dataTransfer.setDragImage(dragged.paper, 0, 0);
    dragged.row.classList.add('dv-dragged');
  });
  list.addEventListener('dragover', (event) => {
    const goal = dragged && goalAt(event);
    show(goal);
    if (!goal) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
  });
  list.addEventListener('drop', (event) => {
    const goal = dragged && goalAt(event);
    if (!dragged || !goal) return;
    event.preventDefault();
    place(dragged, Number(goal.row.dataset.outline) + (goal.isBehind ? 1 : 0));
  });
  list.addEventListener('dragend', () => {
    dragged?.row.classList.remove('dv-dragged');
    dragged = null;
    show(null);
  });
}

interface Goal {
  readonly row: HTMLElement;
  readonly isBehind: boolean;
}

/** Where a slide would go: before or behind one that has a place in the outline. */
function goalAt({ target, clientX, clientY }: DragEvent): Goal | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('.dv-slot, .dv-hidden') : null;
  if (!row?.dataset.outline) return null;
  const { left, top, width, height } = row.getBoundingClientRect();
  return { row, isBehind: isOverview() ? clientX > left + width / 2 : clientY > top + height / 2 };
}

/** Draws a line where the slide would go. */
function show(goal: Goal | null): void {
  for (const row of frame.slides.children) {
    if (!(row instanceof HTMLElement)) continue;
    const side = row === goal?.row ? (goal.isBehind ? 'behind' : 'before') : '';
    if ((row.dataset.goal ?? '') !== side) row.dataset.goal = side;
  }
}
