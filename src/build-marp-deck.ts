import { dirname } from 'node:path';
import { readBrand } from './brand-template.js';
import type { BuildRequest } from './build-types.js';
import type { Deck } from './deck/deck.js';
import { withholdNotes } from './deck/withhold-notes.js';
import { marpForms } from './deck-forms.js';
import { type BuiltDeck, deckReport, type Made, nothingMade } from './deck-report.js';
import { blocks, diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { findUncovered } from './fonts/coverage.js';
import { fontFaces, openFonts } from './fonts/font-faces.js';
import { pinFamilies } from './fonts/pin-families.js';
import { familiesIn } from './fonts/used-faces.js';
import { imprintOf, stamped } from './imprint.js';
import { makeOutputs } from './make-outputs.js';
import { summaryFinding } from './make-summary.js';
import { loadAssets } from './marp/assets.js';
import { katexFontCss } from './marp/katex-fonts.js';
import { languageOf } from './marp/language-of.js';
import { marpDeck } from './marp/marp-deck.js';
import { marpFindings } from './marp/marp-findings.js';
import { marpThemes } from './marp/marp-themes.js';
import type { RenderedMarpDeck } from './marp/render-marp-deck.js';
import { withoutComments } from './marp/without-comments.js';
import { aimAtOffice } from './office-aim.js';
import { decode } from './outline/decode.js';
import { writeOutputs } from './output.js';
import { pageScript } from './page-script.js';
import { renderMarpSource } from './render-deck.js';
import type { Means } from './whole-deck.js';

/** What to write into a deck that holds nothing. */
export const startHint = 'A Marp deck is Markdown: a `#` heading on each slide, and `---` between them.';

const noAudience = 'A Marp deck names no audiences; `--audience` is for outlines.';

/** The way of a Marp deck of the user's own: it enters where templates end. Nothing of it blocks but a file that is no text. */
export async function buildMarpDeck(
  input: string,
  { request, effects, browser, disk, deadline }: Means,
): Promise<BuiltDeck> {
  const found: Diagnostic[] = [];
  const source = decode(await effects.files.read(input), input, startHint);
  const end = (title: string | null, made: Omit<Made, 'diagnostics'>): BuiltDeck => {
    const report = deckReport(input, title, { ...made, diagnostics: found }, request.strict);
    const sources = new Map(typeof source === 'string' ? [[input, source]] : []);
    return { report, sources, imprint: made.imprint };
  };
  if (typeof source !== 'string') {
    found.push(source);
    return end(null, nothingMade);
  }
  const themes = await marpThemes(request, effects);
  const house = await readBrand(input, null, [], request, effects.files);
  const audience = request.audience ? [diagnostic('AUD-2', noAudience, { file: input })] : [];
  found.push(...themes.diagnostics, ...audience, ...house.diagnostics);
  if (found.some(blocks)) return end(null, nothingMade);

  // Marp Markdown → document → HTML, PDF, PPTX → files
  const { rendered, diagnostics: faults } = await renderMarpSource(source, themes.css, deadline, effects);
  found.push(...faults.map((fault) => ({ ...fault, file: input })));
  if (!rendered) return end(null, nothingMade);
  const drawn = await marpDocument(input, source, rendered, request, effects);
  const { deck, document, fonts, forms } = drawn;
  found.push(...drawn.diagnostics, ...summaryFinding(input, request));
  const aim = { ...house.office, layouts: null };
  const { office, diagnostics: absent } = await aimAtOffice(request, aim, document.rendered, fonts);
  found.push(...placeInMarp(absent, input));
  const ready = { ...spoken(deck, source, rendered, request), document, office, forms };
  const made = await makeOutputs(ready, request, effects, browser);
  found.push(...placeInMarp(made.diagnostics, input));
  const outputs = await writeOutputs(made.outputs, input, request.out, disk);
  const imprint = imprintOf(deck);
  const { held } = made;
  return end(deck.properties.title, { slides: rendered.slideCount, outputs, held, imprint, ignored: [] });
}

/** The deck and its Markdown, with the notes that may go out. */
function spoken(deck: Deck, source: string, { comments }: RenderedMarpDeck, { notes }: BuildRequest) {
  const choice = notes ?? 'by-marking';
  const markdown = choice === 'none' ? withoutComments(source, comments.flat()) : source;
  return { deck: withholdNotes(deck, choice).deck, markdown };
}

/** The document of a rendered deck, with its fonts pinned and its pictures inside. */
export async function marpDocument(
  input: string,
  source: string,
  rendered: RenderedMarpDeck,
  request: Pick<BuildRequest, 'date'>,
  effects: Effects,
) {
  const { files } = effects;
  const { html, directives, size } = rendered;
  const language = languageOf(source, directives.language);
  const named = marpDeck(rendered, input.replace(/^.*[\\/]|\.md$/giu, ''), language, request.date);
  const deck = await stamped(request, named, effects);
  const { css, replaced } = pinFamilies(rendered.css, language);
  const { urls, faults } = await loadAssets(rendered.assets, dirname(input), files);
  const families = familiesIn(css);
  const fonts = await openFonts(effects, language, families, source);
  const uncovered = await findUncovered(fonts, families, [{ text: source, at: null }]);
  const faces = async (drawn: string, rules: string) =>
    (await Promise.all([fontFaces(drawn, rules, fonts), katexFontCss(drawn, files)])).join('\n');
  const fitting = rendered.scales ? await pageScript('scaling', effects) : null;
  const fontCss = await faces(html, css);
  return {
    deck,
    fonts,
    document: { deck, rendered: { ...rendered, css }, fontCss, assets: urls, size, fitting },
    forms: marpForms(faces, effects),
    diagnostics: [
      ...marpFindings({ input, source, rendered, replaced, faults }),
      ...placeInMarp(uncovered, input),
    ],
  };
}

/** Findings of a Marp deck point at its lines: `#L12` is line 12. What the layout does is the author's theme's, so it only warns. */
export function placeInMarp(findings: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  return findings.map((finding) => {
    const line = /^#L(\d+)$/u.exec(finding.pointer ?? '')?.[1];
    const severity = finding.severity === 'error' ? ('warning' as const) : finding.severity;
    return {
      ...finding,
      severity,
      file: finding.file ?? file,
      pointer: null,
      line: line ? Number(line) : null,
      column: line ? 1 : null,
    };
  });
}
