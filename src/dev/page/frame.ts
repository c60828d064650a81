import { make } from '../../player/page/dom.js';

/** The parts of the page that the rest fills. */
export const frame = {
  title: make('h1', { class: 'title', text: 'briefdeck' }),
  file: make('p', { class: 'file' }),
  status: make('p', { class: 'status', attributes: { role: 'status' } }),
  build: make('button', { class: 'build', text: 'Build', attributes: { type: 'button' } }),
  trouble: make('section', { class: 'trouble', attributes: { role: 'alert', hidden: '' } }),
  slides: make('ol', { class: 'slides' }),
  findings: make('div', { class: 'list' }),
  note: make('div', { class: 'note', attributes: { role: 'status', hidden: '' } }),
} as const;

/** The part that scrolls. */
export const stage = make('main', {
  class: 'stage',
  attributes: { 'aria-label': 'Slides' },
  children: [frame.trouble, frame.slides],
});

/** Puts the empty frame into the page. */
export function showFrame(): void {
  const head = make('header', {
    class: 'head',
    children: [frame.title, frame.file, frame.status, frame.build],
  });
  const aside = make('aside', {
    class: 'findings',
    attributes: { 'aria-label': 'Findings' },
    children: [frame.findings],
  });
  document.body.append(head, stage, aside, frame.note);
}
