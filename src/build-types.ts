import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { PdfRequest } from './pdf-request.js';
import type { LineTarget } from './pptx/text/line-model.js';

/** What a deck can be written as. */
export type Format = 'html' | 'pdf' | 'pptx' | 'md' | 'png' | 'sheet' | 'social';

/** One run: which outlines, to what, where. */
export interface BuildRequest {
  readonly inputs: readonly string[];
  readonly formats: readonly Format[];
  /** The folder that outputs go to. */
  readonly out: string;
  /** Name of a theme, over the outline's own; null keeps it. */
  readonly theme: string | null;
  /** A folder with `slides/` and `themes/` of the user's own; null for `templates/` in the working folder, if there. */
  readonly templates: string | null;
  /** The date in the properties of a deck whose outline has none, `YYYY-MM-DD`; null for no date. No slide shows it. */
  readonly date: string | null;
  /** Warnings fail. */
  readonly strict: boolean;
  /** Which PDFs are made; the slides alone where nothing is said. */
  readonly pdf?: PdfRequest;
  /** Pixels of a picture for each CSS px of the slide, 1 to 4. */
  readonly scale: number;
  /** Path of a browser; null finds one. */
  readonly browser: string | null;
  /** Whose way of setting lines the PPTX aims at; PowerPoint's where nothing is said. */
  readonly pptxFor?: LineTarget;
  /** How many decks are made at a time, 1 or more. */
  readonly concurrency: number;
}

/** One file that was written. */
export interface OutputReport {
  readonly format: Format;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Time that this output took by itself, in ms. */
  readonly ms: number;
}

/** What became of one outline. */
export interface DeckReport {
  readonly input: string;
  readonly title: string | null;
  readonly slides: number;
  readonly outputs: readonly OutputReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: 0 | 1 | 3 | 4;
}

/** The document that `--json` prints. */
export interface BuildReport {
  readonly version: 1;
  readonly ok: boolean;
  readonly decks: readonly DeckReport[];
}
