import type { OpenDeck } from './browser/deck-page.js';
import { isMeasured, type MeasuredDeck } from './scene/scene.js';

/** Measures the deck of a page, by the script that does so there. */
export async function measureDeck(page: OpenDeck, script: string): Promise<MeasuredDeck> {
  // As text: the protocol takes far longer to carry a value of this depth.
  const text = await page.evaluate(`${script};__measure().then(JSON.stringify)`);
  const measured: unknown = JSON.parse(String(text));
  if (!isMeasured(measured)) throw new TypeError('the page was not measured');
  return measured;
}
