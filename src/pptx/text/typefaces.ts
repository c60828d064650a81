import { cjkFamilies, isTextFamily } from '../../fonts/catalogue.js';
import {
  type OfficeLine,
  officeFallback,
  officeLines,
  officeTypefaces,
  type TypefaceSlot,
} from '../../fonts/office.js';

/** A face of Office, and what PowerPoint divides its lines by. */
export interface Typeface {
  readonly name: string;
  readonly line: OfficeLine;
}

const arial: OfficeLine = officeLines.Arimo;
const serif: OfficeLine = officeLines.Tinos;

/** Faces that every Office has and that style sheets name themselves, and the generic families: usWinAscent and usWinDescent in em. */
const plainFaces: Readonly<Record<string, Typeface>> = {
  georgia: { name: 'Georgia', line: officeLines.Gelasio },
  calibri: { name: 'Calibri', line: officeLines.Carlito },
  arial: { name: 'Arial', line: arial },
  helvetica: { name: 'Arial', line: arial },
  'liberation sans': { name: 'Arial', line: arial },
  'times new roman': { name: 'Times New Roman', line: serif },
  'liberation serif': { name: 'Times New Roman', line: serif },
  'courier new': { name: 'Courier New', line: officeLines.Cousine },
  'segoe ui': { name: 'Segoe UI', line: { winAscent: 1.0791, winDescent: 0.251 } },
  verdana: { name: 'Verdana', line: { winAscent: 1.0054, winDescent: 0.21 } },
  'sans-serif': { name: 'Arial', line: arial },
  'system-ui': { name: 'Arial', line: arial },
  serif: { name: 'Times New Roman', line: serif },
  monospace: { name: 'Courier New', line: officeLines.Cousine },
};

const known = new Map<string, Typeface>();

/** The face of Office for a CSS family list: the first family that Office has a twin of. */
export function typefaceOf(families: string): Typeface {
  const found = known.get(families) ?? find(families);
  known.set(families, found);
  return found;
}

/** What a family list is called in a PPTX: the first family itself where the file carries its fonts, else the face of Office. */
export function faceName(families: string, carried: ReadonlySet<string>): string {
  const [first = ''] = families.split(',');
  const own = unquoted(first).toLowerCase();
  // Most files carry none.
  const found = carried.size > 0 ? [...carried].find((family) => family.toLowerCase() === own) : undefined;
  return found ?? typefaceOf(families).name;
}

function unquoted(name: string): string {
  return name.trim().replace(/^["']|["']$/gu, '');
}

function find(families: string): Typeface {
  for (const part of families.split(',')) {
    const name = unquoted(part);
    if (isTextFamily(name)) return { name: officeTypefaces[name], line: officeLines[name] };
    const plain = plainFaces[name.toLowerCase()];
    if (plain) return plain;
  }
  return { name: 'Arial', line: arial };
}

/** The faces for characters of a text that its own face lacks, by slot of DrawingML: Office's, or what the file carries itself. */
export function fallbackFaces(
  text: string,
  language: string,
  carried: ReadonlySet<string>,
): ReadonlyMap<TypefaceSlot, string> {
  const faces = new Map<TypefaceSlot, string>();
  // Below U+0590 stand the alphabets that every face of Office has.
  if (!/[\u0590-\u{10ffff}]/u.test(text)) return faces;
  const [cjk = 'Noto Sans SC'] = cjkFamilies(language);
  for (const character of text) {
    const fallback = officeFallback(character, cjk);
    if (fallback && !faces.has(fallback.slot)) {
      const { slot, family, typeface } = fallback;
      faces.set(slot, carried.has(family) ? family : typeface);
    }
  }
  return faces;
}
