/** The weights that decks are set in; Office's text faces have no others. */
export type Weight = 400 | 700;

/** One family of fonts and the package that it comes from. */
export interface Family {
  /** As CSS names it. */
  readonly name: string;
  /** A package of npm with a file a slice: `files/<id>-<slice>-<weight>-<style>.woff`. */
  readonly package: `@fontsource/${string}`;
  readonly weights: readonly Weight[];
  readonly italics: boolean;
  /** The one slice that holds the family whole; null where the slices of `unicode.json` are used. */
  readonly whole: string | null;
  /** Letters join, stack or combine: nothing without its layout tables. */
  readonly shaped: boolean;
  /** Whether briefdeck depends on the package; the others are the user's to install. */
  readonly bundled: boolean;
}

const both = [400, 700] as const;
const text = { weights: both, italics: true, whole: null, shaped: false, bundled: true } as const;
const script = { weights: both, italics: false, whole: null, shaped: true, bundled: true } as const;
const cjk = { weights: both, italics: false, shaped: false, bundled: false } as const;
const symbols = { weights: [400], italics: false, whole: null, shaped: false, bundled: true } as const;

/** Every family that a deck can use: metric twins of Office's faces first, then what stands in for the characters that they lack. */
export const catalogue = [
  { name: 'Gelasio', package: '@fontsource/gelasio', ...text },
  { name: 'Carlito', package: '@fontsource/carlito', ...text },
  { name: 'Arimo', package: '@fontsource/arimo', ...text },
  { name: 'Tinos', package: '@fontsource/tinos', ...text },
  { name: 'Cousine', package: '@fontsource/cousine', ...text },
  { name: 'Noto Sans Arabic', package: '@fontsource/noto-sans-arabic', ...script },
  { name: 'Noto Sans Hebrew', package: '@fontsource/noto-sans-hebrew', ...script },
  // Its one slice is called latin and holds arrows, operators and shapes.
  { name: 'Noto Sans Math', package: '@fontsource/noto-sans-math', ...symbols, whole: 'latin' },
  { name: 'Noto Sans Symbols 2', package: '@fontsource/noto-sans-symbols-2', ...symbols },
  { name: 'Noto Sans KR', package: '@fontsource/noto-sans-kr', ...cjk, whole: 'korean' },
  { name: 'Noto Sans JP', package: '@fontsource/noto-sans-jp', ...cjk, whole: 'japanese' },
  { name: 'Noto Sans SC', package: '@fontsource/noto-sans-sc', ...cjk, whole: 'chinese-simplified' },
  // The slices cut through sequences such as "woman + rocket", so the whole file is the only one that draws them.
  { name: 'Noto Emoji', package: '@fontsource/noto-emoji', ...script, weights: [400], whole: 'emoji' },
] as const satisfies readonly Family[];

/** The name of a family of the catalogue. */
export type FamilyName = (typeof catalogue)[number]['name'];

/** Families that texts are set in; every other family only fills their gaps. */
export const textFamilies = [
  'Gelasio',
  'Carlito',
  'Arimo',
  'Tinos',
  'Cousine',
] as const satisfies readonly FamilyName[];

/** The name of a family that texts are set in. */
export type TextFamily = (typeof textFamilies)[number];

/** What a serif lacks is taken from a serif first; the lists are tried from left to right. */
const ownFallbacks: Readonly<Record<TextFamily, readonly FamilyName[]>> = {
  Gelasio: ['Tinos'],
  Carlito: [],
  Arimo: [],
  Tinos: [],
  Cousine: [],
};

/** Han characters are drawn as the deck's language draws them, so its family comes first; the order of the rest is fixed. */
const cjkOrders: readonly { readonly language: RegExp; readonly families: readonly FamilyName[] }[] = [
  { language: /^ko\b/iu, families: ['Noto Sans KR', 'Noto Sans JP', 'Noto Sans SC'] },
  { language: /^ja\b/iu, families: ['Noto Sans JP', 'Noto Sans SC', 'Noto Sans KR'] },
  { language: /^/u, families: ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'] },
];

/** The families that CJK text is looked up in, first choice first, in a deck of this language (BCP 47). */
export function cjkFamilies(language: string): readonly FamilyName[] {
  return cjkOrders.find((row) => row.language.test(language))?.families ?? [];
}

/** A text family and what stands in for the characters that it lacks, first choice first. */
export function familyChain(family: TextFamily, language: string): readonly Family[] {
  const names = [
    family,
    ...ownFallbacks[family],
    'Noto Sans Arabic',
    'Noto Sans Hebrew',
    'Noto Sans Math',
    'Noto Sans Symbols 2',
    ...cjkFamilies(language),
    'Noto Emoji',
  ];
  return names.flatMap((name) => catalogue.filter((row) => row.name === name));
}

/** Tells the name of a family that texts can be set in. */
export function isTextFamily(name: string): name is TextFamily {
  return textFamilies.some((family) => family === name);
}
