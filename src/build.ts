import { startBrowser } from './browser/browser.js';
import type { DeckBrowser } from './browser/browser.js';
import type { BuildReport, BuildRequest, DeckReport, Format, OutputReport } from './build-types.js';
import { composeDeck } from './deck/compose.js';
import type { Deck } from './deck/deck.js';
import { blocks, diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import { fontFaces } from './fonts/font-faces.js';
import { loadTemplates } from './markdown/load-templates.js';
import { stripMarkers } from './markdown/markers.js';
import { templateSet } from './markdown/templates.js';
import { writeMarkdown } from './markdown/write-markdown.js';
import { loadAssets } from './marp/assets.js';
import { assembleDocument, type DocumentParts } from './marp/document.js';
import { loadTheme, themeNames } from './marp/load-theme.js';
import { type RenderedDeck, renderMarp } from './marp/render.js';
import type { Brief } from './outline/brief.js';
import { isKindName } from './outline/kinds.js';
import type { Positions } from './outline/positions.js';
import { readOutline } from './outline/read-outline.js';
import { suggest } from './outline/suggest.js';
import { finishPdf } from './pdf/finish-pdf.js';
import { playerCss } from './player/player.js';

/** What a caller may follow while decks are made. */
export interface BuildHooks {
  /** After each deck, with the outline's text for showing lines. */
  readonly onDeck?: (report: DeckReport, source: string | null) => void;
}

const size = { width: 1280, height: 720 };

/** Makes every deck of a request: the whole way from outlines to files. Bad input is in the report; broken machinery throws. */
export async function build(request: BuildRequest, effects: Effects, hooks: BuildHooks = {}): Promise<BuildReport> {
  const needsBrowser = request.formats.some((format) => format !== 'html' && format !== 'md');
  const browser = needsBrowser ? browserFor(request, effects) : null;
  try {
    const decks: DeckReport[] = [];
    for (const input of request.inputs) {
      const { report, source } = await buildDeck(input, request, effects, browser);
      hooks.onDeck?.(report, source);
      decks.push(report);
    }
    return { version: 1, ok: decks.every(({ exitCode }) => exitCode === 0), decks };
  } finally {
    await browser?.close();
  }
}

function browserFor({ browser, concurrency }: BuildRequest, { env, terminal }: Effects): DeckBrowser {
  return startBrowser({ path: browser, env, concurrency, deadline: 60_000, say: (message) => terminal.err(`${message}\n`) });
}

/** One outline: read → compose → template → render → print; nothing is written unless all of it could be made. */
async function buildDeck(input: string, request: BuildRequest, effects: Effects, browser: DeckBrowser | null) {
  const folders = templateFolders(request, effects);
  const own = await loadTemplates(folders, effects.files);
  const read = readOutline(await effects.files.read(input), input, own.map(({ name }) => name).filter((name) => !isKindName(name) && !name.startsWith('_')));
  const findings = [...read.diagnostics];
  const fail = (exitCode: 1 | 3 | 4 = 1) => ({ report: reportOf(input, read.brief, [], findings, exitCode, 0), source: read.source });
  if (!read.brief || !read.positions) return fail();

  const theme = await themeOf(read.brief, request, folders, effects, input, read.positions);
  if ("code" in theme) {
    findings.push(theme);
    return fail();
  }
  const deck = composeDeck(read.brief, { name: theme.name, palette: theme.palette, paletteColours: theme.colours });
  const { marp, diagnostics } = writeMarkdown(deck, templateSet(own));
  findings.push(...diagnostics);
  const rendered = renderMarp(marp, theme);
  const assets = await loadAssets(rendered.assets.map(decodeAddress), folderOf(input), effects.files);
  findings.push(...assets.faults.map((fault) => assetFinding(fault, deck, input, read.positions)));
  if (findings.some(blocks)) return fail();

  const parts = await documentParts(deck, rendered, assets.urls, effects);
  const outputs = await makeOutputs(request.formats, deck, parts, stripMarkers(marp.markdown), effects, browser);
  const written = await writeOutputs(outputs, input, request.out, effects);
  const failing = findings.some(({ severity }) => severity === 'error' || (request.strict && severity === 'warning'));
  return { report: reportOf(input, read.brief, written, findings, failing ? 1 : 0, deck.slides.length), source: read.source };
}

interface Output {
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly ms: number;
}

async function makeOutputs(formats: readonly Format[], deck: Deck, parts: DocumentParts, markdown: string, effects: Effects, browser: DeckBrowser | null): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  const add = async (format: Format, make: () => Promise<Uint8Array> | Uint8Array) => {
    if (!formats.includes(format)) return;
    const start = performance.now();
    outputs.push({ format, bytes: await make(), ms: Math.round(performance.now() - start) });
  };
  await add('md', () => encode(markdown));
  await add('html', async () => encode(assembleDocument(parts, { script: await pageScript('player', effects), css: playerCss })));
  if (browser) {
    const html = assembleDocument(parts, null);
    await browser.withDeck({ html, size }, (page) => add('pdf', async () => finishPdf(await page.print(), pdfFacts(deck))));
  }
  return outputs;
}

function pdfFacts(deck: Deck) {
  const { title, subject, authors, keywords, date } = deck.properties;
  const outline = deck.slides.map((slide) => ({ title: slide.headline.text, page: slide.number, level: slide.kind === 'section' || slide.section === 0 ? 1 : 2 }));
  return { title, subject, authors, keywords, creator: 'briefdeck', direction: deck.direction, language: deck.language, date, slideCount: deck.slides.length, outline };
}

async function documentParts(deck: Deck, rendered: RenderedDeck, assets: readonly string[], effects: Effects): Promise<DocumentParts> {
  return {
    rendered,
    title: deck.properties.title,
    language: deck.language,
    direction: deck.direction,
    authors: deck.properties.authors,
    description: deck.properties.subject,
    fontCss: await fontFaces(rendered.html, rendered.css, effects),
    assets,
    size,
  };
}

async function pageScript(name: string, { files, packageRoot }: Effects): Promise<string> {
  return new TextDecoder().decode(await files.read(`${packageRoot}/dist/page/${name}.js`)).trim();
}

function templateFolders({ templates }: BuildRequest, { packageRoot, cwd }: Effects): readonly string[] {
  return [`${packageRoot}/templates`, ...(templates ? [templates] : packageRoot === cwd ? [] : ['templates'])];
}

async function themeOf(brief: Brief, request: BuildRequest, folders: readonly string[], effects: Effects, file: string, positions: Positions) {
  const name = request.theme ?? brief.theme?.name ?? 'briefing';
  const place = request.theme ? { file } : { file, pointer: '/theme', ...positions.value('/theme') };
  const source = /^[\w.-]+$/u.test(name) ? await loadTheme(name, folders, effects.files) : null;
  if (!source) {
    const known = await themeNames(folders, effects.files);
    const near = suggest(name, known);
    return diagnostic('THEME-1', `There is no theme "${name}".`, { ...place, hint: near ? `Did you mean \`${near}\`?` : `Known themes: ${known.join(', ')}.` });
  }
  const palettes: Readonly<Record<string, Readonly<Record<string, string>>>> = source.tokens ? JSON.parse(source.tokens).palettes : {};
  const palette = brief.theme?.palette ?? 'default';
  if (palette !== 'default' && !Object.hasOwn(palettes, palette)) {
    return diagnostic('THEME-2', `The theme "${name}" has no palette "${palette}".`, { ...place, hint: `Known palettes: ${['default', ...Object.keys(palettes)].join(', ')}.` });
  }
  const own = Object.fromEntries(brief.theme?.colours ?? []);
  return { name, css: source.css, palette, colours: { ...(palettes[palette] ?? {}), ...own } };
}

function assetFinding(fault: { address: string; code: 'ASSET-1' | 'ASSET-2' | 'ASSET-3' | 'ASSET-4' | 'ASSET-5'; message: string; hint: string }, deck: Deck, file: string, positions: Positions | null): Diagnostic {
  const image = deck.slides.flatMap(({ images }) => images).find(({ path }) => path === fault.address);
  const at = image?.at ?? null;
  return diagnostic(fault.code, fault.message, { file, pointer: at, ...(at && positions ? positions.value(at) : {}), hint: fault.hint });
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

async function writeOutputs(outputs: readonly Output[], input: string, out: string, { files }: Effects): Promise<readonly OutputReport[]> {
  const name = input.replace(/^.*[\\/]/u, '').replace(/\.(?:ya?ml|md)$/u, '');
  const written: OutputReport[] = [];
  for (const { format, bytes, ms } of outputs) {
    const path = `${out}/${name}.${format}`;
    await files.write(path, bytes);
    written.push({ format, path, bytes: bytes.length, sha256: sha256(bytes), ms });
  }
  return written;
}

function reportOf(input: string, brief: Brief | null, outputs: readonly OutputReport[], diagnostics: readonly Diagnostic[], exitCode: DeckReport['exitCode'], slides: number): DeckReport {
  return { input, title: brief?.title.text ?? null, slides, outputs, diagnostics, exitCode };
}

function folderOf(path: string): string {
  return path.replace(/\\/gu, '/').includes('/') ? path.replace(/[\\/][^\\/]*$/u, '') || '/' : '.';
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

