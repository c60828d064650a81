import { allSlots, type Slot } from './slides.js';

/** The block of text that something is within; null for the bare ground of a slide. */
export function blockAt(target: EventTarget | null): Element | null {
  const block = target instanceof Element ? target.closest('[data-src]') : null;
  return block && block.localName !== 'section' ? block : null;
}

/** Pointers of the texts that a block shows, in their order. */
export function pointersOf(block: Element): readonly string[] {
  const written = (block.getAttribute('data-src') ?? '').split(' ').filter((each) => each !== '');
  return written.map((each) => each.replace(/%(?:[0-9A-F]{2})+/gu, decodeURIComponent));
}

/** The blocks of a slide, in their order. */
export function blocksOf({ paper }: Slot): readonly Element[] {
  return [...paper.querySelectorAll('[data-src]')].filter((block) => block.localName !== 'section');
}

/** The slide that something is on; null where it is on none. */
export function slotAt(target: EventTarget | null): Slot | null {
  const row = target instanceof Element ? target.closest('.dv-slot') : null;
  return allSlots().find((slot) => slot.row === row) ?? null;
}

/** Takes the keyboard to a block. The attribute goes with the next redraw, so it is set each time. */
export function focusBlock(block: Element | null | undefined): void {
  if (!(block instanceof HTMLElement || block instanceof SVGElement)) return;
  block.setAttribute('tabindex', '-1');
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: 'nearest' });
}
