import type { Severity } from '../diagnostics/diagnostic.js';

/** Names of the addresses below the token, and of the header that a page's own requests carry. */
export const routes = {
  page: '',
  script: 'dev.js',
  style: 'dev.css',
  /** Marp's own script, for decks that fit headings into their place. */
  scaling: 'scaling.js',
  events: 'events',
  ask: 'ask',
  pictures: 'picture/',
} as const;

/** A slide as the page draws it. */
export interface ShownSlide {
  /** Stays the same while the slide does, wherever it goes and whatever is edited in it. */
  readonly id: string;
  /** Its `<svg>`. */
  readonly html: string;
  /** Rules of its own. */
  readonly css: string;
  readonly title: string;
}

/** A finding as the page lists it. */
export interface ShownFinding {
  /** What `{ kind: 'open-finding' }` calls it. */
  readonly ref: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** `data/x.yaml:41:9`; null where it has no place. */
  readonly place: string | null;
  /** As `data-src` has it. */
  readonly pointer: string | null;
  /** The slide that it shows on. */
  readonly slide: string | null;
}

/** A finding that keeps the deck from being drawn, with its source line and the caret as on a terminal. */
export interface ShownTrouble extends ShownFinding {
  readonly text: string;
}

/** One file of a build. */
export interface ShownOutput {
  readonly path: string;
  readonly bytes: number;
}

/** What the server tells every open page. */
export type ServerMessage =
  | {
      readonly kind: 'deck';
      /** Rises with every message of this kind. */
      readonly revision: number;
      readonly file: string;
      readonly title: string;
      readonly language: string;
      readonly direction: 'ltr' | 'rtl';
      readonly size: { readonly width: number; readonly height: number };
      /** Null where it is as it was. */
      readonly css: string | null;
      readonly fontCss: string | null;
      readonly scales: boolean;
      /** Ids of all slides, in order. */
      readonly order: readonly string[];
      /** Those that are new or changed. */
      readonly slides: readonly ShownSlide[];
    }
  | {
      readonly kind: 'findings';
      readonly rows: readonly ShownFinding[];
      /** Whether the layout is still being looked at, or cannot be. */
      readonly layout: 'pending' | 'checked' | 'unavailable';
    }
  /** What stands against the newest input; none when it could be drawn. */
  | { readonly kind: 'trouble'; readonly rows: readonly ShownTrouble[] }
  | {
      readonly kind: 'outputs';
      readonly state: 'working' | 'done' | 'failed';
      readonly files: readonly ShownOutput[];
      readonly ms: number;
    };

/** What a page asks of the server. */
export type PageRequest =
  /** Open the source of a text in the editor. */
  | { readonly kind: 'open'; readonly pointer: string }
  | { readonly kind: 'open-finding'; readonly ref: number }
  /** Write the outputs. */
  | { readonly kind: 'build' };

/** A place in the source, and what became of opening it. */
export interface OpenedPlace {
  /** `data/x.yaml:41:9`. */
  readonly place: string;
  /** The line as it stands there. */
  readonly source: string;
  /** The program that was asked to open it; null where none was. */
  readonly editor: string | null;
  /** Why it was not opened; null where it was. */
  readonly note: string | null;
}

/** What the server answers. */
export type PageAnswer =
  | { readonly ok: true; readonly opened?: OpenedPlace }
  | { readonly ok: false; readonly reason: string };

/** The request that a body holds; null where it is none. */
export function readRequest(body: string): PageRequest | null {
  const value = parse(body);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'build') return { kind: 'build' };
  if (value.kind === 'open' && 'pointer' in value && typeof value.pointer === 'string')
    return { kind: 'open', pointer: value.pointer };
  if (value.kind === 'open-finding' && 'ref' in value && typeof value.ref === 'number')
    return { kind: 'open-finding', ref: value.ref };
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
