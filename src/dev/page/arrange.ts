import type { OutlineEdit } from '../outline-edit.js';
import type { ServerMessage } from '../protocol.js';
import { ask } from './connection.js';
import { takeDragging } from './drag.js';
import { frame } from './frame.js';
import { hiddenRows } from './hidden-rows.js';
import { isOverview } from './overview.js';
import { allSlots, currentSlot, goTo, type Slot, slotOf } from './slides.js';
import { tell } from './source.js';
import { slotAt } from './texts.js';

type OutlineMessage = Extract<ServerMessage, { kind: 'outline' }>;

let outline: OutlineMessage = { kind: 'outline', version: 0, slides: [], refusal: null };
/** What is said when the change that was asked for is drawn; null where none is under way. */
let drawn: (() => void) | null = null;

/** A change that is not drawn after this long, in ms, is waited for no longer. */
const patience = 3000;

/** Moves and hides slides, by the keyboard and by dragging, and takes edits back. */
export function takeArranging(): void {
  addEventListener('keydown', (event) => {
    const { target, key, altKey, shiftKey } = event;
    if (target instanceof Element && target.closest('textarea, input')) return;
    const held = event.ctrlKey || event.metaKey;
    const letter = key.toLowerCase();
    if (held && !altKey && (letter === 'z' || (letter === 'y' && !shiftKey)))
      void takeBack(letter === 'z' && !shiftKey ? 'undo' : 'redo');
    else if (altKey && !held && (key === 'ArrowUp' || key === 'ArrowDown'))
      step(slotAt(target) ?? currentSlot(), key === 'ArrowUp' ? -1 : 1);
    else if (key === 'h' && !altKey && !held) hide(target);
    else return;
    event.preventDefault();
  });
  takeDragging(place);
}

/** Takes in what the outline is beyond what is drawn. */
export function showOutline(message: OutlineMessage): void {
  outline = message;
  placeHidden();
  const done = drawn;
  drawn = null;
  done?.();
}

/** Puts the rows of hidden slides where they would stand, and lets what can be moved be dragged. */
export function placeHidden(): void {
  hiddenRows(outline.slides, show);
  for (const { row, number } of allSlots()) {
    const reason = refusalOf(row);
    number.draggable = reason === null;
    number.title = reason ?? 'Drag to move the slide; or Alt-Up, Alt-Down. h hides it.';
    row.draggable = isOverview() && reason === null;
  }
}

/** Why a slide can be neither moved nor hidden; null where it can. */
function refusalOf(row: HTMLElement): string | null {
  if (outline.refusal !== null) return outline.refusal;
  return row.dataset.outline ? null : 'briefdeck adds this slide: it has no place of its own in the outline.';
}

function step(slot: Slot | null, by: 1 | -1): void {
  if (!slot) return;
  const reason = refusalOf(slot.row);
  if (reason !== null) return void tell(reason);
  const rows = allSlots().map(({ row }) => row);
  const from = slot.row.dataset.outline;
  const isOther = ({ dataset }: HTMLElement) => dataset.outline !== '' && dataset.outline !== from;
  const at = rows.indexOf(slot.row);
  const next = by === 1 ? rows.slice(at).find(isOther) : rows.slice(0, at).findLast(isOther);
  if (!next)
    return void tell(by === 1 ? 'This slide is the last already.' : 'This slide is the first already.');
  move(slot, Number(next.dataset.outline));
}

/** Moves a slide before the one that has a place of the outline now; that place may be behind the last. */
function place(slot: Slot, before: number): void {
  const reason = refusalOf(slot.row);
  if (reason !== null) return void tell(reason);
  const from = Number(slot.row.dataset.outline);
  const to = before > from ? before - 1 : before;
  if (to !== from) move(slot, to);
}

function move(slot: Slot, to: number): void {
  const title = slot.row.getAttribute('aria-label') ?? '';
  const from = Number(slot.row.dataset.outline);
  void change({ what: 'move', from, to }, (at) => {
    const now = slotOf(slot.id);
    if (!now) return;
    goTo(now);
    tell(`“${title}” is slide ${now.number.textContent} of ${allSlots().length} now.`, at);
  });
}

function hide(target: EventTarget | null): void {
  const row = target instanceof Element ? target.closest<HTMLElement>('.dv-hidden') : null;
  if (row) return void show(Number(row.dataset.outline));
  const slot = slotAt(target) ?? currentSlot();
  if (!slot) return;
  const reason = refusalOf(slot.row);
  if (reason !== null) return void tell(reason);
  const index = Number(slot.row.dataset.outline);
  void change({ what: 'hide', slide: index, hidden: true }, (at) => {
    const title = outline.slides[index]?.title ?? '';
    frame.slides.querySelector<HTMLElement>(`.dv-hidden[data-outline="${index}"] button`)?.focus();
    tell(`“${title}” is hidden. “Show again” brings it back.`, at);
  });
}

function show(index: number): void {
  const title = outline.slides[index]?.title ?? '';
  void change({ what: 'hide', slide: index, hidden: false }, (at) => {
    goTo(allSlots().find(({ row }) => row.dataset.outline === `${index}`));
    tell(`“${title}” is shown again.`, at);
  });
}

/** Asks for a change, and says what became of it when it is drawn. A key that is held asks for the next only then. */
async function change(edit: OutlineEdit, done: (place: string | null) => void): Promise<void> {
  if (drawn) return;
  let at: string | null = null;
  let isAnswered = false;
  let isDrawn = false;
  const finish = () => {
    isDrawn = true;
    if (isAnswered) done(at);
  };
  drawn = finish;
  const answer = await ask({ kind: 'edit', edit, version: outline.version });
  isAnswered = true;
  if (!answer.ok) {
    if (drawn === finish) drawn = null;
    return void tell(answer.reason);
  }
  at = answer.edited?.place ?? null;
  if (isDrawn) return done(at);
  setTimeout(() => {
    if (drawn === finish) drawn = null;
  }, patience);
}

/** Takes the last edit back, or makes it again. */
async function takeBack(kind: 'undo' | 'redo'): Promise<void> {
  const answer = await ask({ kind });
  const words = { undo: 'Undone:', redo: 'Done again:' };
  if (answer.ok) tell(words[kind], answer.edited?.place ?? null);
  else tell(answer.reason);
}
