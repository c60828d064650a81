import { make } from '../../player/page/dom.js';
import type { OutlineSlide } from '../protocol.js';
import { frame } from './frame.js';

/** Puts a row for every hidden slide of the outline where the slide would stand; rows that stand there are not touched. */
export function hiddenRows(slides: readonly OutlineSlide[], show: (index: number) => void): void {
  const wanted = slides.flatMap(({ title, hidden }, index) => (hidden ? [{ title, index }] : []));
  const old = new Map(
    [...frame.slides.querySelectorAll<HTMLElement>('.dv-hidden')].map((row) => [keyOf(row), row]),
  );
  for (const { title, index } of wanted) {
    const row = old.get(`${index} ${title}`) ?? hiddenRow(title, index, show);
    old.delete(keyOf(row));
    const others = [...frame.slides.children].filter((each) => each !== row);
    const before = others.findLast((each) => isBefore(each, index));
    const next = before ? before.nextElementSibling : frame.slides.firstElementChild;
    if (next !== row) frame.slides.insertBefore(row, next);
  }
  for (const row of old.values()) row.remove();
}

function keyOf(row: HTMLElement): string {
  return `${row.dataset.outline} ${row.dataset.title}`;
}

function isBefore(row: Element, index: number): boolean {
  return row instanceof HTMLElement && row.dataset.outline !== '' && Number(row.dataset.outline) < index;
}

function hiddenRow(title: string, index: number, show: (index: number) => void): HTMLLIElement {
  const words = make('p', { class: 'dv-hidden-title', text: title });
  const again = make('button', {
    class: 'dv-build',
    text: 'Show again',
    attributes: { type: 'button', 'aria-label': `Show again: ${title}` },
    click: () => show(index),
  });
  const row = make('li', {
    class: 'dv-hidden',
    attributes: { 'aria-label': `Hidden slide: ${title}` },
    children: [
      make('span', { class: 'dv-number', text: '–' }),
      make('div', {
        class: 'dv-hidden-row',
        children: [make('span', { class: 'dv-code', text: 'Hidden' }), words, again],
      }),
    ],
  });
  row.dataset.outline = `${index}`;
  row.dataset.title = title;
  return row;
}
