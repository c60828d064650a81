import type { PageDeck } from './slides.js';
import type { Position, Talk } from './talk.js';

/** What the part after `#` asks for: the presenter view stands before the slide, `#presenter/12`. */
export interface Address {
  readonly presenter: boolean;
  /** Names the pair of windows; null where the address names none. */
  readonly pair: string | null;
  /** The slide; null where it names none that is there. */
  readonly slide: number | null;
}

/** Reads the address: `#12`, the name of a slide, or of anything on a slide. */
export function readAddress({ slides }: PageDeck): Address {
  const hash = decodeHash(location.hash.slice(1));
  const [, pair = null, rest = hash] = /^presenter\/(?:(\w+)\/)?(.*)$/u.exec(hash) ?? [];
  const number = /^\d+$/u.test(rest) ? Number(rest) : null;
  const holder = rest === '' ? null : document.getElementById(rest);
  const named = slides.findIndex(({ element }) => holder !== null && element.contains(holder));
  const slide = number !== null ? number - 1 : named;
  return {
    presenter: hash.startsWith('presenter/'),
    pair: pair || null,
    slide: slide >= 0 && slide < slides.length ? slide : null,
  };
}

/** The address of a slide. */
export function addressOf(slide: number, presenter: string | null = null): string {
  return presenter === null ? `#${slide + 1}` : `#presenter/${presenter}/${slide + 1}`;
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Keeps address, history and memory in step with the talk, both ways. */
export function keepAddress(talk: Talk, deck: PageDeck, presenter: string | null): void {
  talk.follow(({ slide, step }, before, cause) => {
    remember(resumeKey(), { slide, step });
    if (cause === 'history') return;
    // Turns by hand can be gone back on; a key held down and the other window leave no trail.
    const turned = slide !== before.slide && cause === 'hand';
    try {
      history[turned ? 'pushState' : 'replaceState']({ step }, '', addressOf(slide, presenter));
    } catch {
      // Safari allows a hundred in half a minute; the slide is shown all the same.
    }
  });
  addEventListener('popstate', ({ state }) => {
    const { slide } = readAddress(deck);
    if (slide !== null) talk.set({ slide, step: stepIn(state) }, 'history');
  });
}

/** Where to begin: where the address says, else where one was in this tab, else at the first slide. */
export function startPosition(deck: PageDeck): Position {
  const { slide } = readAddress(deck);
  if (slide !== null) return { slide, step: stepIn(history.state) };
  const kept = recall(resumeKey());
  return isPosition(kept) ? kept : { slide: 0, step: 0 };
}

function stepIn(state: unknown): number {
  return isPosition({ slide: 0, ...Object(state) }) ? Number(Object(state).step) : 0;
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'slide' in value &&
    typeof value.slide === 'number' &&
    'step' in value &&
    typeof value.step === 'number'
  );
}

/** Every deck of a folder may share the memory of the browser, so its path is in the key. */
function resumeKey(): string {
  return `briefdeck ${location.pathname} ${document.title}`;
}

/** Keeps a value for this tab; where the browser keeps none, nothing is lost but the memory. */
export function remember(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {}
}

/** What was kept for this tab; null where nothing was. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
