import { dirname } from 'node:path';
import { readBrand } from './brand-template.js';
import { type DeckBrowser, startBrowser } from './browser/browser.js';
import { buildMarpDeck } from './build-marp-deck.js';
import type { BuildReport, BuildRequest, DeckReport } from './build-types.js';
import { checkBrief, nothingChecked } from './check/check-brief.js';
import { placeIgnored } from './check/ignored.js';
import { type ComposingMeans, composeBrief } from './compose-brief.js';
import { deadlineIn, within } from './deadline.js';
import type { Deck } from './deck/deck.js';
import { drawnTexts } from './deck/drawn-texts.js';
import { fittingWith } from './deck/fit.js';
import { fitFindings } from './deck/fit-findings.js';
import { briefForms } from './deck-forms.js';
import { type BuiltDeck, deckReport, type Made, nothingMade, type Sources } from './deck-report.js';
import { blocks } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { editionCopy } from './edition-changes.js';
import type { Effects } from './effects/effects.js';
import { findUncovered } from './fonts/coverage.js';
import { fontFaces, openFonts } from './fonts/font-faces.js';
import { imprintOf, stamped } from './imprint.js';
import { inTurn } from './in-turn.js';
import { makeOutputs } from './make-outputs.js';
import { makeSummary } from './make-summary.js';
import { loadTemplates, ownKinds, templateFolders } from './markdown/load-templates.js';
import { stripMarkers } from './markdown/markers.js';
import type { TemplateSource } from './markdown/template-source.js';
import { deckAssets } from './marp/assets.js';
import { chooseTheme } from './marp/choose-theme.js';
import { aimAtOffice } from './office-aim.js';
import type { Brief } from './outline/brief.js';
import { placeFindings } from './outline/place-findings.js';
import { readOutline } from './outline/read-outline.js';
import { writeOutputs } from './output.js';
import { renderSlides } from './render-deck.js';
import { type Around, type DeckWay, type Means, recallDecks, wholeDeck } from './whole-deck.js';

/** What a caller may follow while decks are made, and what it has at hand for them. */
export interface BuildHooks extends Around {
  /** A browser that is up already and stays so; one is started where none is given and one is needed. */
  readonly browser?: DeckBrowser;
  /** Whenever work on a deck starts or ends: the inputs under way, and how many decks are done. */
  readonly onWork?: (underWay: readonly string[], done: number) => void;
  /** After each deck, in the order of the request, with the texts that its findings point into, by file. */
  readonly onDeck?: (report: DeckReport, sources: Sources) => void;
}

const size = { width: 1280, height: 720 };

/** Time of a deck where nothing is said, in ms. */
const longest = 60_000;

/** Makes every deck of a request: the whole way from outlines to files. Bad input is in the report; broken machinery throws. */
export async function build(
  request: BuildRequest,
  effects: Effects,
  hooks: BuildHooks = {},
): Promise<BuildReport> {
  const recalled = await recallDecks(request, hooks.kept);
  const browser = hooks.browser ?? browserFor(request, request.inputs.length - recalled.size, effects);
  try {
    const make = async (input: string) => {
      const kept = recalled.get(input);
      if (kept) hooks.onAsked?.(input, kept.observations);
      const deadline = deadlineIn(request.timeout ?? longest);
      const means = { request, effects, browser: browser && within(browser, deadline), deadline };
      return kept?.built ?? wholeDeck(input, wayOf(input), means, hooks);
    };
    const made = await inTurn(request.inputs, request.concurrency, make, {
      onWork: (underWay, done) => hooks.onWork?.(underWay, done),
      onResult: ({ report, sources }) => hooks.onDeck?.(report, sources),
    });
    const decks = made.map(({ report }) => report);
    return { version: 1, ok: decks.every(({ exitCode }) => exitCode === 0), decks };
  } finally {
    if (!hooks.browser) await browser?.close();
  }
}

/** An outline, or a Marp deck of the user's own. */
function wayOf(input: string): DeckWay {
  return /\.md$/iu.test(input) ? buildMarpDeck : buildDeck;
}

/** The browser comes up while Node renders; null where nothing is to be drawn. */
function browserFor(request: BuildRequest, decks: number, { env, terminal }: Effects): DeckBrowser | null {
  const { browser, concurrency, formats, timeout = longest } = request;
  if (decks === 0 || !formats.some((format) => format !== 'html' && format !== 'md')) return null;
  const say = (message: string) => terminal.err(`${message}\n`);
  return startBrowser({ path: browser, env, concurrency, decks, deadline: timeout, say });
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
  const { diagnostics: broken, ignored } = outline.brief ? checkBrief(outline.brief) : nothingChecked;
  findings.add(broken);
  const outlined = { input, source: outline.source, folders, templates };
  const made = outline.brief ? await makeDeck(outline.brief, outlined, means, findings) : nothingMade;
  const title = outline.brief?.title.text ?? null;
  const result = { ...made, diagnostics: found, ignored: placeIgnored(ignored, outline.positions) };
  const report = deckReport(input, title, result, request.strict);
  return { report, sources: sourcesOf(templates, input, outline.source), imprint: made.imprint };
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
  { request, effects, browser, disk, deadline }: Means,
  findings: Findings,
): Promise<Omit<Made, 'diagnostics' | 'ignored'>> {
  const { files } = effects;
  // Brief → Deck → Marp Markdown → document
  const means = composing(whole, { input, source, folders, templates }, request, effects);
  const { composed, diagnostics } = await composeBrief(means);
  findings.add(diagnostics);
  if (!composed || findings.block()) return nothingMade;
  const { brief, theme, fonts } = composed;
  const deck = await stamped(request, composed.deck, effects);
  const { slides, diagnostics: faults } = await renderSlides(deck, templates, theme, deadline, effects);
  findings.add([...fitFindings(deck), ...faults]);
  if (!slides) return nothingMade;
  const { marp, rendered } = slides;
  const assets = await deckAssets(rendered.assets, deck, dirname(input), files);
  const summary = await makeSummary(brief, input, request, folders, deadline, effects);
  templates.push(...summary.templates);
  const uncovered = await findUncovered(fonts, Object.values(theme.fonts), textsOf(deck, request));
  const house = await readBrand(input, brief.theme?.pptx ?? null, ownKinds(templates), request, files);
  const aim = { ...house.office, layouts: theme.layouts };
  const { office, diagnostics: absent } = await aimAtOffice(request, aim, rendered, fonts);
  const further = [summary, assets, house].flatMap(({ diagnostics }) => diagnostics);
  findings.add([...further, ...uncovered, ...absent]);
  if (findings.block()) return nothingMade;
  const fontCss = await fontFaces(rendered.html, rendered.css, fonts);
  const document = { deck, rendered, fontCss, assets: assets.urls, size, fitting: null };

  // document → HTML, PDF, PPTX → files
  const forms = briefForms(theme, fonts, summary);
  const ready = { deck, markdown: stripMarkers(marp.markdown), document, office, forms };
  const made = await makeOutputs(ready, request, effects, browser);
  findings.add(made.diagnostics);
  const outputs = findings.block() ? [] : await writeOutputs(made.outputs, input, request.out, disk);
  return { slides: deck.slides.length, outputs, held: made.held, imprint: imprintOf(deck) };
}

/** What a brief is composed with: all read for this deck alone. */
function composing(
  whole: Brief,
  { input, source, folders, templates }: Outlined,
  request: BuildRequest,
  effects: Effects,
): ComposingMeans {
  return {
    request,
    copy: () => editionCopy(whole, input, ownKinds(templates), request, effects.files),
    themeOf: (own) => chooseTheme(own, request.theme, folders, effects.files),
    fontsOf: ({ language }, families) => openFonts(effects, language ?? 'en', families, source),
    fitWith: fittingWith,
  };
}

/** What is set in the deck's fonts: its notes only where they are printed. */
function textsOf(deck: Deck, { formats, pdf }: BuildRequest) {
  return drawnTexts(deck, formats.includes('pdf') && pdf?.forms.includes('notes'));
}

function sourcesOf(templates: readonly TemplateSource[], input: string, source: string | null): Sources {
  const rows = templates.map(({ file, text }) => [file, text] as const);
  return new Map([...rows, ...(source === null ? [] : [[input, source] as const])]);
}
