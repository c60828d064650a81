import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';

/** A structure element with its type as the role map resolves it. */
export interface TreeElement {
  readonly type: string;
  readonly dict: PDFDict;
  readonly kids: readonly TreeElement[];
  /** Whether it holds marked content itself, and the annotations that it names. */
  readonly holdsContent: boolean;
  readonly objects: readonly PDFRef[];
}

/** A text of a dictionary; undefined where the key is missing or holds none. */
export function textIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** A name of a dictionary without its slash. */
export function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.toString().slice(1) : undefined;
}

/** Types that a document maps to others. */
export function roleMap(pdf: PDFDocument): ReadonlyMap<string, string> {
  const roles = treeRoot(pdf)?.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  return new Map(
    (roles?.entries() ?? []).map(([type, role]) => [type.toString().slice(1), role.toString().slice(1)]),
  );
}

/** The outermost elements; empty where a document has no tags. */
export function structureTree(pdf: PDFDocument): readonly TreeElement[] {
  const roles = roleMap(pdf);
  const root = treeRoot(pdf);
  return root ? elementsOf(root).map(read) : [];

  function elementsOf(dict: PDFDict): readonly PDFDict[] {
    return kidsOf(dict).flatMap((kid) => (kid instanceof PDFDict && kid.has(PDFName.of('S')) ? [kid] : []));
  }

  function read(dict: PDFDict): TreeElement {
    const own = nameIn(dict, 'S') ?? '';
    const kids = kidsOf(dict);
    return {
      type: roles.get(own) ?? own,
      dict,
      kids: elementsOf(dict).map(read),
      holdsContent: kids.some((kid) => !(kid instanceof PDFDict) || nameIn(kid, 'Type') === 'MCR'),
      objects: kids.flatMap((kid) => {
        const object =
          kid instanceof PDFDict && nameIn(kid, 'Type') === 'OBJR' ? kid.get(PDFName.of('Obj')) : null;
        return object instanceof PDFRef ? [object] : [];
      }),
    };
  }

  function kidsOf(dict: PDFDict): readonly unknown[] {
    const kids = dict.lookup(PDFName.of('K'));
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : [];
    return list.map((kid) => (kid instanceof PDFRef ? pdf.context.lookup(kid) : kid));
  }
}

function treeRoot(pdf: PDFDocument): PDFDict | undefined {
  return pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
}

/** All elements in reading order, each with the one that holds it. */
export function* everyElement(
  elements: readonly TreeElement[],
  parent: TreeElement | null = null,
): Generator<{ readonly element: TreeElement; readonly parent: TreeElement | null }> {
  for (const element of elements) {
    yield { element, parent };
    yield* everyElement(element.kids, element);
  }
}
