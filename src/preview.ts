import type { BuildRequest } from './build-types.js';
import type { Sources } from './deck-report.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';

/** A deck as the preview shows it: the slides of the document, one by one. */
export interface PreviewDeck {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Size of a slide in px. */
  readonly size: { readonly width: number; readonly height: number };
  /** Style sheet of all slides. */
  readonly css: string;
  /** `@font-face` rules with the fonts inside. */
  readonly fontCss: string;
  readonly slides: readonly PreviewSlide[];
  /** Whether headings or code fit themselves into their place, by Marp's own script. */
  readonly scales: boolean;
}

/** One slide: its `<svg>`, and what belongs to it alone. */
export interface PreviewSlide {
  readonly html: string;
  /** Rules of its own. */
  readonly css: string;
  /** What it is called in lists. */
  readonly title: string;
  /** `/slides/3`; null for a slide that briefdeck added. */
  readonly pointer: string | null;
  /** The same for the same slide wherever it stands in the deck. */
  readonly likeness: string;
}

/** A place in the input, from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** What became of an input. */
export interface Preview {
  /** Null where what was found keeps it from being drawn. */
  readonly deck: PreviewDeck | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that findings point into. */
  readonly sources: Sources;
  /** The place of a pointer, as `data-src` has it; null where it names none. */
  readonly placeOf: (pointer: string) => SourcePlace | null;
  /** Findings of later steps with their places. */
  readonly place: (findings: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Further findings that cost more time than a person should wait for. */
  readonly late: () => Promise<readonly Diagnostic[]>;
}

/** What a preview is made for. */
export type PreviewRequest = Pick<BuildRequest, 'theme' | 'templates' | 'date' | 'audience' | 'notes'>;
