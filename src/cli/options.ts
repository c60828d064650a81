/** A row of the table of options. */
export interface OptionRow {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in `--help`; an option without it takes none. */
  readonly value?: string;
  readonly short?: string;
  readonly help: string;
}

/** Every option of the command line. */
export const options = {
  to: {
    type: 'string',
    value: 'FORMATS',
    help: 'html, pdf, pptx, md, png, sheet, social, divided by commas (default html,pdf,pptx); the last three are pictures',
  },
  pdf: {
    type: 'string',
    value: 'FORMS',
    help: 'slides, notes, handout, summary, divided by commas: which PDFs are made (default slides)',
  },
  'per-page': {
    type: 'string',
    value: 'N',
    help: 'slides on a page of the handout: 2, 3 with ruled lines, 4 or 6 (default 3)',
  },
  paper: {
    type: 'string',
    value: 'SIZE',
    help: 'a4 or letter, for notes, handout and summary (default by the outline’s region)',
  },
  'pdf-images': {
    type: 'string',
    value: 'DETAIL',
    help: 'screen, print or original: how fine pictures in a PDF are (default print, 240 to the inch)',
  },
  out: { type: 'string', value: 'DIR', help: 'folder for the outputs (default output)' },
  scale: {
    type: 'string',
    value: 'N',
    help: 'pixels of a png or sheet for each px of its layout, 1 to 4; a slide is 1280 × 720 px (default 2)',
  },
  'pptx-for': {
    type: 'string',
    value: 'PROGRAM',
    help: 'powerpoint or libreoffice: whose way of setting lines the PPTX aims at (default powerpoint)',
  },
  'embed-fonts': {
    type: 'boolean',
    help: 'put the fonts into the PPTX that readers may lack: Arabic, Hebrew, Korean, Japanese, Chinese, emoji',
  },
  'pptx-template': {
    type: 'string',
    value: 'FILE',
    help: 'a .potx or .pptx whose masters, layouts, colours and fonts the PPTX is built on',
  },
  'pptx-layouts': {
    type: 'string',
    value: 'FILE',
    help: 'which slides sit on which of its layouts (default NAME.layouts.yaml beside it)',
  },
  theme: {
    type: 'string',
    value: 'NAME',
    help: 'a theme in place of the outline’s own; for a Marp deck (.md) also FILE.css',
  },
  templates: {
    type: 'string',
    value: 'DIR',
    help: 'folder with slides/ and themes/ of your own (default templates)',
  },
  audience: {
    type: 'string',
    value: 'NAME',
    help: 'whose copy it is; slides and statements for other audiences are left out. all: everything in one copy',
  },
  'no-notes': { type: 'boolean', help: 'leave the speaker notes out of every output' },
  notes: { type: 'boolean', help: 'put them in also where the marking leaves them out' },
  strict: { type: 'boolean', help: 'warnings fail' },
  json: { type: 'boolean', help: 'print one JSON document on standard output' },
  sarif: {
    type: 'string',
    value: 'FILE',
    help: 'write the findings as a SARIF log too, for code hosts and editors',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    help: 'findings that this file knows do not count: for rules that come to an old brief',
  },
  'write-baseline': { type: 'string', value: 'FILE', help: 'write the findings of now into such a file' },
  quiet: { type: 'boolean', help: 'say nothing but findings' },
  layout: { type: 'boolean', help: 'draw the slides too, and find what shows only then' },
  lineage: {
    type: 'boolean',
    help: 'print what each judgement rests on, in place of findings; with --markdown or --json so',
  },
  markdown: { type: 'boolean', help: 'print Markdown on standard output' },
  apply: { type: 'boolean', help: 'write what can be written into the outline' },
  'exit-code': { type: 'boolean', help: 'exit with 1 where there are differences' },
  watch: {
    type: 'boolean',
    help: 'build again whenever the outline, a template, the theme or a picture is saved; Ctrl-C ends',
  },
  seal: {
    type: 'boolean',
    help: 'write NAME.manifest.json too: what the edition was made from, and the SHA-256 of each output',
  },
  manifest: {
    type: 'string',
    value: 'FILE',
    help: 'the manifest of the edition (default: each NAME.manifest.json beside the file)',
  },
  cache: {
    type: 'string',
    value: 'DIR',
    help: 'where is kept what the next build need not do again (default node_modules/.cache/briefdeck, else the user’s)',
  },
  'no-cache': { type: 'boolean', help: 'make everything anew and keep nothing' },
  port: {
    type: 'string',
    value: 'N',
    help: 'the port that the preview is served at (default any that is free)',
  },
  open: { type: 'boolean', help: 'open the preview in the browser of this computer' },
  editor: {
    type: 'string',
    value: 'PROGRAM',
    help: 'what opens the outline at a line (default $BRIEFDECK_EDITOR, $VISUAL, $EDITOR, else code, if there)',
  },
  browser: { type: 'string', value: 'PATH', help: 'the browser to use' },
  concurrency: {
    type: 'string',
    value: 'N',
    help: 'decks made at a time, 1 to 64 (default by the number of cores, at most 4)',
  },
  timeout: { type: 'string', value: 'SECONDS', help: 'time that one deck may take, 1 to 3600 (default 60)' },
  debug: { type: 'boolean', help: 'show stack traces' },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
  version: { type: 'boolean', help: 'show the version' },
} as const satisfies Record<string, OptionRow>;

/** The name of an option. */
export type OptionName = keyof typeof options;

/** What every command takes. */
export const commonOptions: readonly OptionName[] = ['debug', 'help', 'version'];
