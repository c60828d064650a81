import { freeNumber, objectOf, type PdfFile } from './pdf-file.js';
import { pdfText } from './pdf-text.js';

/** A place that an address can name: `brief.pdf#limits`. */
export interface NamedPage {
  readonly name: string;
  /** Number of the page object. */
  readonly page: number;
}

/** Names pages for links from outside (ISO 32000-1, 12.3.2.3); of one name the first page has it. */
export function nameDestinations(file: PdfFile, places: readonly NamedPage[]): void {
  const byName = new Map<string, number>();
  for (const { name, page } of places) if (!byName.has(name)) byName.set(name, page);
  if (byName.size === 0) return;
  // A tree of names is sorted by bytes (7.9.6).
  const names = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = names.map(([name, page]) => `${pdfText(name)} [${page} 0 R /Fit]`);
  const limits = `/Limits [${pdfText(names[0]?.[0] ?? '')} ${pdfText(names.at(-1)?.[0] ?? '')}]`;
  const leaf = freeNumber(file);
  file.objects.set(leaf, { body: `<<${limits}\n/Names [${entries.join('\n')}]>>`, stream: null });
  addToCatalog(file, `/Names <</Dests <</Kids [${leaf} 0 R]>>>>`);
}

/** Pages are called by the numbers that are printed on them (12.4.2). */
export function labelPages(file: PdfFile): void {
  addToCatalog(file, '/PageLabels <</Nums [0 <</S /D>>]>>');
}

function addToCatalog(file: PdfFile, entry: string): void {
  const catalog = objectOf(file, file.root);
  file.objects.set(file.root, { ...catalog, body: `${catalog.body.slice(0, -2)}\n${entry}>>` });
}
