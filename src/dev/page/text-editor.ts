import { make } from '../../player/page/dom.js';
import type { WrittenText } from '../protocol.js';
import type { Slot } from './slides.js';

/** A paper of the preview's own, laid over a block of a slide. */
export interface Sheet {
  readonly element: HTMLElement;
  /** Lays it over a block again, which may stand elsewhere by now. */
  readonly place: (block: Element) => void;
  readonly remove: () => void;
}

/** A sheet narrower than this is not read well, in px. */
const least = 320;

/** Lays a sheet over a block. It lies over the whole row, for a slide cuts off what is beyond its edge. */
export function layOver(slot: Slot, block: Element, children: readonly Node[]): Sheet {
  const element = make('div', { class: 'dv-sheet', children });
  const desk = make('div', { class: 'dv-desk', children: [element] });
  slot.row.append(desk);
  const place = (over: Element) => {
    const [outer, inner] = [slot.paper.getBoundingClientRect(), over.getBoundingClientRect()];
    const width = Math.min(outer.width, Math.max(inner.width + 24, least));
    const left = Math.min(Math.max(0, inner.left - outer.left - 12), outer.width - width);
    const share = (length: number, whole: number) => `${(100 * length) / Math.max(1, whole)}%`;
    element.style.insetInlineStart = 'auto';
    element.style.left = share(left, outer.width);
    element.style.top = share(Math.max(0, inner.top - outer.top - 8), outer.height);
    element.style.width = share(width, outer.width);
  };
  place(block);
  return { element, place, remove: () => desk.remove() };
}

/** The field that a text is edited in. */
export interface TextField {
  readonly parts: readonly HTMLElement[];
  readonly area: HTMLTextAreaElement;
  /** The words as they stand, without what the outline would not take. */
  readonly words: () => string;
  readonly showPlace: (place: string) => void;
  /** Shows something at the place in place of what was shown before; nothing takes it away. */
  readonly show: (...children: readonly (Node | string)[]) => void;
}

const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** A field with a text as the outline has it. */
export function textField({ text, place }: WrittenText, save: () => void, cancel: () => void): TextField {
  const hasLines = text.includes('\n');
  const area = make('textarea', { class: 'dv-words', attributes: { rows: '1', dir: 'auto' } });
  area.value = text;
  const where = make('span', { class: 'dv-where' });
  const keys = hasLines ? `${isMac ? '⌘' : 'Ctrl'}-Enter saves, Enter makes a line` : 'Enter saves';
  const hint = make('span', { class: 'dv-keys', text: `${keys}, Esc cancels` });
  const fault = make('div', { class: 'dv-fault', attributes: { role: 'alert' } });
  const showPlace = (at: string) => {
    where.textContent = at;
    area.setAttribute('aria-label', `Text at ${at}. ${hint.textContent}.`);
  };
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  area.addEventListener('input', fit);
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const saves = event.key === 'Enter' && (!hasLines || event.ctrlKey || event.metaKey);
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (saves) save();
    else cancel();
  });
  showPlace(place);
  requestAnimationFrame(fit);
  return {
    parts: [area, make('p', { class: 'dv-foot', children: [where, hint] }), fault],
    area,
    // Lines that were pasted into a text of one line are its words.
    words: () => (hasLines ? area.value : area.value.replace(/\s*\n\s*/gu, ' ')),
    showPlace,
    show: (...children) => fault.replaceChildren(...children),
  };
}

/** Draws a field as the block is drawn: as large, as far as that can be read. */
export function lookLike(area: HTMLElement, block: Element, slot: Slot): void {
  const style = getComputedStyle(block);
  const section = slot.paper.querySelector('section');
  const scale = section ? section.getBoundingClientRect().width / (section.offsetWidth || 1) : 1;
  area.style.fontFamily = style.fontFamily;
  area.style.fontWeight = style.fontWeight;
  area.style.fontSize = `${Math.max(15, Number.parseFloat(style.fontSize) * scale)}px`;
}
