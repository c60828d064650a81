import { objectOf, type PdfFile, reference } from '../pdf-file.js';
import { kidsOf, structureType } from '../structure-element.js';
import type { PageMarks } from './page-marks.js';
import { pdfString } from './pdf-string.js';

/** What the structure tree says of one page. */
export interface PageStructure {
  readonly texts: string[];
  readonly tables: string[];
  readonly alternativeTexts: string[];
  pictures: number;
}

/** Elements within a line; any other begins a text of its own. */
const inline = new Set([
  'Span',
  'Link',
  'Strong',
  'Em',
  'Code',
  'Quote',
  'Sub',
  'Sup',
  'Reference',
  'Note',
  'FENote',
  'Lbl',
]);

/** Reads the structure tree of a PDF: what a screen reader says of it, page by page. */
export class StructureReader {
  readonly #pages = new Map<number, PageStructure>();
  /** The text that is being gathered, and whose it is. */
  #open: { page: number; text: string } | null = null;
  #tables: string[] = [];

  constructor(
    readonly file: PdfFile,
    readonly marks: PageMarks,
    /** The content stream of each page. */
    readonly streams: ReadonlyMap<number, number>,
  ) {}

  page(number: number): PageStructure {
    const known = this.#pages.get(number) ?? { texts: [], tables: [], alternativeTexts: [], pictures: 0 };
    this.#pages.set(number, known);
    return known;
  }

  read(): void {
    const root = reference(objectOf(this.file, this.file.root).body, 'StructTreeRoot');
    if (root === null) return;
    const top = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/u.exec(objectOf(this.file, root).body);
    for (const [, kid] of (top?.[1] ?? top?.[2] ?? '').matchAll(/(\d+) 0 R/gu))
      this.#element(Number(kid), null);
    this.#close();
  }

  #element(number: number, page: number | null): void {
    const body = this.file.objects.get(number)?.body ?? '';
    const type = structureType(body);
    if (type === null) return;
    const own = reference(headOf(body), 'Pg') ?? page;
    const kids = kidsOf(body);
    const leads = kids.some((kid) => kid.endsWith(' 0 R'));
    // Chromium makes a NonStruct of a text and of a block alike; the one has no elements inside.
    const apart = type === 'NonStruct' ? leads : !inline.has(type);
    if (apart) this.#close();
    if (type === 'Table') this.#table(kids, own);
    else if (type === 'Figure') this.#figure(body, kids, own);
    else this.#kids(kids, own);
    if (apart) this.#close();
  }

  #kids(kids: readonly string[], page: number | null): void {
    for (const kid of kids) {
      if (kid.endsWith(' 0 R')) this.#element(Number.parseInt(kid, 10), page);
      else this.#mark(kid, page);
    }
  }

  #mark(kid: string, page: number | null): void {
    const own = kid.startsWith('<<') ? (reference(kid, 'Pg') ?? page) : page;
    const mark = this.marks.marks.get(this.#key(kid, own));
    if (!mark || own === null) return;
    this.page(own).pictures += mark.pictures;
    if (!mark.text) return;
    if (this.#open?.page !== own) this.#close();
    this.#open = { page: own, text: (this.#open?.text ?? '') + mark.text };
  }

  #key(kid: string, page: number | null): string {
    if (!kid.startsWith('<<')) return `${this.streams.get(page ?? 0)}:${kid}`;
    const stream = reference(kid, 'Stm') ?? this.streams.get(reference(kid, 'Pg') ?? page ?? 0);
    return `${stream}:${/\/MCID (\d+)/u.exec(kid)?.[1]}`;
  }

  #table(kids: readonly string[], page: number | null): void {
    const outer = this.#tables;
    this.#tables = [];
    this.#kids(kids, page);
    this.#close();
    const own = page ?? this.#lastPage;
    if (own !== null) this.page(own).tables.push(this.#tables.join('\n'));
    this.#tables = [...outer, ...this.#tables];
  }

  /** A picture, of which the description is what is said; text in it (of an SVG, say) belongs to it. */
  #figure(body: string, kids: readonly string[], page: number | null): void {
    const before = page === null ? 0 : this.page(page).pictures;
    this.#kids(kids, page);
    const own = page ?? this.#lastPage;
    if (own === null) return;
    const counts = this.page(own);
    // However many pieces it is drawn in, or with no piece of its own, as a drawing.
    counts.pictures = before + 1;
    const description = pdfString(body, 'Alt');
    if (description) counts.alternativeTexts.push(description);
  }

  #lastPage: number | null = null;

  #close(): void {
    if (this.#open) {
      const { page, text } = this.#open;
      this.page(page).texts.push(text);
      this.#tables.push(text);
      this.#lastPage = page;
    }
    this.#open = null;
  }
}

/** The part of an element's dictionary in which a page is its own. */
function headOf(body: string): string {
  return body.slice(0, body.indexOf('/K '));
}
