import { basename } from 'node:path';

/** A place to open; the path is absolute. */
export interface EditorPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How editors are told a place. */
interface EditorRow {
  readonly names: readonly string[];
  /** Null for those that run in a terminal, which a server has none of. */
  readonly words: ((place: EditorPlace) => readonly string[]) | null;
}

const colons = ({ path, line, column }: EditorPlace) => `${path}:${line}:${column}`;

/** Every editor whose way of naming a line is known. */
const editors: readonly EditorRow[] = [
  {
    names: ['code', 'code-insiders', 'codium', 'vscodium', 'cursor', 'windsurf', 'positron', 'code-oss'],
    words: (place) => ['-g', colons(place)],
  },
  {
    names: ['subl', 'sublime_text', 'zed', 'zeditor', 'atom', 'pulsar', 'geany', 'lite-xl'],
    words: (place) => [colons(place)],
  },
  {
    names: ['emacs', 'gedit', 'gnome-text-editor', 'xed', 'pluma'],
    words: ({ path, line, column }) => [`+${line}:${column}`, path],
  },
  {
    names: ['emacsclient'],
    words: ({ path, line, column }) => ['-n', `+${line}:${column}`, path],
  },
  {
    names: [
      'idea',
      'idea64',
      'webstorm',
      'webstorm64',
      'pycharm',
      'pycharm64',
      'phpstorm',
      'goland',
      'rider',
      'fleet',
    ],
    words: ({ path, line, column }) => ['--line', `${line}`, '--column', `${column}`, path],
  },
  { names: ['notepad++'], words: ({ path, line, column }) => [`-n${line}`, `-c${column}`, path] },
  {
    names: ['kate', 'kwrite'],
    words: ({ path, line, column }) => ['-l', `${line}`, '-c', `${column}`, path],
  },
  { names: ['mate'], words: ({ path, line, column }) => ['-l', `${line}:${column}`, path] },
  { names: ['bbedit'], words: ({ path, line }) => [`+${line}`, path] },
  {
    names: ['gvim', 'mvim', 'neovide'],
    words: ({ path, line, column }) => [`+call cursor(${line},${column})`, path],
  },
  {
    names: [
      'vim',
      'nvim',
      'vi',
      'nano',
      'pico',
      'micro',
      'hx',
      'helix',
      'kak',
      'joe',
      'jed',
      'ed',
      'ne',
      'mcedit',
    ],
    words: null,
  },
];

/** What a setting such as `code --wait` names. */
export interface EditorChoice {
  /** Where the setting was found: `--editor`, `$EDITOR`. */
  readonly from: string;
  readonly program: string;
  readonly words: readonly string[];
}

/** Where an editor is named, the first that names one. */
const variables = ['BRIEFDECK_EDITOR', 'VISUAL', 'EDITOR'] as const;

/** Editors that are looked for where nothing is said. */
export const usualEditors: readonly string[] = ['code', 'codium', 'cursor', 'zed', 'subl'];

/** The editor that the user named; null where nothing is said. */
export function namedEditor(
  option: string | null,
  env: Readonly<Record<string, string | undefined>>,
): EditorChoice | null {
  const settings = [
    ['--editor', option] as const,
    ...variables.map((name) => [`$${name}`, env[name] ?? null] as const),
  ];
  for (const [from, setting] of settings) {
    const [program, ...words] = setting === null ? [] : splitWords(setting);
    if (program) return { from, program, words };
  }
  return null;
}

/** What a program is started with to open a place; `terminal` for those that need one; a stranger is given the file alone. */
export function editorWords(
  program: string,
  place: EditorPlace,
): { readonly kind: 'line' | 'file'; readonly words: readonly string[] } | { readonly kind: 'terminal' } {
  const name = basename(program.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat|sh)$/u, '');
  const row = editors.find(({ names }) => names.includes(name));
  if (!row) return { kind: 'file', words: [place.path] };
  return row.words === null ? { kind: 'terminal' } : { kind: 'line', words: row.words(place) };
}

/** Words divided by spaces, where quotation marks hold some together: no shell ever reads them. */
function splitWords(setting: string): readonly string[] {
  return [...setting.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
