import { make } from '../../player/page/dom.js';
import type { PageRequest } from '../protocol.js';
import { ask } from './connection.js';
import { frame } from './frame.js';

/** How long the note stays, in ms. */
const stays = 8000;
let timer = 0;

/** Has a place of the source opened, and notes where it is: the place can be read without an editor too. */
export async function openSource(
  request: Extract<PageRequest, { kind: 'open' | 'open-finding' }>,
): Promise<void> {
  const answer = await ask(request);
  if (!answer.ok) return note([make('p', { text: answer.reason })]);
  const { opened } = answer;
  if (!opened) return;
  const { place, source, editor } = opened;
  const said = opened.note ?? (editor === null ? '' : `Opened in ${editor}.`);
  note([
    make('p', { class: 'dv-where', text: place }),
    ...(source.trim() ? [make('pre', { text: source.trim() })] : []),
    ...(said ? [make('p', { text: said })] : []),
  ]);
}

/** Shows a note for a while. */
export function note(children: readonly Node[]): void {
  frame.note.replaceChildren(...children);
  frame.note.hidden = false;
  clearTimeout(timer);
  timer = window.setTimeout(hideNote, stays);
}

/** Takes the note away. */
export function hideNote(): void {
  frame.note.hidden = true;
}

/** Says something in a note, and where in the source it was. */
export function tell(words: string, place: string | null = null): void {
  note([
    make('p', { text: words }),
    ...(place === null ? [] : [make('p', { class: 'dv-where', text: place })]),
  ]);
}

/** The pointer of the text that an event came from; null where there is none. */
export function pointerAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-src]') : null;
  const [first = ''] = element?.getAttribute('data-src')?.split(' ') ?? [];
  return first === '' ? null : first.replace(/%(?:[0-9A-F]{2})+/gu, decodeURIComponent);
}
