import type { DeckBrowser } from './browser/browser.js';
import type { BuildRequest } from './build-types.js';
import type { Deadline } from './deadline.js';
import { type BuiltDeck, brokenDeck } from './deck-report.js';
import type { Effects, Files } from './effects/effects.js';
import type { KeptDeck, KeptDecks } from './kept-decks.js';
import { type Observation, type ObservedFiles, observe } from './observe-files.js';
import { writeOutput } from './output.js';
import { outputPath } from './output-path.js';

/** What a deck is made with. */
export interface Means {
  readonly request: BuildRequest;
  /** Its files remember what was asked of them. */
  readonly effects: Effects;
  /** Null where no output needs one. */
  readonly browser: DeckBrowser | null;
  /** The time by which the deck must be done. */
  readonly deadline: Deadline;
  /** Where outputs go; what is asked here is no input. */
  readonly disk: Files;
}

/** The way of one kind of input, from its file to its outputs. */
export type DeckWay = (input: string, means: Means) => Promise<BuiltDeck>;

/** What goes on around the making of decks. */
export interface Around {
  readonly kept?: KeptDecks;
  /** What a deck asked of the disk, also where it came to nothing. */
  readonly onAsked?: (input: string, observations: readonly Observation[]) => void;
}

/** The decks of a request that need not be made again, by input. */
export async function recallDecks(
  { inputs }: BuildRequest,
  kept: KeptDecks | undefined,
): Promise<ReadonlyMap<string, KeptDeck>> {
  if (!kept) return new Map();
  const found = await Promise.all(inputs.map(async (input) => [input, await kept.recall(input)] as const));
  return new Map(found.flatMap(([input, deck]) => (deck ? [[input, deck] as const] : [])));
}

/** Makes one deck, seals it where that is asked for, and keeps what came of it for the next run. */
export async function wholeDeck(
  input: string,
  way: DeckWay,
  { request, effects, browser, deadline }: Omit<Means, 'disk'>,
  { kept, onAsked }: Around,
): Promise<BuiltDeck> {
  const disk = effects.files;
  const observed = observe(disk);
  // Asked before the deck is drawn: after its last one the browser ends.
  const version = request.seal && browser ? browserVersion(browser) : null;
  try {
    const own = { ...effects, files: observed.files };
    const made = await way(input, { request, effects: own, browser, deadline, disk });
    const built = request.seal ? await sealed(made, observed, await version, { request, effects }) : made;
    const observations = observed.observations();
    if (observations) await kept?.keep(input, built, observations);
    return built;
  } catch (error) {
    return brokenDeck(input, error);
  } finally {
    onAsked?.(input, observed.asked());
  }
}

/** A browser that does not come up is told of where the deck is drawn. */
function browserVersion(browser: DeckBrowser): Promise<string | null> {
  return browser.describe().then(
    ({ version }) => version,
    () => null,
  );
}

/** The deck with its manifest, written last: it speaks of files that are there. */
async function sealed(
  built: BuiltDeck,
  observed: ObservedFiles,
  browser: string | null,
  { request, effects }: Pick<Means, 'request' | 'effects'>,
): Promise<BuiltDeck> {
  const { report, imprint } = built;
  const { input, outputs } = report;
  if (!imprint || outputs.length === 0) return built;
  const { manifestEnding, sealEdition } = await import('./seal.js');
  const edition = { input, imprint, outputs, observations: observed.asked(), browser };
  const bytes = await sealEdition(edition, effects);
  const path = outputPath(input, manifestEnding, request.out);
  const manifest = await writeOutput('manifest', path, bytes, 0, effects.files);
  return { ...built, report: { ...report, outputs: [...outputs, manifest] } };
}
