import type { Slide } from '../../deck/deck.js';
import { english } from '../../deck/labels.js';
import { wordsOf } from '../../outline/inline.js';
import type { MappedText } from '../../outline/mapped-text.js';
import { htmlAttribute, htmlText } from '../html-text.js';
import type { Form, FormSource } from './form.js';
import { contentSize, ledger, runningHead } from './page-css.js';
import { framedSlide } from './split-slides.js';

/** Height of a ruled line and what stands between slide and notes, in mm. */
const ruled = 9;
const gap = 8;

/**
 * Each slide with its notes below, on as many pages as they need, under the slide's name. A slide without notes has lines to
 * write on. Each is an `<article>`: by these the pages of slides are found in the PDF.
 */
export function notesForm({ deck, slides, sheet }: FormSource): Form {
  const { width, height } = contentSize(sheet);
  const lines = Math.floor((height - (width * 9) / 16 - gap - 2) / ruled);
  return {
    html: deck.slides.map((slide, index) => article(slide, slides[index] ?? '', lines)).join('\n'),
    css,
    sheet,
    pages: deck.slides
      .map(({ number, headline }) =>
        runningHead(`slide-${number}`, `${number}  ${wordsOf(headline)}`, deck, sheet),
      )
      .join('\n'),
  };
}

function article({ number, notes }: Slide, drawn: string, lines: number): string {
  const words = notes ? `${english.notes} ${number}` : `${english.slide} ${number}`;
  const body = notes
    ? `<div class="text">${notesHtml(notes)}</div>`
    : `<div class="text lines" aria-hidden="true">${'<div></div>'.repeat(lines)}</div>`;
  return `<article style="page: slide-${number}">${framedSlide(drawn)}<div class="notes"><p class="label">${words}</p>${body}</div></article>`;
}

/** Paragraphs are divided by empty lines; lines that all begin as items of a list are one. */
function notesHtml({ text, at }: MappedText): string {
  const source = at === null ? '' : ` data-src="${htmlAttribute(at)}"`;
  return text
    .trim()
    .split(/\n\s*\n/u)
    .map((paragraph) => {
      const rows = paragraph.split('\n').map((row) => row.trim());
      if (rows.every((row) => /^[-*•] /u.test(row)))
        return `<ul${source}>${rows.map((row) => `<li>${htmlText(row.slice(2))}</li>`).join('')}</ul>`;
      return `<p${source}>${rows.map(htmlText).join('<br>')}</p>`;
    })
    .join('');
}

const css = `
article { break-after: page; }
article:last-child { break-after: auto; }
.notes { position: relative; margin-top: ${gap}mm; padding-inline-start: ${ledger.margin + ledger.gutter}mm; }
.notes .label { position: absolute; inset-inline-start: 0; top: 0; width: ${ledger.margin}mm; border-top: 1.5pt solid var(--accent); padding-top: 2mm; font-weight: 700; color: var(--accent); }
.notes .text { border-top: 0.75pt solid var(--ink); padding-top: 1.6mm; font-size: 11pt; line-height: 1.4; }
.notes .text > * + * { margin-top: 2.4mm; }
.notes ul { padding-inline-start: 5mm; }
.notes p, .notes li { orphans: 2; widows: 2; overflow-wrap: break-word; }
.notes .lines { padding-top: 0; }
.notes .text.lines > div { margin: 0; height: ${ruled}mm; box-sizing: border-box; border-bottom: 0.75pt solid var(--rule); }
`;
