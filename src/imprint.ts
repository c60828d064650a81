import type { BuildRequest } from './build-types.js';
import type { Deck } from './deck/deck.js';
import type { Effects } from './effects/effects.js';
import { readVersion } from './version.js';

/** What an edition is known by. */
export interface Imprint {
  readonly title: string;
  readonly edition: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date: string | null;
  /** BCP 47. */
  readonly language: string;
  /** The label alone, such as TLP:AMBER. */
  readonly marking: string | null;
}

/** The imprint of a deck, as its outputs carry it. */
export function imprintOf({ properties, language, marking }: Deck): Imprint {
  const { title, edition, date } = properties;
  return { title, edition, date, language, marking: marking?.label.text ?? null };
}

/** The deck with what its outputs say of their making: the program, and the date of the request where it has none of its own. */
export async function stamped(
  { date }: Pick<BuildRequest, 'date'>,
  deck: Deck,
  effects: Effects,
): Promise<Deck> {
  const generator = `briefdeck ${await readVersion(effects)}`;
  return { ...deck, properties: { ...deck.properties, date: deck.properties.date ?? date, generator } };
}
