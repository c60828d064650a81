import type { TalkState } from './talk.js';

/** The two windows of a talk. */
export type Role = 'audience' | 'presenter';

/** Where the pointer is, as parts of the slide's width and height; null where none is shown. */
export type Spot = { readonly x: number; readonly y: number } | null;

/** What one window tells the other. No text of the deck is ever in it. */
export type News =
  | { readonly kind: 'state'; readonly state: TalkState }
  | { readonly kind: 'pointer'; readonly spot: Spot }
  | { readonly kind: 'ask' }
  | { readonly kind: 'here'; readonly state: TalkState }
  | { readonly kind: 'bye' };

interface Letter {
  readonly briefdeck: string;
  readonly from: Role;
  readonly sender: string;
  readonly number: number;
  readonly news: News;
}

/** Reads news; `isNew` when the other window was not heard before, as after it was loaded again. */
export type Reader = (news: News, isNew: boolean) => void;

/**
 * The way to the other window: by its reference, which works on files in every browser, and by a channel, which also finds a
 * window that was loaded again. A letter that comes both ways is read once, and an older one than the last is not read at all.
 */
export class Pair {
  readonly #sender = name();
  readonly #channel: BroadcastChannel | null;
  #other: Window | null = null;
  #number = 0;
  #last = { sender: '', number: 0 };
  #read: Reader = () => {};

  constructor(
    readonly key: string,
    readonly role: Role,
    readonly id: string,
  ) {
    this.#channel = openChannel(`briefdeck ${key} ${id}`);
    this.#channel?.addEventListener('message', ({ data }) => this.#take(data, null));
    addEventListener('message', ({ data, source }) => this.#take(data, source));
    addEventListener('pagehide', () => this.tell({ kind: 'bye' }));
    if (isWindow(window.opener)) this.#other = window.opener;
  }

  /** The other window, if it is known and open. */
  get other(): Window | null {
    return this.#other && !this.#other.closed ? this.#other : null;
  }

  /** Whether the other window was known and is closed. */
  get gone(): boolean {
    return this.#other?.closed ?? false;
  }

  set other(other: Window | null) {
    this.#other = other;
  }

  onNews(read: Reader): void {
    this.#read = read;
  }

  tell(news: News): void {
    this.#number += 1;
    const { key, role, other } = this;
    const letter: Letter = {
      briefdeck: key,
      from: role,
      sender: this.#sender,
      number: this.#number,
      news,
    };
    // A file has no origin to name; nothing but numbers of slides goes over.
    other?.postMessage(letter, '*');
    this.#channel?.postMessage(letter);
  }

  #take(data: unknown, source: MessageEventSource | null): void {
    if (!isLetter(data) || data.briefdeck !== this.key || data.from === this.role) return;
    if (isWindow(source)) this.#other = source;
    const { sender, number } = data;
    if (sender === this.#last.sender && number <= this.#last.number) return;
    const isNew = sender !== this.#last.sender;
    this.#last = { sender, number };
    this.#read(data.news, isNew);
  }
}

/** A name that no other pair has. */
export function name(): string {
  return Math.random().toString(36).slice(2, 12);
}

function openChannel(channel: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channel);
  } catch {
    return null;
  }
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'closed' in value;
}

function isLetter(value: unknown): value is Letter {
  return typeof value === 'object' && value !== null && 'briefdeck' in value && 'news' in value;
}
