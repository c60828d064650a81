import { dirname } from 'node:path';
import { readBrand } from './brand-template.js';
import { type DeckBrowser, startBrowser } from './browser/browser.js';
import { buildMarpDeck } from './build-marp-deck.js';
import type { BuildReport, BuildRequest, DeckReport } from './build-types.js';
import { composeBrief } from './compose-brief.js';
import type { Deck } from './deck/deck.js';
import { drawnTexts } from './deck/drawn-texts.js';
import { fittingWith } from './deck/fit.js';
import { briefForms } from './deck-forms.js';
import {
  type BuiltDeck,
  brokenDeck,
  deckReport,
  type Made,
  nothingMade,
  type Sources,
} from './deck-report.js';
import { blocks } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { findUncovered } from './fonts/coverage.js';
import { fontFaces, openFonts } from './fonts/font-faces.js';
import { inTurn } from './in-turn.js';
import { makeOutputs } from './make-outputs.js';
import { makeSummary } from './make-summary.js';
import { loadTemplates, ownKinds, templateFolders } from './markdown/load-templates.js';
import { stripMarkers } from './markdown/markers.js';
import type { TemplateSource } from './markdown/template-source.js';
import { templateSet } from './markdown/templates.js';
import { writeMarkdown } from './markdown/write-markdown.js';
import { assetFindings, loadAssets } from './marp/assets.js';
import { chooseTheme } from './marp/choose-theme.js';
import { renderMarp } from './marp/render.js';
import { aimAtOffice } from './office-aim.js';
import type { Brief } from './outline/brief.js';
import { placeFindings } from './outline/place-findings.js';
import { readOutline } from './outline/read-outline.js';
import { writeOutputs } from './output.js';

/** What a caller may follow while decks are made. */
export interface BuildHooks {
  /** Whenever work on a deck starts or ends: the inputs under way, and how many decks are done. */
  readonly onWork?: (underWay: readonly string[], done: number) => void;
  /** After each deck, in the order of the request, with the texts that its findings point into, by file. */
  readonly onDeck?: (report: DeckReport, sources: Sources) => void;
  /** A browser that runs already and goes on running; without one, each request starts its own. */
  readonly browser?: DeckBrowser;
}

const size = { width: 1280, height: 720 };

/** What all decks of a request are made with. */
interface Means {
  readonly request: BuildRequest;
  readonly effects: Effects;
  /** Null where no output needs one. */
  readonly browser: DeckBrowser | null;
}

/** Makes every deck of a request: the whole way from outlines to files. Bad input is in the report; broken machinery throws. */
export async function build(
  request: BuildRequest,
  effects: Effects,
  hooks: BuildHooks = {},
): Promise<BuildReport> {
  const needsBrowser = request.formats.some((format) => format !== 'html' && format !== 'md');
  const own = needsBrowser && !hooks.browser ? browserFor(request, effects) : null;
  try {
    const means = { request, effects, browser: needsBrowser ? (hooks.browser ?? own) : null };
    const make = (input: string) => wayOf(input)(input, means).catch((error) => brokenDeck(input, error));
    const made = await inTurn(request.inputs, request.concurrency, make, {
      onWork: (underWay, done) => hooks.onWork?.(underWay, done),
      onResult: ({ report, sources }) => hooks.onDeck?.(report, sources),
    });
    const decks = made.map(({ report }) => report);
    return { version: 1, ok: decks.every(({ exitCode }) => exitCode === 0), decks };
  } finally {
    await own?.close();
  }
}

/** An outline, or a Marp deck of the user's own. */
function wayOf(input: string) {
  return /\.md$/iu.test(input) ? buildMarpDeck : buildDeck;
}

/** The browser comes up while Node renders. */
function browserFor({ browser, concurrency, inputs }: BuildRequest, { env, terminal }: Effects): DeckBrowser {
  const say = (message: string) => terminal.err(`${message}\n`);
  return startBrowser({ path: browser, env, concurrency, decks: inputs.length, deadline: 60_000, say });
}

/** The way of one outline. A finding that blocks ends it, and nothing is written unless all of it could be made. */
async function buildDeck(input: string, means: Means): Promise<BuiltDeck> {
  const { request, effects } = means;
  const folders = templateFolders(request.templates, effects);
  const templates = [...(await loadTemplates(folders, effects.files))];

  // outline.yaml → Brief
  const outline = readOutline(await effects.files.read(input), input, ownKinds(templates));
  const found = [...outline.diagnostics];
  const findings: Findings = {
    add: (more) => found.push(...placeFindings(more, input, outline.positions)),
    block: () => found.some(blocks),
  };
  const outlined = { input, source: outline.source, folders, templates };
  const made = outline.brief ? await makeDeck(outline.brief, outlined, means, findings) : nothingMade;
  const title = outline.brief?.title.text ?? null;
  const report = deckReport(input, title, { ...made, diagnostics: found }, request.strict);
  return { report, sources: sourcesOf(templates, input, outline.source) };
}

/** What is found on the way of a deck. */
interface Findings {
  readonly add: (more: readonly Diagnostic[]) => void;
  /** Whether any of them keeps outputs from being written. */
  readonly block: () => boolean;
}

/** Where a brief came from, and what draws it. */
interface Outlined {
  readonly input: string;
  readonly source: string | null;
  readonly folders: readonly string[];
  readonly templates: TemplateSource[];
}

/** The way of a brief that could be read. */
async function makeDeck(
  whole: Brief,
  { input, source, folders, templates }: Outlined,
  { request, effects, browser }: Means,
  findings: Findings,
): Promise<Omit<Made, 'diagnostics'>> {
  const { files } = effects;
  // Brief → Deck → Marp Markdown → document
  const fontsOf = ({ language }: Brief, families: readonly string[]) =>
    openFonts(effects, language ?? 'en', families, source);
  const themeOf = (own: Brief['theme']) => chooseTheme(own, request.theme, folders, files);
  const means = { request, themeOf, fontsOf, fitWith: fittingWith };
  const { composed, diagnostics } = await composeBrief(whole, means);
  findings.add(diagnostics);
  if (!composed || findings.block()) return nothingMade;
  const { brief, theme, fonts, deck } = composed;
  const { marp, diagnostics: templateFaults } = writeMarkdown(deck, await templateSet(templates, effects));
  const rendered = renderMarp(marp, theme);
  const assets = await loadAssets(rendered.assets, dirname(input), files);
  const summary = await makeSummary(brief, input, request, folders, effects);
  templates.push(...summary.templates);
  const uncovered = await findUncovered(fonts, Object.values(theme.fonts), textsOf(deck, request));
  findings.add([...templateFaults, ...summary.diagnostics, ...uncovered]);
  findings.add(assetFindings(assets.faults, deck));
  const house = await readBrand(input, brief.theme?.pptx ?? null, ownKinds(templates), request, files);
  const aim = { ...house.office, layouts: theme.layouts };
  const { office, diagnostics: absent } = await aimAtOffice(request, aim, rendered, fonts);
  findings.add([...house.diagnostics, ...absent]);
  if (findings.block()) return nothingMade;
  const fontCss = await fontFaces(rendered.html, rendered.css, fonts);
  const document = { deck, rendered, fontCss, assets: assets.urls, size, fitting: null };

  // document → HTML, PDF, PPTX → files
  const forms = briefForms(theme, fonts, summary);
  const ready = { deck, markdown: stripMarkers(marp.markdown), document, office, forms };
  const made = await makeOutputs(ready, request, effects, browser);
  findings.add(made.diagnostics);
  const outputs = findings.block() ? [] : await writeOutputs(made.outputs, input, request.out, files);
  return { slides: deck.slides.length, outputs, held: made.held };
}

/** What is set in the deck's fonts: its notes only where they are printed. */
function textsOf(deck: Deck, { formats, pdf }: BuildRequest) {
  return drawnTexts(deck, formats.includes('pdf') && pdf?.forms.includes('notes'));
}

function sourcesOf(templates: readonly TemplateSource[], input: string, source: string | null): Sources {
  const rows = templates.map(({ file, text }) => [file, text] as const);
  return new Map([...rows, ...(source === null ? [] : [[input, source] as const])]);
}
