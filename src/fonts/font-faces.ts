import type { Effects } from '../effects/effects.js';

/** Faces that the themes draw with: family, package, weights and styles. */
const families: readonly {
  readonly family: string;
  readonly package: string;
  readonly faces: readonly string[];
}[] = [
  { family: 'Gelasio', package: 'gelasio', faces: ['400-normal', '700-normal', '400-italic'] },
  { family: 'Carlito', package: 'carlito', faces: ['400-normal', '700-normal', '400-italic', '700-italic'] },
  { family: 'Arimo', package: 'arimo', faces: ['400-normal', '700-normal', '400-italic', '700-italic'] },
  { family: 'Tinos', package: 'tinos', faces: ['400-normal', '700-normal'] },
  { family: 'Noto Sans Arabic', package: 'noto-sans-arabic', faces: ['400-normal', '700-normal'] },
  { family: 'Noto Sans Hebrew', package: 'noto-sans-hebrew', faces: ['400-normal', '700-normal'] },
  { family: 'Noto Emoji', package: 'noto-emoji', faces: ['400-normal'] },
  { family: 'Noto Sans KR', package: 'noto-sans-kr', faces: ['400-normal', '700-normal'] },
  { family: 'Noto Sans JP', package: 'noto-sans-jp', faces: ['400-normal', '700-normal'] },
  { family: 'Noto Sans SC', package: 'noto-sans-sc', faces: ['400-normal', '700-normal'] },
];

/** `@font-face` rules, fonts inside, for the slices of the pinned packages that hold a character of the deck. */
export async function fontFaces(html: string, css: string, effects: Effects): Promise<string> {
  const characters = new Set([...html].map((character) => character.codePointAt(0) ?? 0));
  const named = families.filter(({ family }) => css.includes(family));
  const rules = await Promise.all(named.map((family) => facesOf(family, characters, effects)));
  return rules.flat().join('\n');
}

async function facesOf(
  { family, package: name, faces }: (typeof families)[number],
  characters: ReadonlySet<number>,
  { files, packageRoot }: Effects,
): Promise<readonly string[]> {
  const folder = await packageFolder(name, packageRoot, files);
  if (!folder) return [];
  const ranges: unknown = JSON.parse(new TextDecoder().decode(await files.read(`${folder}/unicode.json`)));
  const slices = Object.entries(ranges ?? {}).filter(
    ([, range]) => typeof range === 'string' && holdsAny(range, characters),
  );
  const wanted = slices.flatMap(([slice, range]) =>
    faces.map((face) => ({ slice: slice.replace(/[[\]]/gu, ''), range: String(range), face })),
  );
  return Promise.all(
    wanted.map(async ({ slice, range, face }) => {
      const path = `${folder}/files/${name}-${slice}-${face}.woff2`;
      if ((await files.kind(path)) !== 'file') return '';
      const [weight, style] = face.split('-');
      const data = Buffer.from(await files.read(path)).toString('base64');
      return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) format('woff2'); }`;
    }),
  );
}

/** Packages lie in the folder of briefdeck itself, or beside it where it was installed as a dependency. */
async function packageFolder(
  name: string,
  packageRoot: string,
  files: Effects['files'],
): Promise<string | null> {
  for (const folder of [
    `${packageRoot}/node_modules/@fontsource/${name}`,
    `${packageRoot}/../@fontsource/${name}`,
  ]) {
    if ((await files.kind(`${folder}/unicode.json`)) === 'file') return folder;
  }
  return null;
}

function holdsAny(range: string, characters: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/iu, '').split('-');
    return [
      Number.parseInt(from.replace(/\?/gu, '0'), 16),
      Number.parseInt(to.replace(/\?/gu, 'F'), 16),
    ] as const;
  });
  return [...characters].some((code) => spans.some(([from, to]) => code >= from && code <= to));
}
