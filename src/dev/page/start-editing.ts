import { editBlock, hasWords } from './edit-text.js';
import { isOverview } from './overview.js';
import { currentSlot } from './slides.js';
import { blockAt, blocksOf, focusBlock, slotAt } from './texts.js';

/** Edits texts in place: by a double click, or by Enter or F2 on the block that has the keyboard. */
export function takeEditing(): void {
  addEventListener('dblclick', (event) => {
    const block = blockAt(event.target);
    const slot = slotAt(block);
    if (!block || !slot || isOverview() || event.altKey) return;
    event.preventDefault();
    void editBlock(slot, block);
  });
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isOverview()) return;
    if (event.target instanceof Element && event.target.closest('button, textarea, input, a')) return;
    if (walk(event.key, document.activeElement)) event.preventDefault();
  });
  addEventListener('beforeunload', (event) => {
    if (hasWords()) event.preventDefault();
  });
}

/** Goes from the slide to its texts, from one to the next, and into one; gives whether the key did anything. */
function walk(key: string, active: Element | null): boolean {
  const block = blockAt(active);
  const slot = slotAt(active) ?? currentSlot();
  if (!slot) return false;
  const all = blocksOf(slot);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
  if (key === 'Enter' || key === 'F2') {
    if (block) void editBlock(slot, block);
    else focusBlock(all[0]);
  } else if (block && step !== undefined) focusBlock(all[all.indexOf(block) + step] ?? block);
  else if (block && key === 'Escape') slot.row.focus({ preventScroll: true });
  else return false;
  return true;
}
