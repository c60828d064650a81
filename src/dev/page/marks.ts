import { make } from '../../player/page/dom.js';
import type { ShownFinding } from '../protocol.js';
import { allSlots, type Slot, slotOf } from './slides.js';

let shown: readonly ShownFinding[] = [];

/** Marks findings on their slides: a frame around the text, and a sign beside the slide for those that have no text there. */
export function showMarks(rows: readonly ShownFinding[]): void {
  shown = rows;
  for (const slot of allSlots()) {
    const own = rows.filter(({ slide }) => slide === slot.id);
    slot.marks.replaceChildren(...own.flatMap((row) => frameOf(row, slot)));
    const worst = own[0]?.severity ?? '';
    slot.row.dataset.findings = own.length > 0 ? `${own.length}` : '';
    slot.row.dataset.severity = worst;
  }
}

/** Marks the same findings where their texts are now. */
export function placeMarks(): void {
  showMarks(shown);
}

function frameOf({ ref, pointer, severity, message }: ShownFinding, { paper }: Slot): readonly HTMLElement[] {
  const elements = pointer === null ? [] : elementsAt(pointer, paper);
  const outer = paper.getBoundingClientRect();
  return elements.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const share = (length: number, whole: number) => `${(100 * length) / whole}%`;
    const mark = make('div', { class: 'dv-mark', attributes: { title: message, 'data-ref': `${ref}` } });
    mark.dataset.severity = severity;
    Object.assign(mark.style, {
      left: share(left - outer.left, outer.width),
      top: share(top - outer.top, outer.height),
      width: share(width, outer.width),
      height: share(height, outer.height),
    });
    return mark;
  });
}

/** The elements of a slide that show a text, or the parts of what a pointer names: at most a few. */
function elementsAt(pointer: string, paper: HTMLElement): readonly Element[] {
  const written = pointer.replace(/[\s%]/gu, encodeURIComponent);
  const places = [...paper.querySelectorAll('[data-src]')].map((element) => ({
    element,
    pointers: (element.getAttribute('data-src') ?? '').split(' '),
  }));
  const exact = places.filter(({ pointers }) => pointers.includes(written));
  const parts = places.filter(({ pointers }) => pointers.some((each) => each.startsWith(`${written}/`)));
  const isWhole = /^\/slides\/\d+$/u.test(written);
  const found = exact.length > 0 ? exact : isWhole ? [] : parts.slice(0, 8);
  return found.map(({ element }) => element);
}

/** Draws the eye to the mark of a finding. */
export function wink(ref: number): void {
  const row = shown.find((each) => each.ref === ref);
  const marks = slotOf(row?.slide ?? null)?.marks.querySelectorAll(`[data-ref="${ref}"]`) ?? [];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const mark of marks) {
    mark.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: still ? 1 : 350, iterations: 2 });
  }
}
