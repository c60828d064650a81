import { freeNumber, type PdfFile } from './pdf-file.js';
import { kidsOf, structureType, withKids } from './structure-element.js';

/**
 * Puts what a list item says into a list body: PDF wants LI to hold Lbl and LBody alone (ISO 32000-1, 14.8.4.3.3), Chromium writes
 * the text beside the label.
 */
export function wrapListBodies(file: PdfFile): void {
  let next = freeNumber(file);
  for (const [number, item] of [...file.objects]) {
    if (structureType(item.body) !== 'LI') continue;
    const kids = kidsOf(item.body);
    // Only elements move: marked content of the item itself is found through the tree of parents, which names the item.
    const moved = kids.filter((kid) => kid.endsWith(' 0 R') && !isLabelOrBody(file, kid));
    if (moved.length === 0) continue;
    for (const kid of moved) setParent(file, kid, next);
    const body = `<</Type /StructElem\n/S /LBody\n/P ${number} 0 R\n/K [${moved.join(' ')}]>>`;
    file.objects.set(next, { body, stream: null });
    const kept = kids.filter((kid) => !moved.includes(kid));
    file.objects.set(number, { ...item, body: withKids(item.body, [...kept, `${next} 0 R`]) });
    next += 1;
  }
}

function isLabelOrBody(file: PdfFile, kid: string): boolean {
  const type = structureType(file.objects.get(Number.parseInt(kid, 10))?.body ?? '');
  return type === 'Lbl' || type === 'LBody';
}

function setParent(file: PdfFile, kid: string, parent: number): void {
  const number = Number.parseInt(kid, 10);
  const object = file.objects.get(number);
  if (object)
    file.objects.set(number, {
      ...object,
      body: object.body.replace(/\n\/P \d+ 0 R/u, `\n/P ${parent} 0 R`),
    });
}
