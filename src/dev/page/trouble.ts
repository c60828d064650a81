import { make } from '../../player/page/dom.js';
import type { ServerMessage, ShownTrouble } from '../protocol.js';
import { frame } from './frame.js';
import { allSlots } from './slides.js';
import { openSource } from './source.js';

/** Shows what keeps the newest input from being drawn, over the last deck that could be. */
export function showTrouble({ rows }: Extract<ServerMessage, { kind: 'trouble' }>): void {
  const isOver = rows.length > 0;
  document.body.classList.toggle('dv-broken', isOver);
  frame.trouble.hidden = !isOver;
  if (!isOver) {
    frame.trouble.replaceChildren();
    return;
  }
  const kept =
    allSlots().length > 0 ? 'Below is the last deck that could be drawn.' : 'There is no deck yet.';
  frame.trouble.replaceChildren(
    make('h2', {
      text:
        rows.length === 1
          ? 'One error keeps the deck from being drawn'
          : `${rows.length} errors keep the deck from being drawn`,
    }),
    make('ol', { children: rows.slice(0, most).map(troubleRow) }),
    make('p', {
      class: 'dv-kept',
      text: rows.length > most ? `And ${rows.length - most} more. ${kept}` : kept,
    }),
  );
}

/** More than this would hide the deck. */
const most = 4;

function troubleRow({ message, hint, place, text, ref, code }: ShownTrouble): HTMLElement {
  const open = make('button', {
    class: 'dv-place',
    text: place ?? '',
    attributes: { type: 'button', title: 'Open in the editor' },
    click: () => void openSource({ kind: 'open-finding', ref }),
  });
  return make('li', {
    children: [
      make('p', { class: 'dv-message', children: [message, make('span', { class: 'dv-code', text: code })] }),
      ...(text ? [make('pre', { text })] : []),
      ...(hint ? [make('p', { class: 'dv-hint', text: hint })] : []),
      ...(place ? [open] : []),
    ],
  });
}
