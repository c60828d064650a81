import { inflateRawSync } from 'node:zlib';
import type { OpenDeck } from './browser/deck-page.js';
import { isMeasured, type MeasuredDeck } from './scene/scene.js';

/** As many slides as the page measures while the protocol carries their like. */
const partSize = 8;

/**
 * Measures a deck that is open in a page. All parts are asked for at once: while the page measures one, the protocol carries
 * those before it, and Node reads them. Each comes packed, for the protocol would take far longer over all the text.
 */
export async function measureDeck(page: OpenDeck, script: string): Promise<MeasuredDeck> {
  const ask = async (question: string): Promise<unknown> =>
    unpack(String(await page.evaluate(`__measure.${question}`)));
  const count = Number(await page.evaluate(`${script};__measure.start()`));
  const starts = Array.from({ length: Math.ceil(count / partSize) }, (_, part) => part * partSize);
  const [parts, media] = await Promise.all([
    Promise.all(starts.map((from) => ask(`part(${from}, ${from + partSize})`))),
    // Behind all parts, which find the pictures.
    ask('media()'),
  ]);
  const measured: unknown = { version: 1, scenes: parts.flat(), media };
  if (!isMeasured(measured)) throw new TypeError('the page was not measured');
  return measured;
}

function unpack(text: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString());
}
