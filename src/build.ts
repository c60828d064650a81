import { brokenDeck } from './broken-deck.js';
import { type DeckBrowser, startBrowser } from './browser/browser.js';
import { makeOutputs, type ReadyDeck, writeOutputs } from './build-outputs.js';
import { chooseTheme, templateFolders } from './build-theme.js';
import type { BuildReport, BuildRequest, DeckReport, OutputReport } from './build-types.js';
import { composeDeck } from './deck/compose.js';
import type { Deck } from './deck/deck.js';
import { drawnTexts } from './deck/drawn-texts.js';
import { fittingWith } from './deck/fit.js';
import { blocks, diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { findUncovered } from './fonts/coverage.js';
import { fontFaces, loadWidths, openFonts } from './fonts/font-faces.js';
import { inTurn } from './in-turn.js';
import { loadTemplates } from './markdown/load-templates.js';
import { stripMarkers } from './markdown/markers.js';
import { templateSet } from './markdown/templates.js';
import { writeMarkdown } from './markdown/write-markdown.js';
import { type AssetFault, loadAssets } from './marp/assets.js';
import { renderMarp } from './marp/render.js';
import type { Brief } from './outline/brief.js';
import { isKindName } from './outline/kinds.js';
import type { Positions } from './outline/positions.js';
import { type ReadOutline, readOutline } from './outline/read-outline.js';

/** Texts by the name of their file, for showing the lines of findings. */
export type Sources = ReadonlyMap<string, string>;

/** What a caller may follow while decks are made. */
export interface BuildHooks {
  /** Whenever work on a deck starts or ends: the outlines under way, and how many decks are done. */
  readonly onWork?: (underWay: readonly string[], done: number) => void;
  /** After each deck, in the order of the request, with the texts that its findings point into, by file. */
  readonly onDeck?: (report: DeckReport, sources: Sources) => void;
}

const size = { width: 1280, height: 720 };

/** Makes every deck of a request: the whole way from outlines to files. Bad input is in the report; broken machinery throws. */
export async function build(
  request: BuildRequest,
  effects: Effects,
  hooks: BuildHooks = {},
): Promise<BuildReport> {
  const needsBrowser = request.formats.some((format) => format !== 'html' && format !== 'md');
  const browser = needsBrowser ? browserFor(request, effects) : null;
  try {
    const make = (input: string) =>
      buildDeck(input, request, effects, browser).catch((error) => brokenDeck(input, error));
    const made = await inTurn(request.inputs, request.concurrency, make, {
      onWork: (underWay, done) => hooks.onWork?.(underWay, done),
      onResult: ({ report, sources }) => hooks.onDeck?.(report, sources),
    });
    const decks = made.map(({ report }) => report);
    return { version: 1, ok: decks.every(({ exitCode }) => exitCode === 0), decks };
  } finally {
    await browser?.close();
  }
}

/** The browser comes up while Node renders. */
function browserFor({ browser, concurrency }: BuildRequest, { env, terminal }: Effects): DeckBrowser {
  const say = (message: string) => terminal.err(`${message}\n`);
  return startBrowser({ path: browser, env, concurrency, deadline: 60_000, say });
}

/** One outline: read → compose → template → render → print; nothing is written unless all of it could be made. */
async function buildDeck(
  input: string,
  request: BuildRequest,
  effects: Effects,
  browser: DeckBrowser | null,
) {
  const folders = templateFolders(request.templates, effects);
  const templates = await loadTemplates(folders, effects.files);
  const ownKinds = templates.map(({ name }) => name).filter((name) => !isKindName(name) && !/^_/u.test(name));
  const read = readOutline(await effects.files.read(input), input, ownKinds);
  const findings = [...read.diagnostics];
  const report = (outputs: readonly OutputReport[], slides: number, strict: boolean) => ({
    report: reportOf(input, read.brief, outputs, findings, slides, strict),
    sources: sourcesOf(input, read, templates),
  });
  const ready = await makeReady(input, read, { request, folders, templates, effects }, findings);
  if (!ready) return report([], 0, false);
  const { outputs, diagnostics } = await makeOutputs(ready, request, effects, browser);
  findings.push(...diagnostics);
  const written = await writeOutputs(outputs, input, request.out, effects);
  return report(written, ready.deck.slides.length, request.strict);
}

function sourcesOf(input: string, { source }: ReadOutline, templates: Means['templates']): Sources {
  const rows = templates.map(({ file, text }) => [file, text] as const);
  return new Map([...rows, ...(source === null ? [] : [[input, source] as const])]);
}

interface Means {
  readonly request: BuildRequest;
  readonly folders: readonly string[];
  readonly templates: Parameters<typeof templateSet>[0];
  readonly effects: Effects;
}

/** Brief → Deck → Marp Markdown → document; findings are added to the list, and one that blocks gives null. */
async function makeReady(
  input: string,
  { brief, positions, source }: ReadOutline,
  { request, folders, templates, effects }: Means,
  findings: Diagnostic[],
): Promise<ReadyDeck | null> {
  if (!brief || !positions) return null;
  const theme = await chooseTheme(brief, request, folders, effects, { file: input, positions });
  if ('code' in theme) {
    findings.push(theme);
    return null;
  }
  const { heading: serif, body: sans } = theme.fonts;
  const fonts = openFonts(effects, brief.language ?? 'en');
  await loadWidths(fonts, [serif, sans], source ?? '');
  const deckTheme = { name: theme.name, palette: theme.palette, paletteColours: theme.colours };
  const deck = datedBy(request, composeDeck(brief, deckTheme, fittingWith(fonts, { serif, sans })));
  const { marp, diagnostics } = writeMarkdown(deck, templateSet(templates));
  const rendered = renderMarp(marp, theme);
  const assets = await loadAssets(rendered.assets.map(decodeAddress), folderOf(input), effects.files);
  const uncovered = await findUncovered(fonts, [serif, sans], drawnTexts(deck));
  const pointed = [...uncovered, ...assets.faults.map((fault) => assetFinding(fault, deck))];
  findings.push(
    ...diagnostics,
    ...pointed.map((finding) => ({ ...finding, ...placeIn(input, positions, finding.pointer) })),
  );
  if (findings.some(blocks)) return null;
  const { title, authors, subject: description } = deck.properties;
  const { language, direction } = deck;
  const fontCss = await fontFaces(rendered.html, rendered.css, fonts);
  const facts = { title, language, direction, authors, description };
  const parts = { ...facts, rendered, fontCss, assets: assets.urls, size };
  const placeOf = (pointer: string | null) => placeIn(input, positions, pointer);
  return { deck, markdown: stripMarkers(marp.markdown), parts, placeOf };
}

function datedBy({ date }: BuildRequest, deck: Deck): Deck {
  return { ...deck, properties: { ...deck.properties, date: deck.properties.date ?? date } };
}

function assetFinding({ address, code, message, hint }: AssetFault, deck: Deck): Diagnostic {
  const image = deck.slides.flatMap(({ images }) => images).find(({ path }) => path === address);
  return diagnostic(code, message, { pointer: image?.at ?? null, hint });
}

/** The place in the file that a pointer names; the file alone where there is none. */
function placeIn(file: string, positions: Positions, pointer: string | null) {
  return { file, line: null, column: null, ...(pointer === null ? {} : positions.value(pointer)) };
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function reportOf(
  input: string,
  brief: Brief | null,
  outputs: readonly OutputReport[],
  diagnostics: readonly Diagnostic[],
  slides: number,
  strict: boolean,
): DeckReport {
  const fails = ({ severity }: Diagnostic) => severity === 'error' || (strict && severity === 'warning');
  const exitCode = diagnostics.some(fails) ? 1 : 0;
  return { input, title: brief?.title.text ?? null, slides, outputs, diagnostics, exitCode };
}

function folderOf(path: string): string {
  const slashed = path.replace(/\\/gu, '/');
  return slashed.includes('/') ? slashed.replace(/\/[^/]*$/u, '') || '/' : '.';
}
