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
  forgetParents(file, byPage);
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

/** The lists by which marks find their elements have nothing in these places (14.7.4.4). */
function forgetParents(file: PdfFile, byPage: ReadonlyMap<number, ReadonlySet<string>>): void {
  const lists = parentLists(file);
  for (const [page, marks] of byPage) {
    const key = /\/StructParents (\d+)/u.exec(objectOf(file, page).body)?.[1];
    const list = lists.get(key ?? '');
    const object = list === undefined ? undefined : file.objects.get(list);
    if (list === undefined || !object) continue;
    let at = -1;
    const body = object.body.replace(/\d+ 0 R|null/gu, (entry) => {
      at += 1;
      return marks.has(String(at)) ? 'null' : entry;
    });
    file.objects.set(list, { ...object, body });
  }
}

/** The numbers of the lists by their keys, wherever Skia put them in its tree of numbers. */
function parentLists(file: PdfFile): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { body } of file.objects.values()) {
    const pairs = /\/Nums \[([^\]]*)\]/u.exec(body)?.[1];
    for (const [, key = '', list] of pairs?.matchAll(/(\d+) (\d+) 0 R/gu) ?? []) found.set(key, Number(list));
  }
  return found;
}
