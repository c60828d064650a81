import { diagnostic } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { parseYaml } from '../../outline/parse-yaml.js';
import type { Positions } from '../../outline/positions.js';
import { suggest } from '../../outline/suggest.js';
import type { LayoutName } from '../layout-plan.js';
import type { Brand, BrandLayout } from './brand.js';

/** The layouts of briefdeck that may be mapped. */
const ownLayouts: readonly LayoutName[] = ['title', 'section', 'content', 'title-only'];

/** Reads a mapping file: every name in it must be one that is known. */
export function readLayoutMap(
  bytes: Uint8Array,
  file: string,
  layouts: readonly BrandLayout[],
  kinds: readonly string[],
): { readonly map: Brand['map']; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parseYaml(bytes, file);
  if (!parsed.ok) return { map: new Map(), diagnostics: parsed.diagnostics };
  const { value, positions } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = 'Such as `quote: Picture with Caption`, one a line.';
    const message = 'The file is no mapping from slide kinds to names of layouts.';
    return {
      map: new Map(),
      diagnostics: [diagnostic('PPTX-11', message, { file, line: 1, column: 1, hint })],
    };
  }
  const rows = Object.entries(value).map(([key, name]) =>
    readRow(key, name, { file, positions, layouts, kinds }),
  );
  return {
    map: new Map(rows.flatMap(({ entry }) => (entry ? [entry] : []))),
    diagnostics: rows.flatMap(({ found }) => found),
  };
}

interface Facts {
  readonly file: string;
  readonly positions: Positions;
  readonly layouts: readonly BrandLayout[];
  readonly kinds: readonly string[];
}

interface Row {
  readonly entry: readonly [string, BrandLayout] | null;
  readonly found: readonly Diagnostic[];
}

function readRow(key: string, name: unknown, { file, positions, layouts, kinds }: Facts): Row {
  const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const wrong = (message: string, place: { line: number; column: number }, hint: string): Row => ({
    entry: null,
    found: [diagnostic('PPTX-11', message, { file, ...place, hint })],
  });
  const known = [...new Set([...ownLayouts, ...kinds])];
  if (!known.includes(key) && !/^\.\S+$/u.test(key)) {
    const hint = hintFor(
      key,
      known,
      `A class of a Marp deck is written with a dot, \`.${key}\`. Known: ${known.join(', ')}.`,
    );
    return wrong(`There is no slide kind "${key}".`, positions.key(pointer), hint);
  }
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
  const names = layouts.map((layout) => layout.name);
  const layout = layouts.find((each) => typeof name === 'string' && plain(each.name) === plain(name));
  if (layout) return { entry: [key, layout], found: [] };
  const hint = hintFor(String(name), names, `Its layouts: ${names.map((each) => `"${each}"`).join(', ')}.`);
  return wrong(`The template has no layout "${String(name)}".`, positions.value(pointer), hint);
}

function hintFor(word: string, known: readonly string[], otherwise: string): string {
  const near = suggest(word, known);
  return near ? `Did you mean \`${near}\`?` : otherwise;
}

/** The layout that the mapping has for a slide: for its kind or one of its classes, else for the layout of ours. */
export function mappedLayout(
  map: Brand['map'],
  classes: readonly string[],
  layout: LayoutName,
): BrandLayout | null {
  const keys = [...classes.slice(0, 1), ...classes.map((name) => `.${name}`), layout];
  for (const key of keys) {
    const found = map.get(key);
    if (found) return found;
  }
  return null;
}
