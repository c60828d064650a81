import { objectOf, type PdfFile } from './pdf-file.js';
import { kidsOf, structureType, withKids } from './structure-element.js';

/** A content stream whose decoration is no longer tagged, and the numbers that its marks had. */
export interface Undecorated {
  readonly content: string;
  readonly dropped: readonly string[];
}

/** Types that say something without text. */
const pictures = /^(?:Figure|Formula)$/u;

/**
 * Chromium tags grounds and borders as content of whoever has them, so that a list holds rules beside its items, which PDF does
 * not allow. What shows no text and is no picture becomes an artifact (ISO 14289-1, 7.1).
 */
export function unmarkDecoration(content: string): Undecorated {
  const lines = content.split('\n');
  const dropped: string[] = [];
  let open: { readonly at: number; readonly mark: string; says: boolean } | null = null;
  for (const [at, line] of lines.entries()) {
    const [, type, mark] = /^\/(\w+) <<\/MCID (\d+) >>BDC$/u.exec(line) ?? [];
    if (type && mark) open = { at, mark, says: pictures.test(type) };
    else if (open && /(?:T[jJ]|Do|BDC|BMC)$/u.test(line)) open.says = true;
    else if (open && line === 'EMC') {
      if (!open.says) {
        lines[open.at] = '/Artifact BMC';
        dropped.push(open.mark);
      }
      open = null;
    }
  }
  return { content: dropped.length > 0 ? lines.join('\n') : content, dropped };
}

/** Takes marks that are tags no more out of the structure, by the page that counts them, and what holds nothing after that. */
export function dropMarks(file: PdfFile, byPage: ReadonlyMap<number, ReadonlySet<string>>): void {
  const empty = new Set<string>();
  for (const [number, object] of file.objects) {
    if (structureType(object.body) === null) continue;
    const page = Number(/\n\/Pg (\d+) 0 R\n/u.exec(object.body)?.[1]);
    const kids = kidsOf(object.body);
    const kept = kids.filter((kid) => !isDropped(kid, page, byPage));
    if (kept.length === kids.length) continue;
    file.objects.set(number, { ...object, body: withKids(object.body, kept) });
    if (kept.length === 0 && structureType(object.body) === 'NonStruct') empty.add(`${number} 0 R`);
  }
  removeEmpty(file, empty);
  for (const [page, marks] of byPage) forgetParents(file, page, marks);
}

function isDropped(kid: string, page: number, byPage: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  const [, other, mark] = /\/Pg (\d+) 0 R[\s\S]*\/MCID (\d+)/u.exec(kid) ?? [];
  if (other && mark) return byPage.get(Number(other))?.has(mark) ?? false;
  return byPage.get(page)?.has(kid) ?? false;
}

/** Groups that held decoration alone go, and the groups that then hold nothing. */
function removeEmpty(file: PdfFile, empty: ReadonlySet<string>): void {
  let gone = empty;
  while (gone.size > 0) {
    const next = new Set<string>();
    for (const kid of gone) {
      const number = Number.parseInt(kid, 10);
      const parent = Number(/\n\/P (\d+) 0 R\n/u.exec(objectOf(file, number).body)?.[1]);
      file.objects.delete(number);
      const holder = objectOf(file, parent);
      const kept = kidsOf(holder.body).filter((each) => each !== kid);
      file.objects.set(parent, { ...holder, body: withKids(holder.body, kept) });
      if (kept.length === 0 && structureType(holder.body) === 'NonStruct') next.add(`${parent} 0 R`);
    }
    gone = next;
  }
}

/** The list by which a mark finds its element has nothing in these places (14.7.4.4). */
function forgetParents(file: PdfFile, page: number, marks: ReadonlySet<string>): void {
  const key = /\/StructParents (\d+)/u.exec(objectOf(file, page).body)?.[1];
  if (key === undefined) return;
  const list = parentList(file, key);
  const object = list === null ? undefined : file.objects.get(list);
  if (list === null || !object) return;
  let at = -1;
  const body = object.body.replace(/\d+ 0 R|null/gu, (entry) => {
    at += 1;
    return marks.has(String(at)) ? 'null' : entry;
  });
  file.objects.set(list, { ...object, body });
}

/** The number of the list of a page, wherever Skia put it in its tree of numbers. */
function parentList(file: PdfFile, key: string): number | null {
  for (const { body } of file.objects.values()) {
    if (!body.includes('/Nums [') || body.includes('/PageLabels')) continue;
    const found = new RegExp(`(?:\\[|\\s)${key} (\\d+) 0 R`, 'u').exec(body)?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
}
