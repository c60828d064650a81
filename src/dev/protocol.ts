import type { Severity } from '../diagnostics/diagnostic.js';
import type { OutlineEdit } from './outline-edit.js';
import { readEdit } from './read-edit.js';

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
  /** Its place in the outline's `slides`, from 0; null for one that briefdeck added. Slides that one continues share it. */
  readonly outline: number | null;
}

/** A slide as the outline has it, drawn or not. */
export interface OutlineSlide {
  readonly title: string;
  readonly hidden: boolean;
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
  /** The outline that is drawn. `version` rises with every change; `refusal` says why nothing of it can be edited in place. */
  | {
      readonly kind: 'outline';
      readonly version: number;
      readonly slides: readonly OutlineSlide[];
      readonly refusal: string | null;
    }
  /** What stands against the newest input; none when it could be drawn. */
  | { readonly kind: 'trouble'; readonly rows: readonly ShownTrouble[] }
  | {
      readonly kind: 'outputs';
      readonly state: 'working' | 'done' | 'failed';
      readonly files: readonly ShownOutput[];
      readonly ms: number;
    };

/** What a page asks about the outline, or for in it. */
export type EditRequest =
  /** The text of a pointer as the outline has it. */
  | { readonly kind: 'text'; readonly pointer: string }
  /** Slides are moved and hidden by the numbers of this version of the outline. */
  | { readonly kind: 'edit'; readonly edit: OutlineEdit; readonly version: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** What a page asks of the server. */
export type PageRequest =
  | EditRequest
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

/** A text that can be edited in place, as the outline has it. */
export interface WrittenText {
  /** Of the scalar itself. */
  readonly pointer: string;
  readonly text: string;
  /** `data/x.yaml:41`. */
  readonly place: string;
}

/** What the server answers. */
export type PageAnswer =
  | {
      readonly ok: true;
      readonly opened?: OpenedPlace;
      readonly text?: WrittenText;
      /** Where the file was changed; null where it was so already. */
      readonly edited?: { readonly place: string | null };
    }
  /** `there` is what the file says instead of what the page took it to say. */
  | { readonly ok: false; readonly reason: string; readonly there?: string };

/** The request that a body holds; null where it is none. */
export function readRequest(body: string): PageRequest | null {
  const value = parse(body);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const { kind } = value;
  if (kind === 'build' || kind === 'undo' || kind === 'redo') return { kind };
  if ((kind === 'open' || kind === 'text') && 'pointer' in value && typeof value.pointer === 'string')
    return { kind, pointer: value.pointer };
  if (kind === 'edit' && 'edit' in value && 'version' in value) {
    const edit = readEdit(value.edit);
    return edit && typeof value.version === 'number' ? { kind, edit, version: value.version } : null;
  }
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
