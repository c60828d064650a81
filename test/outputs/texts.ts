import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openPackage } from '../pptx/package.js';
import { all, parseXml, textIn } from '../pptx/xml.js';

/** A text of an outline with its JSON Pointer. */
export interface PointedText {
  readonly pointer: string;
  readonly text: string;
}

/** Every string of a value that YAML gave, in order. */
export function stringsOf(value: unknown, pointer = ''): readonly PointedText[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    stringsOf(each, `${pointer}/${key.replace(/~/gu, '~0').replace(/\//gu, '~1')}`),
  );
}

/** The value that a JSON Pointer names; undefined for none. */
export function resolve(value: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/gu, '/').replace(/~0/gu, '~'));
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === step)?.[1]
        : undefined,
    value,
  );
}

/** The letters of a text: marks of inline Markdown, white space and breaks that a layout puts in are left out. */
export function lettersOf(text: string): string {
  return text.replace(/[\s\u00a0\u00ad\u200b\u2060*`]+/gu, '');
}

/** All letters of a file that a deck was written to. */
export const readers: Readonly<Record<'md' | 'html' | 'pdf' | 'pptx', (path: string) => string>> = {
  md: (path) => lettersOf(decode(readFileSync(path, 'utf8').replace(/\\([!-/:-@[-`{-~])/gu, '$1'))),
  html: (path) => {
    const visible = readFileSync(path, 'utf8').replace(/<(style|script)\b[\s\S]*?<\/\1>/gu, '');
    return lettersOf(decode(visible.replace(/<[^>]*>/gu, '')));
  },
  pdf: (path) =>
    lettersOf(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })),
  pptx: (path) => {
    const { parts } = openPackage(readFileSync(path));
    const shown = [...parts].filter(([name]) => /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/u.test(name));
    return lettersOf(shown.map(([, bytes]) => texts(bytes)).join('\n'));
  },
};

function texts(part: Uint8Array): string {
  return all(parseXml(new TextDecoder().decode(part)), 'a:t')
    .map(textIn)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** A text of HTML with its entities read. */
export function decode(html: string): string {
  return html.replace(/&(\w+|#\d+|#x[\da-f]+);/giu, (whole, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(Number(name.replace('#', '').replace(/^x/iu, '0x')))
      : (entities[name] ?? whole),
  );
}
