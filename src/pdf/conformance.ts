import { objectOf, type PdfFile, reference } from './pdf-file.js';
import { roles } from './structure.js';
import { kidsOf, structureType } from './structure-element.js';

/** Structure types of ISO 32000-1, 14.8.4, that Chromium writes, and what some of them may hold; others may hold anything. */
const kinds: Readonly<Record<string, RegExp | null>> = {
  ...Object.fromEntries(
    'Document Part Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 Lbl LBody TH TD Span Quote Code Link Figure Formula Reference'
      .split(' ')
      .map((type) => [type, null]),
  ),
  ...Object.fromEntries(Object.keys(roles).map((type) => [type, null])),
  L: /^(?:LI|L|Caption)$/u,
  LI: /^(?:Lbl|LBody)$/u,
  Table: /^(?:TR|THead|TBody|TFoot|Caption)$/u,
  THead: /^TR$/u,
  TBody: /^TR$/u,
  TFoot: /^TR$/u,
  TR: /^T[HD]$/u,
};

/**
 * Whether what depends on the deck keeps to PDF/UA-1 as far as a program can tell (Matterhorn Protocol 09-004, 09-005, 13-004, 14-002,
 * 14-003, 17-002, 28-012): all else holds of every PDF that is written here. Tests decide all conditions on what comes out.
 */
export function keepsToUa(file: PdfFile): boolean {
  const root = reference(objectOf(file, file.root).body, 'StructTreeRoot');
  const top = root === null ? null : reference(objectOf(file, root).body, 'K');
  if (top === null) return false;
  const levels: number[] = [];
  const isSound = (number: number): boolean => {
    const { body } = objectOf(file, number);
    const type = structureType(body) ?? '';
    const allowed = kinds[type];
    if (allowed === undefined) return false;
    if (/^(?:Figure|Formula)$/u.test(type) && !/\/Alt (?:\([^)]|<[0-9A-F]{5,})/u.test(body)) return false;
    if (/^H\d$/u.test(type)) levels.push(Number(type.slice(1)));
    const inside = elementsIn(file, number);
    if (allowed && !inside.every((kid) => allowed.test(typeOf(file, kid)))) return false;
    if (allowed && kidsOf(body).some((kid) => !kid.endsWith(' 0 R'))) return false;
    return directKids(file, number).every(isSound);
  };
  return isSound(top) && inOrder(levels) && linksAreDescribed(file);
}

function typeOf(file: PdfFile, number: number): string {
  return structureType(objectOf(file, number).body) ?? '';
}

function directKids(file: PdfFile, number: number): readonly number[] {
  return kidsOf(objectOf(file, number).body)
    .filter((kid) => kid.endsWith(' 0 R'))
    .map((kid) => Number.parseInt(kid, 10));
}

/** Kids, seen through groups that mean nothing. */
function elementsIn(file: PdfFile, number: number): readonly number[] {
  return directKids(file, number).flatMap((kid) =>
    typeOf(file, kid) === 'NonStruct' ? elementsIn(file, kid) : [kid],
  );
}

function inOrder(levels: readonly number[]): boolean {
  return levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1);
}

function linksAreDescribed(file: PdfFile): boolean {
  return [...file.objects.values()].every(
    ({ body }) => !body.includes('/Subtype /Link') || body.includes('/Contents '),
  );
}
