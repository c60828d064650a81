import { deflateSync, inflateSync } from 'node:zlib';
import { drawnObjects, markArtifacts } from './artifacts.js';
import { dropMarks, unmarkDecoration } from './decoration.js';
import type { FormMarks } from './form-marks.js';
import { objectOf, type PdfFile, reference } from './pdf-file.js';

/** What the contents of all pages came to. */
export interface MarkedPages {
  /** Tags that stand in forms. */
  readonly formMarks: readonly FormMarks[];
  /** Whether a text shows glyph 0, which stands for a character that no font has. */
  readonly showsMissingGlyphs: boolean;
}

/**
 * Marks what every page paints outside its tags as artifacts, and what it only decorates with.
 */
export function markStrayContent(file: PdfFile, pages: readonly number[]): MarkedPages {
  const dropped = new Map<number, Set<string>>();
  const undecorated = (page: number, content: string): string => {
    const cleaned = unmarkDecoration(content);
    for (const mark of cleaned.dropped) dropped.set(page, (dropped.get(page) ?? new Set()).add(mark));
    return cleaned.content;
  };
  const forms = new Map<number, string | null>();
  const changed = new Map<number, string>();
  const found: FormMarks[] = [];
  for (const page of pages) {
    const number = reference(objectOf(file, page).body, 'Contents');
    if (number === null) continue;
    const content = readContent(file, number);
    changed.set(number, undecorated(page, content));
    for (const form of drawnForms(content)) collectTagged(file, form, forms);
    for (const [form, text] of forms) {
      if (text === null || changed.has(form)) continue;
      changed.set(form, undecorated(page, text));
      found.push({
        form,
        page,
        marks: new Set([...text.matchAll(/\/MCID (\d+)/gu)].map((match) => match[1] ?? '')),
      });
    }
  }
  const isTagged = (name: string) => typeof forms.get(formNumber(name)) === 'string';
  for (const [number, content] of changed) writeContent(file, number, markArtifacts(content, isTagged));
  dropMarks(file, dropped);
  const missing = /<(?:[0-9A-F]{4})*0000(?:[0-9A-F]{4})*> Tj/u;
  return { formMarks: found, showsMissingGlyphs: [...changed.values()].some((text) => missing.test(text)) };
}

/** Keeps the content of a form that holds tags, itself or in forms that it draws; null for any other. */
function collectTagged(file: PdfFile, number: number, forms: Map<number, string | null>): boolean {
  const known = forms.get(number);
  if (known !== undefined) return known !== null;
  forms.set(number, null);
  if (!/\/Subtype \/Form\b/u.test(objectOf(file, number).body)) return false;
  const content = readContent(file, number);
  const inner = drawnForms(content).map((form) => collectTagged(file, form, forms));
  const tagged = content.includes('/MCID') || inner.includes(true);
  if (tagged) forms.set(number, content);
  return tagged;
}

function drawnForms(content: string): readonly number[] {
  return drawnObjects(content).map(formNumber);
}

/** Skia names a form or picture `X` and the number of its object, on every page. */
function formNumber(name: string): number {
  return Number(name.slice(1));
}

function readContent(file: PdfFile, number: number): string {
  const { body, stream } = objectOf(file, number);
  const bytes = stream ?? new Uint8Array();
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : Buffer.from(bytes)).toString('latin1');
}

function writeContent(file: PdfFile, number: number, content: string): void {
  const { body } = objectOf(file, number);
  const stream = deflateSync(Buffer.from(content, 'latin1'));
  const filtered = body.includes('/FlateDecode') ? body : body.replace('<<', '<</Filter /FlateDecode\n');
  file.objects.set(number, { body: filtered.replace(/\/Length \d+/u, `/Length ${stream.length}`), stream });
}
