import { make } from '../../player/page/dom.js';

/** The parts of the page that the rest fills. */
export const frame = {
  title: make('h1', { class: 'dv-title', text: 'briefdeck' }),
  file: make('p', { class: 'dv-file' }),
  status: make('p', { class: 'dv-status', attributes: { role: 'status' } }),
  overview: make('button', {
    class: 'dv-build',
    text: 'Overview',
    attributes: { type: 'button', title: 'All slides at a glance (o)', 'aria-pressed': 'false' },
  }),
  build: make('button', { class: 'dv-build dv-make', text: 'Build', attributes: { type: 'button' } }),
  trouble: make('section', { class: 'dv-trouble', attributes: { role: 'alert', hidden: '' } }),
  slides: make('ol', { class: 'dv-slides' }),
  findings: make('div', { class: 'dv-list' }),
  note: make('div', { class: 'dv-note', attributes: { role: 'status', hidden: '' } }),
} as const;

/** The part that scrolls. */
export const stage = make('main', {
  class: 'dv-stage',
  attributes: { 'aria-label': 'Slides' },
  children: [frame.slides],
});

/** Puts the empty frame into the page. */
export function showFrame(): void {
  const head = make('header', {
    class: 'dv-head',
    children: [frame.title, frame.file, frame.status, frame.overview, frame.build],
  });
  const aside = make('aside', {
    class: 'dv-findings',
    attributes: { 'aria-label': 'Findings' },
    children: [frame.findings],
  });
  document.body.append(head, stage, frame.trouble, aside, frame.note);
}
