import { make } from '../../player/page/dom.js';
import type { ServerMessage, ShownFinding } from '../protocol.js';
import { frame } from './frame.js';
import { showMarks, wink } from './marks.js';
import { goTo, slotOf } from './slides.js';
import { openSource } from './source.js';

type FindingsMessage = Extract<ServerMessage, { kind: 'findings' }>;

/** How severities are called. */
export const severityWords: Readonly<Record<ShownFinding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

const layoutWords: Readonly<Record<FindingsMessage['layout'], string>> = {
  pending: 'The layout is being checked …',
  checked: '',
  unavailable: 'The layout is not checked: no browser that could do it was found. See: briefdeck doctor',
};

/** Lists the findings, and marks them on their slides. */
export function showFindings({ rows, layout }: FindingsMessage): void {
  const heading = make('h2', { text: rows.length === 0 ? 'No findings' : countWords(rows) });
  const list = make('ol', { children: rows.map(findingRow) });
  const words = layoutWords[layout];
  const state = make('p', { class: 'dv-layout', text: words });
  const place = frame.findings.scrollTop;
  const focused = buttons().findIndex((button) => button === document.activeElement);
  frame.findings.replaceChildren(heading, ...(words ? [state] : []), list);
  frame.findings.scrollTop = place;
  if (focused >= 0) buttons()[focused]?.focus({ preventScroll: true });
  showMarks(rows);
}

/** Whoever goes through the list by the keyboard is not thrown out of it when it is told anew. */
function buttons(): readonly HTMLButtonElement[] {
  return [...frame.findings.querySelectorAll('button')];
}

function countWords(rows: readonly ShownFinding[]): string {
  const kinds = ['error', 'warning', 'info'] as const;
  const parts = kinds.flatMap((kind) => {
    const count = rows.filter(({ severity }) => severity === kind).length;
    return count > 0 ? [`${count} ${severityWords[kind].toLowerCase()}${count > 1 ? 's' : ''}`] : [];
  });
  const [first = '', ...more] = parts;
  return [first, ...more].join(', ');
}

function findingRow(row: ShownFinding): HTMLElement {
  const slot = slotOf(row.slide);
  const slide = slot ? `slide ${slot.number.textContent}` : '';
  const head = make('span', {
    class: 'dv-kind',
    children: [severityWords[row.severity], make('span', { class: 'dv-code', text: row.code }), slide],
  });
  const words = make('span', { class: 'dv-message', text: row.message });
  const show = make('button', {
    class: 'dv-finding',
    attributes: { type: 'button' },
    children: [head, words],
    click: () => {
      goTo(slotOf(row.slide));
      wink(row.ref);
    },
  });
  if (!slot) show.disabled = true;
  const place = make('button', {
    class: 'dv-place',
    text: row.place ?? '',
    attributes: { type: 'button', title: 'Open in the editor' },
    click: () => void openSource({ kind: 'open-finding', ref: row.ref }),
  });
  const hint = make('p', { class: 'dv-hint', text: row.hint ?? '' });
  return make('li', {
    class: `dv-${row.severity}`,
    children: [show, ...(row.hint ? [hint] : []), ...(row.place ? [place] : [])],
  });
}
