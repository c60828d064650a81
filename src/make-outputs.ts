import type { DeckBrowser } from './browser/browser.js';
import type { BuildRequest } from './build-types.js';
import { type DrawableDeck, type DrawnDeck, type DrawScripts, drawDeck } from './draw-deck.js';
import type { Effects } from './effects/effects.js';
import { assembleDocument } from './marp/document.js';
import { timed } from './output.js';
import { pageScript, pageStyle } from './page-script.js';
import { describeDeck } from './player/describe-deck.js';

/** A deck that is ready to be made in any format. */
export interface ReadyDeck extends DrawableDeck {
  /** Marp Markdown without markers. */
  readonly markdown: string;
}

/** Makes every format that was asked for; nothing is written yet, so that a failure leaves all files as they were. */
export async function makeOutputs(
  ready: ReadyDeck,
  request: Pick<BuildRequest, 'formats' | 'scale' | 'pdf'>,
  effects: Effects,
  browser: DeckBrowser | null,
): Promise<DrawnDeck> {
  const { markdown } = ready;
  const { formats } = request;
  const drawing = browser
    ? drawDeck(ready, request, browser, await pageScripts(effects))
    : { outputs: [], diagnostics: [], held: null };
  // While the browser lays the deck out.
  const texts = [
    formats.includes('md') ? timed('md', async () => encode(markdown)) : null,
    formats.includes('html') ? timed('html', async () => presented(ready, effects)) : null,
  ];
  const [drawn, ...written] = await Promise.all([drawing, ...texts]);
  return { ...drawn, outputs: [...written.filter((output) => output !== null), ...drawn.outputs] };
}

async function pageScripts(effects: Effects): Promise<DrawScripts> {
  const [measure, pictures] = await Promise.all([
    pageScript('measure', effects),
    pageScript('pictures', effects),
  ]);
  return { measure, pictures };
}

/** The document that people open: the deck with its player. */
async function presented({ deck, document }: ReadyDeck, effects: Effects): Promise<Uint8Array> {
  const [script, css] = await Promise.all([pageScript('player', effects), pageStyle('player', effects)]);
  return encode(assembleDocument(document, { script, css, data: describeDeck(deck) }));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
