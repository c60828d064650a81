import type { Form, FormSource, PerPage } from './form.js';
import { contentSize } from './page-css.js';
import { framedSlide } from './split-slides.js';

/** How slides stand on a page: columns, whether ruled lines stand beside each, and whether the sheet lies on its side. */
const layouts: Readonly<Record<PerPage, Layout>> = {
  2: { columns: 1, lines: 0, lying: false },
  3: { columns: 1, lines: 8, lying: false },
  4: { columns: 2, lines: 0, lying: true },
  6: { columns: 2, lines: 0, lying: false },
};

interface Layout {
  readonly columns: 1 | 2;
  readonly lines: number;
  readonly lying: boolean;
}

/** Between columns, in mm. */
const gutter = 6;

/** Slides in small, several to a page, in the order of reading; three of them have lines to write on. */
export function handoutForm({ deck, slides, sheet: upright, perPage }: FormSource): Form {
  const { columns, lines, lying } = layouts[perPage];
  const sheet = lying ? { width: upright.height, height: upright.width } : upright;
  const rows = lines > 0 ? perPage : perPage / columns;
  // A hair less than the sheet has, which rounding must not push onto another.
  const row = (contentSize(sheet).height - 0.5) / rows;
  const cells = deck.slides.map(({ number }, index) => {
    const ruled =
      lines > 0 ? `<div class="lines" aria-hidden="true">${'<div></div>'.repeat(lines)}</div>` : '';
    const name = `<p class="number" aria-hidden="true">${number}</p>`;
    return `<div class="cell">${framedSlide(slides[index] ?? '')}${name}${ruled}</div>`;
  });
  const pages = Array.from({ length: Math.ceil(cells.length / perPage) }, (_, page) =>
    cells.slice(page * perPage, (page + 1) * perPage).join('\n'),
  );
  return {
    html: pages.map((page) => `<div class="sheet">${page}</div>`).join('\n'),
    css: `${css}
.sheet { grid-template-columns: repeat(${columns}, 1fr); grid-auto-rows: ${row}mm; }
${lines > 0 ? beside : ''}`,
    sheet,
    pages: '',
  };
}

const css = `
.sheet { display: grid; column-gap: ${gutter}mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.cell { break-inside: avoid; min-width: 0; overflow: hidden; padding: 0.3mm; }
.number { margin-top: 1.2mm; font-size: 8.5pt; font-weight: 700; color: var(--ink-2); }
`;

const beside = `
.cell { display: grid; grid-template-columns: 1.5fr 1fr; grid-template-rows: auto 1fr; column-gap: ${gutter}mm; align-content: start; }
.lines { grid-area: 1 / 2 / 3 / 3; }
.lines > div { height: 8.8mm; border-bottom: 0.75pt solid var(--rule); box-sizing: border-box; }
`;
