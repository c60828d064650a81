import { freeNumber, objectOf, type PdfFile, reference } from './pdf-file.js';
import { pdfText } from './pdf-text.js';

/** One line of the outline that a reader shows beside the pages. */
export interface OutlineEntry {
  readonly title: string;
  /** 1-based. */
  readonly page: number;
  /** 1 is the outermost; an entry belongs to the nearest one before it with a smaller level. */
  readonly level: number;
}

interface Item extends OutlineEntry {
  readonly number: number;
  parent: number;
  previous: number | null;
  next: number | null;
  readonly children: Item[];
}

/** Puts an outline of sections and headlines in place of Chromium's, which knows headings alone (ISO 32000-1, 12.3.3). */
export function replaceOutline(
  file: PdfFile,
  pages: readonly number[],
  entries: readonly OutlineEntry[],
): void {
  const catalog = objectOf(file, file.root);
  const root = reference(catalog.body, 'Outlines') ?? freeNumber(file);
  removeItems(file, root);
  if (!catalog.body.includes('/Outlines')) {
    file.objects.set(file.root, {
      ...catalog,
      body: `${catalog.body.slice(0, -2)}\n/Outlines ${root} 0 R>>`,
    });
  }
  file.objects.set(root, { body: '<</Type /Outlines>>', stream: null });
  const items = arrange(entries, root, freeNumber(file));
  for (const item of items) {
    const links = [link('Prev', item.previous), link('Next', item.next), family(item.children)].join('');
    const place = `/Dest [${pages[item.page - 1]} 0 R /Fit]`;
    file.objects.set(item.number, {
      body: `<</Title ${pdfText(item.title)}\n${place}\n/Parent ${item.parent} 0 R${links}>>`,
      stream: null,
    });
  }
  file.objects.set(root, {
    body: `<</Type /Outlines${family(items.filter(({ parent }) => parent === root))}>>`,
    stream: null,
  });
}

function removeItems(file: PdfFile, root: number): void {
  const waiting = [file.objects.get(root)];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    for (const key of ['First', 'Next']) {
      const number = reference(item.body, key);
      if (number === null) continue;
      waiting.push(file.objects.get(number));
      file.objects.delete(number);
    }
  }
}

function arrange(entries: readonly OutlineEntry[], root: number, first: number): readonly Item[] {
  const items: Item[] = [];
  const above: Item[] = [];
  const outermost: Item[] = [];
  entries.forEach((entry, index) => {
    while ((above.at(-1)?.level ?? 0) >= entry.level) above.pop();
    const parent = above.at(-1);
    const siblings = parent?.children ?? outermost;
    const before = siblings.at(-1);
    const item: Item = {
      ...entry,
      number: first + index,
      parent: parent?.number ?? root,
      previous: before?.number ?? null,
      next: null,
      children: [],
    };
    if (before) before.next = item.number;
    siblings.push(item);
    above.push(item);
    items.push(item);
  });
  return items;
}

/** All levels stand open: the count of an open item is that of all lines below it. */
function family(children: readonly Item[]): string {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return '';
  return `\n/First ${first.number} 0 R\n/Last ${last.number} 0 R\n/Count ${lines(children)}`;
}

function lines(items: readonly Item[]): number {
  return items.reduce((sum, { children }) => sum + 1 + lines(children), 0);
}

function link(key: string, number: number | null): string {
  return number === null ? '' : `\n/${key} ${number} 0 R`;
}
