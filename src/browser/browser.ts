import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { DeckScripts, OpenDeck, SlideSize } from './deck-page.js';
import { embeddedEntry, embeddedPackage, unpackEmbedded } from './embedded.js';
import { findBrowser } from './find.js';
import { type Host, thisHost } from './host.js';
import { launch, type RunningBrowser } from './launch.js';
import { type LentPage, PageSource } from './page-source.js';
import { sweepPrivateFolders } from './private-folder.js';
import { Turns } from './turns.js';

/** How to get a browser. */
export interface BrowserRequest {
  /** What `--browser` names; null where it is not given. */
  readonly path: string | null;
  readonly env: Host['env'];
  /** Decks open at once, 1 or more. */
  readonly concurrency: number;
  /** How many decks will be drawn at the most: after the last one the browser ends by itself, while its outputs are written. */
  readonly decks?: number;
  /** The page of the next deck is made while nobody waits for it: for decks that come one by one. */
  readonly ahead?: boolean;
  /** Time that one deck may take in the browser with its one retry, in ms; the default of the command is 60 000. */
  readonly deadline: number;
  /** Says what a person waits for, such as the first unpacking. */
  readonly say: (message: string) => void;
}

/** A document to open. */
export interface DeckDocument {
  readonly html: string;
  /** Page size in CSS px. */
  readonly size: SlideSize;
  readonly scripts?: DeckScripts;
  /** What is left of the deck's own time, in ms; absent, the deck has the deadline of the browser from now on. */
  readonly left?: () => number;
}

/** Facts on the browser for `doctor`. */
export interface BrowserDescription {
  readonly source: string;
  readonly reason: string;
  readonly executable: string;
  readonly version: string;
  readonly sandboxed: boolean;
  readonly notes: readonly string[];
}

/** One browser for a whole run. */
export interface DeckBrowser {
  /**
   * Opens a deck, hands it to `use`, closes it. When the browser is lost or the deadline passes, `use` runs once more on a new
   * browser, so it must only compute; after that it is a BriefdeckError with exit code 3.
   */
  withDeck<T>(document: DeckDocument, use: (deck: OpenDeck) => Promise<T>): Promise<T>;
  describe(): Promise<BrowserDescription>;
  /** Ends the browser; nothing of it is left. */
  close(): Promise<void>;
}

/** Starts the browser and returns at once: it comes up while Node does something else. A failure shows at the first use. */
export function startBrowser(request: BrowserRequest): DeckBrowser {
  const host = thisHost(request.env);
  const source = new PageSource((closing) => findAndLaunch(request, host, closing), request.ahead);
  const turns = new Turns(request.concurrency);
  let left = request.decks ?? Number.POSITIVE_INFINITY;
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= source.close();
    return closing;
  };
  const drawn = () => {
    left -= 1;
    // A failure shows where the end is waited for.
    if (left === 0) close().catch(() => {});
  };
  source.start();
  return {
    withDeck: (document, use) =>
      turns.take(() => withRetry(source, document, use, timeOf(document, request.deadline))).finally(drawn),
    describe: async () => {
      const { choice, version, sandboxed, notes } = await source.browser();
      return { ...choice, version, sandboxed, notes };
    },
    close,
  };
}

async function findAndLaunch(
  request: BrowserRequest,
  host: Host,
  closing: AbortSignal,
): Promise<RunningBrowser> {
  const choice = await findBrowser(request.path, host, async () => {
    const embedded = embeddedPackage();
    // The package holds a glibc build for x64 alone.
    if (!embedded || host.platform !== 'linux' || host.arch !== 'x64') return null;
    return embeddedEntry('browser', await unpackEmbedded('browser', embedded, host, request.say));
  });
  const browser = await launch(choice, host, { ms: request.deadline / 4, closing });
  // Behind the user's back and not waited for: what is left of killed runs costs nobody time.
  void sweepPrivateFolders(host).catch(() => {});
  return browser;
}

/** Where a deck hangs, the first attempt leaves time for another: what hangs once may be the browser. */
const firstShare = 0.6;

/** The time that a deck has in all, and what is left of it. */
interface Time {
  readonly allowed: number;
  readonly left: () => number;
}

function timeOf({ left }: DeckDocument, allowed: number): Time {
  const end = performance.now() + allowed;
  return { allowed, left: left ?? (() => end - performance.now()) };
}

async function withRetry<T>(
  source: PageSource,
  document: DeckDocument,
  use: (deck: OpenDeck) => Promise<T>,
  { allowed, left }: Time,
): Promise<T> {
  const first = await attempt(source, document, use, left() * firstShare);
  if (first.done) return first.value;
  const second = await attempt(source, document, use, left());
  if (second.done) return second.value;
  const hint =
    second.reason === 'deadline'
      ? 'Split the deck, look for a slide that is very heavy to draw, or give it longer with --timeout.'
      : null;
  throw new BriefdeckError(messages[second.reason](allowed), exitCodes.browser, hint, {
    cause: second.cause,
  });
}

const messages = {
  deadline: (ms: number) =>
    `The browser did not finish within the ${ms / 1000} s of a deck, nor when it was started anew`,
  lost: () => 'The browser was lost while it drew the deck, twice',
};

type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly reason: keyof typeof messages; readonly cause: unknown };

async function attempt<T>(
  source: PageSource,
  { html, size, scripts = 'none' }: DeckDocument,
  use: (deck: OpenDeck) => Promise<T>,
  ms: number,
): Promise<Attempt<T>> {
  let lent: LentPage | null = null;
  let timer: NodeJS.Timeout | undefined;
  let sound = false;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, ms));
  });
  try {
    lent = await source.lend(late);
    if (lent === null) return { done: false, reason: 'deadline', cause: null };
    const { page, lost } = lent;
    const drawn = page.show(html, size, scripts).then(() => use(page));
    const outcome = await Promise.race([
      drawn.then((value): Attempt<T> => ({ done: true, value })),
      lost.then((): Attempt<T> => ({ done: false, reason: 'lost', cause: null })),
      late.then((): Attempt<T> => ({ done: false, reason: 'deadline', cause: null })),
    ]);
    sound = outcome.done;
    return outcome;
  } catch (cause) {
    // When the process or the page goes, what is asked of it fails before the end is seen.
    if (isLoss(cause)) return { done: false, reason: 'lost', cause };
    sound = true;
    throw cause;
  } finally {
    clearTimeout(timer);
    await lent?.giveBack(sound);
  }
}

/** What Puppeteer throws when a connection or a page is gone under a call; told by name, for the classes are not exported. */
function isLoss(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return (
    cause.name === 'TargetCloseError' ||
    cause.name === 'ConnectionClosedError' ||
    (cause.name === 'ProtocolError' && /closed|detached|crashed/iu.test(cause.message))
  );
}
