import { wrapListBodies } from './list-bodies.js';
import { freeNumber, objectOf, type PdfFile, reference } from './pdf-file.js';
import { structureType } from './structure-element.js';

/** Structure types of PDF 2.0 that Chromium writes, and what a reader of PDF 1.7 is to take them for (ISO 32000-1, 14.8.4). */
export const roles = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Div',
  Title: 'P',
  Sub: 'Span',
  FENote: 'Note',
  DocumentFragment: 'Div',
} as const;

/** Completes the structure tree: roles that PDF 1.7 knows, and ids that depend on nothing but the deck. */
export function completeStructure(file: PdfFile): void {
  const number = reference(objectOf(file, file.root).body, 'StructTreeRoot');
  if (number === null) return;
  renumberIds(file, reference(objectOf(file, number).body, 'IDTree'));
  wrapListBodies(file);
  const used = new Set([...file.objects.values()].map(({ body }) => structureType(body)));
  const entries = Object.entries(roles).filter(([type]) => used.has(type));
  if (entries.length === 0) return;
  const map = `/RoleMap <<${entries.map(([type, role]) => `/${type} /${role}`).join(' ')}>>`;
  const root = objectOf(file, number);
  file.objects.set(number, { ...root, body: `${root.body.slice(0, -2)}\n${map}>>` });
}

/**
 * Ids are Chromium's numbers of DOM nodes, which count on from whatever the process showed before. They are numbered anew in
 * the order of the elements, wherever they stand: `/ID`, `/Headers` and the tree of ids, which must be sorted (7.9.6).
 */
function renumberIds(file: PdfFile, tree: number | null): void {
  const ids = new Map<string, { readonly id: string; readonly element: number }>();
  for (const [number, { body }] of [...file.objects].sort(([a], [b]) => a - b)) {
    const old = structureType(body) === null ? undefined : /\/ID \((node\d+)\)/u.exec(body)?.[1];
    if (old !== undefined)
      ids.set(old, { id: `node${String(ids.size + 1).padStart(8, '0')}`, element: number });
  }
  if (ids.size === 0 || tree === null) return;
  const renamed = (text: string) =>
    text.replace(/\((node\d+)\)/gu, (match, old) => (ids.has(old) ? `(${ids.get(old)?.id})` : match));
  for (const [number, object] of file.objects) {
    if (structureType(object.body) === null || !object.body.includes('(node')) continue;
    // An unescaped parenthesis cannot stand within a text, so neither pattern can match inside one.
    const body = object.body.replace(/\/ID \(node\d+\)|\/Headers \[(?:\(node\d+\)\s*)+\]/gu, renamed);
    file.objects.set(number, { ...object, body });
  }
  replaceTree(file, tree, [...ids.values()]);
}

/** One leaf under one root instead of Skia's leaves of 32: shorter, and sorted by the new ids as it is written. */
function replaceTree(
  file: PdfFile,
  tree: number,
  ids: readonly { readonly id: string; readonly element: number }[],
): void {
  removeKids(file, tree);
  const names = ids.map(({ id, element }) => `(${id}) ${element} 0 R`).join(' ');
  const limits = `/Limits [(${ids[0]?.id}) (${ids.at(-1)?.id})]`;
  const leaf = freeNumber(file);
  file.objects.set(leaf, { body: `<<${limits}\n/Names [${names}]>>`, stream: null });
  file.objects.set(tree, { body: `<</Kids [${leaf} 0 R]>>`, stream: null });
}

function removeKids(file: PdfFile, node: number): void {
  const kids = /\/Kids \[([^\]]*)\]/u.exec(objectOf(file, node).body)?.[1] ?? '';
  for (const kid of kids.matchAll(/(\d+) 0 R/gu)) {
    removeKids(file, Number(kid[1]));
    file.objects.delete(Number(kid[1]));
  }
}
