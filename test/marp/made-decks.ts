import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage, type Package, related, slidePaths, xmlOf } from '../pptx/package.js';
import { all, type Element, first, textIn } from '../pptx/xml.js';

/** A slide of a PPTX as its reader finds it. */
export interface ReadSlide {
  readonly xml: Element;
  /** Words of the title placeholder; null where the slide has none. */
  readonly title: string | null;
  readonly text: string;
  /** Text of its notes; null where it has none. */
  readonly notes: string | null;
}

/** All text of an element, paragraphs divided by newlines. */
export function textOf(xml: Element): string {
  return all(xml, 'a:p')
    .map((paragraph) => all(paragraph, 'a:t').map(textIn).join(''))
    .join('\n');
}

/** The slides of a PPTX that was opened. */
export function slidesIn(file: Package): readonly ReadSlide[] {
  return slidePaths(file).map((path) => {
    const xml = xmlOf(file, path);
    const title = all(xml, 'p:sp').find((shape) =>
      /^(?:title|ctrTitle)$/u.test(first(shape, 'p:ph')?.attributes.get('type') ?? ''),
    );
    const notes = related(file, path, 'notesSlide');
    const body = notes
      ? all(xmlOf(file, notes), 'p:sp').find(
          (shape) => first(shape, 'p:ph')?.attributes.get('type') === 'body',
        )
      : undefined;
    return {
      xml,
      title: title ? textOf(title).replace(/\s+/gu, ' ').trim() : null,
      text: textOf(xml),
      notes: body ? textOf(body) : null,
    };
  });
}

/** A PPTX on disk. */
export function pptxOf(folder: string, name: string): Package {
  return openPackage(readFileSync(join(folder, `${name}.pptx`)));
}

/** Size of a PPTX's slides in px. */
export function sizeOf(file: Package): readonly [number, number] {
  const size = first(xmlOf(file, 'ppt/presentation.xml'), 'p:sldSz')?.attributes;
  return [Number(size?.get('cx')) / 9525, Number(size?.get('cy')) / 9525];
}

/** Text of a PDF by page. */
export function pagesOf(path: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return text.split('\f').slice(0, -1);
}
