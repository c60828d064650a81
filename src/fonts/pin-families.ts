import { cjkFamilies, type FamilyName, type TextFamily } from './catalogue.js';

/** A style sheet whose fonts are all pinned, and the families that it asked for in vain. */
export interface PinnedCss {
  readonly css: string;
  /** Families that are drawn with others, each once, in the order of the style sheet. */
  readonly replaced: readonly { readonly family: string; readonly by: TextFamily }[];
}

/** Families that style sheets name, and the pinned one that is set for them: a metric twin where there is one. */
const twins: readonly { readonly names: RegExp; readonly family: TextFamily; readonly twin: boolean }[] = [
  { names: /^(?:gelasio|georgia)$/iu, family: 'Gelasio', twin: true },
  { names: /^(?:carlito|calibri|lato)$/iu, family: 'Carlito', twin: true },
  { names: /^(?:arimo|arial|helvetica|helvetica neue|liberation sans)$/iu, family: 'Arimo', twin: true },
  { names: /^(?:tinos|times new roman|times|liberation serif)$/iu, family: 'Tinos', twin: true },
  { names: /^(?:cousine|courier new|courier|liberation mono)$/iu, family: 'Cousine', twin: true },
  {
    names: /\b(?:mono|monospace|code|consolas|menlo|courier|typewriter)\b|mono$/iu,
    family: 'Cousine',
    twin: false,
  },
  { names: /sans/iu, family: 'Arimo', twin: false },
  { names: /\bserif|roman|cambria|garamond|palatino|merriweather|playfair/iu, family: 'Tinos', twin: false },
];

/** What a system's own face, the generic families and those of Marp's own themes are: asked for by no name of the author's. */
const generic =
  /^(?:(?:ui-)?(?:sans-serif|serif|monospace|rounded)|system-ui|-apple-system|blinkmacsystemfont|cursive|fantasy|segoe ui|sfmono-regular|sf mono|menlo|consolas|noto sans|roboto mono|inconsolata|apple color emoji|segoe ui emoji|segoe ui symbol|noto color emoji)$/iu;

const keyword = /^(?:inherit|initial|unset|revert|revert-layer)$/iu;

/**
 * Puts pinned families in place of those that a style sheet names, so that a deck looks the same on every machine: each list
 * becomes its first family's twin, with what stands in for the characters that it lacks.
 */
export function pinFamilies(css: string, language: string): PinnedCss {
  const replaced = new Map<string, TextFamily>();
  const own = facesInside(css);
  const pin = (list: string) => pinList(list, language, own, replaced);
  const pinned = css
    .replace(
      /(?<![\w-])(font-family\s*:\s*)([^;{}]+?)(\s*!important)?(?=\s*[;}])/giu,
      (_, head, list, mark = '') => `${head}${pin(list)}${mark}`,
    )
    .replace(
      /(?<![\w-])(font\s*:\s*[^;{}]*?[\d.]+(?:px|pt|r?em|%|vw|vh)(?:\s*\/\s*[\d.]+\w*)?\s+)([^;{}]+?)(?=\s*[;}])/giu,
      (_, head, list) => `${head}${pin(list)}`,
    )
    .replace(
      /(--[\w-]*font[\w-]*\s*:\s*)([^;{}]*\b(?:sans-serif|serif|monospace)\b[^;{}]*?)(?=\s*[;}])/giu,
      (_, head, list) => `${head}${pin(list)}`,
    );
  return { css: pinned, replaced: [...replaced].map(([family, by]) => ({ family, by })) };
}

/** Families whose fonts the style sheet itself holds. */
function facesInside(css: string): ReadonlySet<string> {
  const faces = css.matchAll(
    /@font-face\s*\{[^}]*?font-family\s*:\s*["']?([^;"'}]+)["']?[^}]*?url\(["']?data:/giu,
  );
  return new Set([...faces].map(([, name = '']) => name.trim().toLowerCase()));
}

function pinList(
  list: string,
  language: string,
  own: ReadonlySet<string>,
  replaced: Map<string, TextFamily>,
): string {
  const variable = /^\s*var\(\s*(--[\w-]+)\s*(?:,([\s\S]*))?\)\s*$/u.exec(list);
  if (variable) {
    const [, name, fallback] = variable;
    return fallback === undefined ? list : `var(${name}, ${pinList(fallback, language, own, replaced)})`;
  }
  const names = list.split(',').map((name) => name.trim().replace(/^["']|["']$/gu, ''));
  const [first = ''] = names;
  if (names.length === 1 && (keyword.test(first) || own.has(first.toLowerCase()))) return list;
  // What stands inside an @font-face rule is a name, not a list.
  if (/^KaTeX_/u.test(first)) return list;
  const kept = names.filter((name) => own.has(name.toLowerCase()));
  const family = familyOf(names);
  if (kept.length === 0 && !isTwin(first) && !generic.test(first)) replaced.set(first, family);
  return [...kept, family, ...fallbacks(language)]
    .map((name) => (/\s/u.test(name) ? `'${name}'` : name))
    .join(', ');
}

function isTwin(name: string): boolean {
  return twins.some(({ names, twin }) => twin && names.test(name));
}

/** The first name that says what kind of face is wanted. */
function familyOf(names: readonly string[]): TextFamily {
  for (const name of names) {
    const found = twins.find((row) => row.names.test(name));
    if (found) return found.family;
  }
  return 'Arimo';
}

function fallbacks(language: string): readonly FamilyName[] {
  return [
    'Noto Sans Arabic',
    'Noto Sans Hebrew',
    ...cjkFamilies(language),
    'Noto Sans Math',
    'Noto Sans Symbols 2',
    'Noto Emoji',
  ];
}
