import type { ExitCode } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import type { OptionName } from './options.js';

/** What a command is given: its positional words and its options, read but not yet interpreted. */
export interface Words {
  readonly names: readonly string[];
  readonly text: (option: OptionName) => string | null;
  readonly on: (option: OptionName) => boolean;
}

/** A row of the table of commands. */
export interface CommandRow {
  /** Its positional words, for `--help`. */
  readonly takes: string;
  /** How many positional words it takes at most. */
  readonly most: number;
  readonly does: string;
  /** What `--help` says below the options: one line of text each. */
  readonly more: readonly string[];
  readonly options: readonly OptionName[];
  readonly run: (words: Words, effects: Effects) => Promise<ExitCode>;
}

const onTemplate = ['pptx-template', 'pptx-layouts'] as const;
const checking = ['theme', 'templates', 'audience', 'strict', 'json', 'quiet', 'timeout'] as const;
const reporting = ['sarif', 'baseline', 'write-baseline'] as const;

/** Every command. Each loads its code when it runs: `--help` must not wait for a parser or a browser. */
export const commands = {
  build: {
    takes: '[FILE…]',
    most: Number.POSITIVE_INFINITY,
    does: 'build decks from outlines (.yaml) and Marp decks (.md); every outline in data/ when none is named',
    more: [
      'Writes NAME.html, NAME.pdf and so on for NAME.yaml, each whole or not at all. When the outline has errors nothing is',
      'written, and what an earlier run made stays.',
      'png: NAME-01.png, NAME-02.png …, one picture a slide. Pictures of slides that are no more are removed.',
      'pdf: NAME.pdf, NAME-notes.pdf, NAME-handout.pdf, NAME-summary.pdf. sheet: NAME-sheet.png, all slides in one picture.',
      'social: NAME-social.png, the title as links to it are shown with, 1200 × 630.',
      'What is found in a Marp deck only warns: its outputs are written all the same. Nothing is fetched from a network.',
      'Speaker notes are left out under TLP:RED, TLP:AMBER+STRICT, SECRET and the like, so that a copy can be passed on.',
      'md: Marp Markdown; for its theme see `briefdeck theme --help`.',
      'Where nothing has changed since the last build, no file is touched; findings and exit code are the same. BRIEFDECK_CACHE',
      'names another folder for what is kept between builds, or is `off`.',
      'SOURCE_DATE_EPOCH, if set, dates a PDF and PPTX whose outline has no `date`; else they have none.',
    ],
    options: [
      'to',
      'out',
      'pdf',
      'per-page',
      'paper',
      'pdf-images',
      'scale',
      'notes',
      'no-notes',
      'pptx-for',
      ...onTemplate,
      'embed-fonts',
      'watch',
      'seal',
      ...checking,
      ...reporting,
      'cache',
      'no-cache',
      'browser',
      'concurrency',
    ],
    run: async (words, effects) => (await import('./build-command.js')).buildCommand(words, effects),
  },
  dev: {
    takes: '[FILE]',
    most: 1,
    does: 'show a deck in the browser and follow every save of its files; the only outline in data/ when none is named',
    more: [
      'Prints the address of the preview, which this computer alone can open, and serves it until Ctrl-C.',
      'Double-click on a text edits it in the outline (Enter saves, Esc cancels); Ctrl-Z takes edits back. Alt-Up and Alt-Down',
      'move a slide, h hides it, o shows all at a glance. j and k go from slide to slide, F2 to the texts of one.',
      'Alt-click on a text opens the outline at its line. With --to the outputs are written after every edit too; without it,',
      'the button Build in the preview writes html, pdf and pptx.',
      'Layout is checked with the browser that builds use; where there is none, everything else works.',
    ],
    options: [
      'port',
      'open',
      'editor',
      'to',
      'out',
      'theme',
      'templates',
      'audience',
      'notes',
      'no-notes',
      'browser',
    ],
    run: async (words, effects) => (await import('./dev-command.js')).devCommand(words, effects),
  },
  check: {
    takes: '[FILE…]',
    most: Number.POSITIVE_INFINITY,
    does: 'say what an editor would find in outlines; writes nothing',
    more: [
      'Without a browser: form, ids, pictures, and the rules of docs/rules.md on sources, likelihoods, markings and the argument.',
      'With --layout the slides are drawn as well, and text beyond its box, missing fonts and the like are found.',
      'A rule is turned off by `ignore: [{rule: SRC-5, why: …}]` at the top, on a slide or on a statement; these are listed.',
    ],
    options: ['layout', 'lineage', 'markdown', ...onTemplate, ...checking, ...reporting, 'browser'],
    run: async (words, effects) => (await import('./check-command.js')).checkCommand(words, effects),
  },
  diff: {
    takes: 'OLD NEW',
    most: 2,
    does: 'say what changed from one edition of a brief to another',
    more: [
      'Each is an outline, or an outline at a git revision: briefdeck diff data/x.yaml@HEAD~1 data/x.yaml',
      'Slides and statements are found again by their ids, then by what they say; what moved is not taken for removed and added.',
      'With --to it makes a redline deck as well: briefdeck diff OLD NEW --to html,pdf,pptx writes NEW-changes.html and so on, with the',
      'slides that changed, words that went struck through and words that came underlined.',
      'Printed on standard output. Exit code 0 whether or not there are differences, unless --exit-code is given.',
    ],
    options: ['to', 'out', 'theme', 'audience', 'browser', 'json', 'markdown', 'exit-code', 'templates'],
    run: async (words, effects) => (await import('./diff-command.js')).diffCommand(words, effects),
  },
  pull: {
    takes: 'DECK.pptx [FILE]',
    most: 2,
    does: 'bring home what was edited in a PPTX that briefdeck made',
    more: [
      'Says which texts of the outline FILE were reworded in PowerPoint, LibreOffice or another program; without --apply nothing',
      'is written. Without FILE it is data/NAME.yaml or NAME.yaml for NAME.pptx, or the one beside the PPTX.',
      'A text that also changed in the outline is a conflict and stays as it is. What has no one text in the outline, such as',
      'slides that came or went, comments and texts that briefdeck made, is listed.',
      'Exit code 0 whether or not there are changes, unless --exit-code is given.',
    ],
    options: ['apply', 'json', 'exit-code', 'templates'],
    run: async (words, effects) => (await import('./pull-command.js')).pullCommand(words, effects),
  },
  verify: {
    takes: 'FILE…',
    most: Number.POSITIVE_INFINITY,
    does: 'say which edition a distributed file is, and whether it is unchanged',
    more: [
      'FILE is an HTML, PDF or PPTX, also under another name. It is compared with the manifest that `briefdeck build --seal` wrote.',
      'Without a manifest it tells what the file says of itself, which is no proof. A manifest proves as much as the place that you',
      'have it from.',
      'Exit code 0 where every file is unchanged, 1 where one is changed or unknown.',
    ],
    options: ['manifest', 'json'],
    run: async (words, effects) => (await import('./verify-command.js')).verifyCommand(words, effects),
  },
  init: {
    takes: 'NAME',
    most: 1,
    does: 'write a small outline to start from',
    more: ['For example: briefdeck init data/my-brief, then briefdeck build data/my-brief.yaml'],
    options: [],
    run: async (words, effects) => (await import('./init-command.js')).initCommand(words, effects),
  },
  schema: {
    takes: '',
    most: 0,
    does: 'print the JSON Schema of the outline, for editors',
    more: [
      'For example: briefdeck schema > brief.schema.json, and as first line of the outline beside it',
      '# yaml-language-server: $schema=./brief.schema.json',
    ],
    options: [],
    run: async (_, effects) => (await import('./schema-command.js')).schemaCommand(effects),
  },
  theme: {
    takes: '[NAME]',
    most: 1,
    does: 'print the CSS of a theme, for Marp to show what --to md writes',
    more: [
      'NAME is briefing (default), plain, or a theme of your own. The fonts are inside.',
      'For example: briefdeck theme > briefing.css, then marp --theme-set briefing.css -- deck.md; in VS Code name the file in',
      'the setting markdown.marp.themes.',
    ],
    options: ['templates'],
    run: async (words, effects) => (await import('./theme-command.js')).themeCommand(words, effects),
  },
  doctor: {
    takes: '',
    most: 0,
    does: 'say which browser and fonts briefdeck finds on this machine',
    more: [
      'Exit code 3 when no browser can be used: HTML and Markdown are made without one, PDF, PPTX and PNG are not.',
    ],
    options: ['json', 'browser'],
    run: async (words, effects) => (await import('./doctor-command.js')).doctorCommand(words, effects),
  },
} as const satisfies Record<string, CommandRow>;

/** The name of a command. */
export type CommandName = keyof typeof commands;
