import { objectOf, type PdfFile } from './pdf-file.js';
import { kidsOf, structureType, withKids } from './structure-element.js';

/** Marked content that stands in a form (a half transparent group, say) and not in the page that draws it. */
export interface FormMarks {
  readonly form: number;
  readonly page: number;
  /** Numbers of marked content, which Skia counts by page. */
  readonly marks: ReadonlySet<string>;
}

/**
 * Says of marked content in forms where it is: a bare number means the page's own stream (ISO 32000-1, 14.7.4.2), and Chromium writes
 * bare numbers always, so that readers lose the text of such groups.
 */
export function locateFormMarks(file: PdfFile, groups: readonly FormMarks[]): void {
  if (groups.length === 0) return;
  for (const { form, page } of groups) shareParents(file, form, page);
  for (const [number, object] of file.objects) {
    if (structureType(object.body) === null) continue;
    const own = groups.filter(({ page }) => object.body.includes(`\n/Pg ${page} 0 R\n`));
    if (own.length === 0) continue;
    const kids = kidsOf(object.body);
    const located = kids.map((kid) => {
      const group = own.find(({ marks }) => marks.has(kid));
      return group ? `<</Type /MCR /Pg ${group.page} 0 R /Stm ${group.form} 0 R /MCID ${kid}>>` : kid;
    });
    if (located.some((kid, index) => kid !== kids[index])) {
      file.objects.set(number, { ...object, body: withKids(object.body, located) });
    }
  }
}

/** The page's list of parents holds those of its forms too, by the same numbers, so the form names the same list. */
function shareParents(file: PdfFile, form: number, page: number): void {
  const key = /\/StructParents \d+/u.exec(objectOf(file, page).body)?.[0];
  const object = objectOf(file, form);
  if (!key || object.body.includes('/StructParents')) return;
  file.objects.set(form, { ...object, body: object.body.replace('<<', `<<${key}\n`) });
}
