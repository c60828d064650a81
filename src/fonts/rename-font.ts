import { type FontTables, tableOf, viewOf } from './sfnt.js';

/** How a font is called in a program's list. */
export interface FontName {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The style's name as Office looks for it. */
export function styleName({ bold, italic }: Pick<FontName, 'bold' | 'italic'>): string {
  return [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter(Boolean).join(' ') || 'Regular';
}

/** What a renamed font keeps of its name table: its copyright, trademark, licence and where that stands. */
const kept = [0, 7, 13, 14];

/** Bits of OS/2 fsSelection. */
const selection = { italic: 0x01, bold: 0x20, regular: 0x40 } as const;

/**
 * The same font under a family's name, and marked regular, bold, italic or both. Slices of packages call themselves by the weight that
 * they were cut from, and a program that looks for the family would not find them.
 */
export function renameFont(tables: FontTables, name: FontName): FontTables {
  const { family, bold, italic } = name;
  const style = styleName(name);
  const own = readNames(tableOf(tables, 'name'));
  const full = style === 'Regular' ? family : `${family} ${style}`;
  const names = new Map([...own].filter(([id]) => kept.includes(id)));
  for (const [id, text] of [
    [1, family],
    [2, style],
    [3, `${full}; briefdeck`],
    [4, full],
    [5, own.get(5) ?? 'Version 1.0'],
    [6, `${family}-${style}`.replace(/[^!-~]|[[\](){}<>/%]/gu, '')],
  ] as const)
    names.set(id, text);
  return new Map([
    ...tables,
    ['name', nameTable(names)],
    [
      'head',
      changed(tableOf(tables, 'head'), (head) => head.setUint16(44, (bold ? 1 : 0) | (italic ? 2 : 0))),
    ],
    ['OS/2', changed(tableOf(tables, 'OS/2'), (os2) => markStyle(os2, name))],
  ]);
}

function markStyle(os2: DataView, { bold, italic }: FontName): void {
  os2.setUint16(4, bold ? 700 : 400);
  const others = os2.getUint16(62) & ~(selection.italic | selection.bold | selection.regular);
  const style = (italic ? selection.italic : 0) | (bold ? selection.bold : 0);
  os2.setUint16(62, others | (style || selection.regular));
}

function changed(bytes: Uint8Array, write: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  write(viewOf(copy));
  return copy;
}

const [windows, unicode, english] = [3, 1, 0x409];

/** English names of a name table by their ids. */
export function readNames(table: Uint8Array): ReadonlyMap<number, string> {
  const view = viewOf(table);
  const texts = view.getUint16(4);
  const names = new Map<number, string>();
  for (let at = 6; at < 6 + 12 * view.getUint16(2); at += 12) {
    const [platform, encoding, language] = [0, 2, 4].map((place) => view.getUint16(at + place));
    if (platform !== windows || encoding !== unicode || language !== english) continue;
    const start = texts + view.getUint16(at + 10);
    const codes = Array.from({ length: view.getUint16(at + 8) / 2 }, (_, index) =>
      view.getUint16(start + 2 * index),
    );
    names.set(view.getUint16(at + 6), String.fromCharCode(...codes));
  }
  return names;
}

function nameTable(names: ReadonlyMap<number, string>): Uint8Array {
  const rows = [...names].sort(([a], [b]) => a - b);
  const start = 6 + 12 * rows.length;
  const file = new Uint8Array(rows.reduce((sum, [, text]) => sum + 2 * text.length, start));
  const view = viewOf(file);
  view.setUint16(2, rows.length);
  view.setUint16(4, start);
  let offset = 0;
  rows.forEach(([id, text], index) => {
    [windows, unicode, english, id, 2 * text.length, offset].forEach((value, place) => {
      view.setUint16(6 + 12 * index + 2 * place, value);
    });
    for (let at = 0; at < text.length; at += 1) view.setUint16(start + offset + 2 * at, text.charCodeAt(at));
    offset += 2 * text.length;
  });
  return file;
}
