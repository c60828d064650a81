import { objectOf, type PdfFile, reference } from './pdf-file.js';
import { kidsOf, structureType } from './structure-element.js';

/** The pages that the articles of a document begin on, in reading order, as object numbers. */
export function articlePages(file: PdfFile): readonly number[] {
  const root = reference(objectOf(file, file.root).body, 'StructTreeRoot');
  if (root === null) return [];
  const pages: number[] = [];
  const visit = (number: number): void => {
    const { body } = objectOf(file, number);
    if (structureType(body) !== 'Art') {
      for (const kid of elementsIn(file, number)) visit(kid);
      return;
    }
    const page = firstPage(file, number);
    if (page !== null) pages.push(page);
  };
  for (const kid of elementsIn(file, root)) visit(kid);
  return pages;
}

/** Kids that are elements themselves; the tree's root lists them as elements do. */
function elementsIn(file: PdfFile, number: number): readonly number[] {
  const { body } = objectOf(file, number);
  const kids = structureType(body) === null ? rootKids(body) : kidsOf(body);
  return kids.flatMap((kid) => {
    const found = /^(\d+) 0 R$/u.exec(kid)?.[1];
    return found && structureType(file.objects.get(Number(found))?.body ?? '') ? [Number(found)] : [];
  });
}

function rootKids(body: string): readonly string[] {
  return (/\/K (\[[^\]]*\]|\d+ 0 R)/u.exec(body)?.[1] ?? '').match(/\d+ 0 R/gu) ?? [];
}

/** Skia names the page of an element that holds content itself; of any other it is that of the first thing inside. */
function firstPage(file: PdfFile, number: number): number | null {
  const own = reference(objectOf(file, number).body.replace(/\/K \[[^\]]*\]/u, ''), 'Pg');
  if (own !== null) return own;
  for (const kid of elementsIn(file, number)) {
    const page = firstPage(file, kid);
    if (page !== null) return page;
  }
  return null;
}
