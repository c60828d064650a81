import type { DeckBrowser } from './browser/browser.js';
import type { Format, OutputReport } from './build-types.js';
import type { Deck } from './deck/deck.js';
import type { Effects } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import { assembleDocument, type DocumentParts } from './marp/document.js';
import { outputPath } from './output-path.js';
import { finishPdf } from './pdf/finish-pdf.js';
import { playerCss } from './player/player.js';

/** One output, made and not yet written. */
export interface Output {
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly ms: number;
}

/** A deck that is ready to be written in any format. */
export interface ReadyDeck {
  readonly deck: Deck;
  /** Marp Markdown without markers. */
  readonly markdown: string;
  readonly parts: DocumentParts;
}

/** Makes every format that was asked for; nothing is written yet, so that a failure leaves all files as they were. */
export async function makeOutputs(
  { deck, markdown, parts }: ReadyDeck,
  formats: readonly Format[],
  effects: Effects,
  browser: DeckBrowser | null,
): Promise<readonly Output[]> {
  const make = async (format: Format, work: () => Promise<Uint8Array>): Promise<readonly Output[]> => {
    if (!formats.includes(format)) return [];
    const start = performance.now();
    return [{ format, bytes: await work(), ms: Math.round(performance.now() - start) }];
  };
  const outputs = [
    ...(await make('md', async () => encode(markdown))),
    ...(await make('html', async () => encode(assembleDocument(parts, await player(effects))))),
  ];
  if (!browser) return outputs;
  const document = { html: assembleDocument(parts, null), size: parts.size };
  const drawn = await browser.withDeck(document, (page) =>
    make('pdf', async () => finishPdf(await page.print(), pdfFacts(deck))),
  );
  return [...outputs, ...drawn];
}

/** Writes outputs whole, one after the other. */
export async function writeOutputs(
  outputs: readonly Output[],
  input: string,
  out: string,
  { files }: Effects,
): Promise<readonly OutputReport[]> {
  const written: OutputReport[] = [];
  for (const { format, bytes, ms } of outputs) {
    const path = outputPath(input, format, out);
    await files.write(path, bytes);
    written.push({ format, path, bytes: bytes.length, sha256: sha256(bytes), ms });
  }
  return written;
}

async function player({ files, packageRoot }: Effects) {
  const script = new TextDecoder().decode(await files.read(`${packageRoot}/dist/page/player.js`));
  return { script: script.trim(), css: playerCss };
}

function pdfFacts(deck: Deck) {
  const { title, subject, authors, keywords, date } = deck.properties;
  const outline = deck.slides.map((slide) => ({
    title: slide.headline.text,
    page: slide.number,
    level: slide.kind === 'section' || slide.section === 0 ? 1 : 2,
  }));
  const { language, direction } = deck;
  const facts = { title, subject, authors, keywords, date, language, direction };
  return { ...facts, creator: 'briefdeck', slideCount: deck.slides.length, outline };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
