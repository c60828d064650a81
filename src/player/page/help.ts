import { keyCard, words } from '../words.js';
import { iconButton, make } from './dom.js';

/** The card of keys. Esc closes it, and the focus goes back to where it was: the dialog's own ways. */
export function helpDialog(home: HTMLElement): HTMLDialogElement {
  const rows = keyCard.map(({ keys, does }) => {
    const caps = keys.map((key) => make('kbd', { text: key }));
    return make('div', { children: [make('dt', { children: caps }), make('dd', { text: does })] });
  });
  const heading = make('h2', { text: words.help, attributes: { id: 'bd-help' } });
  const dialog = make('dialog', { class: 'bd-help', attributes: { 'aria-labelledby': 'bd-help' } });
  const close = iconButton('close', words.close, () => dialog.close());
  dialog.append(
    make('div', { class: 'bd-head', children: [heading, close] }),
    make('dl', { children: rows }),
  );
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  home.append(dialog);
  return dialog;
}
