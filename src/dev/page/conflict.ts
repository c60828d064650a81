import { make } from '../../player/page/dom.js';
import type { TextField } from './text-editor.js';

/**
 * Shows both texts where the file says something else by now: the user's stays in the field, the other stands below. `agree` takes
 * note that the user has seen it; nothing is written before `save`.
 */
export function showConflict(
  { show, area }: TextField,
  theirs: string,
  agree: () => void,
  save: () => void,
): void {
  const button = (text: string, click: () => void) =>
    make('button', { class: 'dv-build', text, attributes: { type: 'button' }, click });
  const take = button('Take the file’s text', () => {
    agree();
    area.value = theirs;
    area.dispatchEvent(new Event('input'));
    area.focus();
  });
  const keep = button('Save mine over it', () => {
    agree();
    save();
  });
  show(
    make('p', { text: 'The file says something else here by now; your words are kept above.' }),
    make('pre', { text: theirs }),
    make('p', { class: 'dv-choices', children: [take, keep] }),
  );
}
