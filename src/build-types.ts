import type { PlacedIgnore } from './check/ignored.js';
import type { HeldReport } from './check/loss/loss-report.js';
import type { NotesChoice } from './deck/withhold-notes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Brief } from './outline/brief.js';
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
  /** Whose copy it is: the name of an audience, or `all` for everything; null for readers of no audience. */
  readonly audience?: string | null;
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
  /** Fonts that readers of the PPTX may lack go into it. */
  readonly embedFonts?: boolean;
  /** Path of a PPTX template, over the outline's own; absent or null keeps it. */
  readonly pptxTemplate?: string | null;
  /** Path of the mapping of its layouts; absent or null takes the one beside the template, if there. */
  readonly pptxLayouts?: string | null;
  /** Which speaker notes go into outputs; as the markings have it where nothing is said. */
  readonly notes?: NotesChoice;
  /** A manifest is written beside the outputs: what the edition was made from and came to. */
  readonly seal?: boolean;
  /** The deck shows what changed from an older edition and nothing else. */
  readonly redline?: {
    readonly old: Brief;
    /** Both editions as people name them, the old one first. */
    readonly names: readonly [string, string];
  };
  /** How many decks are made at a time, 1 or more. */
  readonly concurrency: number;
  /** Time that one deck may take, waiting included, in ms; 60 000 where nothing is said. */
  readonly timeout?: number;
}

/** One file that was written. */
export interface OutputReport {
  readonly format: Format | 'manifest';
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Time that this output took by itself, in ms. */
  readonly ms: number;
  /** The file held the same bytes already and was not touched; absent where it was written. */
  readonly unchanged?: true;
}

/** What became of one outline. */
export interface DeckReport {
  readonly input: string;
  readonly title: string | null;
  readonly slides: number;
  readonly outputs: readonly OutputReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that the outline turns off, with the reasons. */
  readonly ignored: readonly PlacedIgnore[];
  /** How much the document holds, and how much of it PPTX and PDF do; null where neither was made. */
  readonly held: HeldReport | null;
  /** An earlier run made it and nothing that it rests on has changed: no file was touched. Absent where it was made. */
  readonly unchanged?: true;
  /** Findings that a baseline knows: they do not count. */
  readonly known?: readonly Diagnostic[];
  readonly exitCode: 0 | 1 | 3 | 4;
}

/** The document that `--json` prints. */
export interface BuildReport {
  readonly version: 1;
  readonly ok: boolean;
  readonly decks: readonly DeckReport[];
}
