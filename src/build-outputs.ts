import type { DeckBrowser } from './browser/browser.js';
import type { BuildRequest, Format, OutputReport } from './build-types.js';
import type { PlaceOf } from './check/check-scenes.js';
import type { Deck } from './deck/deck.js';
import { type DrawnDeck, drawDeck, timed } from './draw-deck.js';
import type { Effects } from './effects/effects.js';
import { sha256 } from './effects/node.js';
import { assembleDocument, type DocumentParts } from './marp/document.js';
import { outputPath } from './output-path.js';
import { removeStalePictures } from './picture-files.js';
import { playerCss } from './player/player.js';

/** One output, made and not yet written. */
export interface Output {
  readonly format: Format;
  /** What its name ends with behind the deck's own: `.pdf`, `-01.png`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly ms: number;
}

/** A deck that is ready to be written in any format. */
export interface ReadyDeck {
  readonly deck: Deck;
  /** Marp Markdown without markers. */
  readonly markdown: string;
  readonly parts: DocumentParts;
  /** Where a text of the outline stands in its file. */
  readonly placeOf: PlaceOf;
}

/** Makes every format that was asked for; nothing is written yet, so that a failure leaves all files as they were. */
export async function makeOutputs(
  ready: ReadyDeck,
  request: BuildRequest,
  effects: Effects,
  browser: DeckBrowser | null,
): Promise<DrawnDeck> {
  const { markdown, parts, placeOf } = ready;
  const { formats } = request;
  const drawing = browser
    ? drawDeck(ready, request, browser, await pageScript('measure', effects), placeOf)
    : { outputs: [], diagnostics: [] };
  // While the browser lays the deck out.
  const texts = [
    formats.includes('md') ? timed('md', async () => encode(markdown)) : null,
    formats.includes('html') ? timed('html', async () => presented(parts, effects)) : null,
  ];
  const [drawn, ...written] = await Promise.all([drawing, ...texts]);
  return { ...drawn, outputs: [...written.filter((output) => output !== null), ...drawn.outputs] };
}

/** Writes outputs whole, one after the other; pictures of an earlier, longer deck do not outlive the new ones. */
export async function writeOutputs(
  outputs: readonly Output[],
  input: string,
  out: string,
  { files }: Effects,
): Promise<readonly OutputReport[]> {
  const written: OutputReport[] = [];
  for (const { format, ending, bytes, ms } of outputs) {
    const path = outputPath(input, ending, out);
    await files.write(path, bytes);
    written.push({ format, path, bytes: bytes.length, sha256: sha256(bytes), ms });
  }
  const paths = written.map(({ path }) => path);
  if (outputs.some(({ format }) => format === 'png')) await removeStalePictures(input, out, paths, files);
  return written;
}

/** The document that people open: the deck with its player. */
async function presented(parts: DocumentParts, effects: Effects): Promise<Uint8Array> {
  const script = (await pageScript('player', effects)).trim();
  return encode(assembleDocument(parts, { script, css: playerCss }));
}

async function pageScript(name: 'measure' | 'player', { files, packageRoot }: Effects): Promise<string> {
  return new TextDecoder().decode(await files.read(`${packageRoot}/dist/page/${name}.js`));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
