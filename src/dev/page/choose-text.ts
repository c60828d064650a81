import { make } from '../../player/page/dom.js';
import type { WrittenText } from '../protocol.js';
import type { Slot } from './slides.js';
import { layOver } from './text-editor.js';

/** Says at the block why it is not edited; the next key or click takes that away. */
export function refuse(slot: Slot, block: Element, reason: string): void {
  const words = make('p', { class: 'dv-fault', text: reason, attributes: { role: 'alert' } });
  const sheet = layOver(slot, block, [words]);
  const more = { once: true, capture: true } as const;
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, sheet.remove, more);
}

/** A text of a block, and its pointer as the slide has it. */
export interface Choice {
  readonly text: WrittenText;
  readonly shown: string;
}

/** Asks which of the texts of a block is meant. */
export function choose(
  slot: Slot,
  block: Element,
  texts: readonly Choice[],
  take: (choice: Choice) => void,
): void {
  const rows = texts.map((choice) =>
    make('button', {
      class: 'dv-choice',
      attributes: { type: 'button' },
      children: [choice.text.text, make('span', { class: 'dv-where', text: choice.text.place })],
      click: () => {
        leave();
        take(choice);
      },
    }),
  );
  const sheet = layOver(slot, block, [make('p', { class: 'dv-keys', text: 'Which text?' }), ...rows]);
  const outside = (event: Event) => {
    const isWithin = event.target instanceof Node && sheet.element.contains(event.target);
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isWithin) leave();
  };
  const leave = () => {
    sheet.remove();
    for (const kind of ['keydown', 'pointerdown']) removeEventListener(kind, outside, true);
  };
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, outside, true);
  rows[0]?.focus({ preventScroll: true });
}
