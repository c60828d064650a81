import { make } from '../../player/page/dom.js';
import type { ServerMessage, ShownSlide } from '../protocol.js';
import { showFaces } from './faces.js';
import { frame, stage } from './frame.js';
import { morph } from './morph.js';

type DeckMessage = Extract<ServerMessage, { kind: 'deck' }>;

/** A slide in the page. */
export interface Slot {
  readonly id: string;
  readonly row: HTMLLIElement;
  /** Where its number stands. */
  readonly number: HTMLElement;
  /** The sheet that it is drawn on. */
  readonly paper: HTMLElement;
  /** What is drawn over it by the preview. */
  readonly marks: HTMLElement;
  readonly rules: HTMLStyleElement;
}

const slots = new Map<string, Slot>();
const theme = make('style');
let scaling = false;

/** All slides in their order. */
export function allSlots(): readonly Slot[] {
  return [...frame.slides.children].flatMap((row) => slots.get(row.id) ?? []);
}

/** The slide of a name; null where it is no more. */
export function slotOf(id: string | null): Slot | null {
  return (id !== null && slots.get(id)) || null;
}

/** Shows the deck that the server tells of: what did not change is not touched, and what is looked at stays where it is. */
export async function showDeck(message: DeckMessage): Promise<void> {
  if (message.fontCss !== null) await showFaces(message.fontCss);
  const held = holdPlace(message.order);
  if (message.css !== null) showTheme(message.css);
  for (const slide of message.slides) showSlide(slide);
  arrange(message.order);
  const { width, height } = message.size;
  frame.slides.style.setProperty('--dv-ratio', `${width} / ${height}`);
  frame.slides.lang = message.language;
  for (const { paper } of slots.values()) paper.dir = message.direction;
  held();
  if (message.scales && !scaling) startScaling();
}

function showTheme(css: string): void {
  if (!theme.isConnected) document.head.append(theme);
  theme.textContent = css;
}

function showSlide({ id, html, css, title, outline }: ShownSlide): void {
  const slot = slots.get(id) ?? makeSlot(id);
  slots.set(id, slot);
  if (slot.rules.textContent !== css) slot.rules.textContent = css;
  slot.row.setAttribute('aria-label', title);
  slot.row.dataset.outline = `${outline ?? ''}`;
  const template = document.createElement('template');
  template.innerHTML = html;
  const next = template.content.firstElementChild;
  const current = slot.paper.querySelector(':scope > .marpit > svg');
  if (!next) return;
  if (current) morph(current, next);
  else slot.paper.querySelector('.marpit')?.replaceChildren(next);
}

function makeSlot(id: string): Slot {
  const number = make('span', { class: 'dv-number' });
  const marks = make('div', { class: 'dv-marks' });
  const rules = make('style');
  const paper = make('div', { class: 'dv-paper', children: [make('div', { class: 'marpit' }), marks] });
  const row = make('li', {
    class: 'dv-slot',
    attributes: { id, tabindex: '-1' },
    children: [rules, number, paper],
  });
  return { id, row, number, paper, marks, rules };
}

function arrange(order: readonly string[]): void {
  for (const [id, { row }] of slots) {
    if (order.includes(id)) continue;
    row.remove();
    slots.delete(id);
  }
  let there = frame.slides.firstElementChild;
  for (const [index, id] of order.entries()) {
    const slot = slots.get(id);
    if (!slot) continue;
    // Rows of slides that are hidden stay between.
    while (there && !slots.has(there.id)) there = there.nextElementSibling;
    if (there === slot.row) there = there.nextElementSibling;
    else frame.slides.insertBefore(slot.row, there);
    if (slot.number.textContent !== `${index + 1}`) slot.number.textContent = `${index + 1}`;
  }
}

/** Keeps the slide at the top of the window, or the next that is still there, where it is; gives what does so afterwards. */
function holdPlace(order: readonly string[]): () => void {
  const top = stage.getBoundingClientRect().top;
  const anchor = allSlots().find(
    ({ id, row }) => order.includes(id) && row.getBoundingClientRect().bottom > top,
  );
  const before = anchor?.row.getBoundingClientRect().top ?? 0;
  return () => {
    const moved = anchor ? anchor.row.getBoundingClientRect().top - before : 0;
    if (moved !== 0) stage.scrollTop += moved;
  };
}

function startScaling(): void {
  scaling = true;
  document.head.append(make('script', { attributes: { src: 'scaling.js' } }));
}

/** The slide that is looked at: the one at the middle of the window. */
export function currentSlot(): Slot | null {
  const { top, height } = stage.getBoundingClientRect();
  const middle = top + height / 2;
  const all = allSlots();
  return all.find(({ row }) => row.getBoundingClientRect().bottom >= middle) ?? all.at(-1) ?? null;
}

/** Brings a slide into view and takes the keyboard there. */
export function goTo(slot: Slot | null | undefined): void {
  if (!slot) return;
  slot.row.focus({ preventScroll: true });
  slot.row.scrollIntoView({ block: 'center' });
}
