import type { DeckReport, OutputReport } from './build-types.js';
import type { PlacedIgnore } from './check/ignored.js';
import type { HeldReport } from './check/loss/loss-report.js';
import { BriefdeckError, type ExitCode, exitCodes } from './diagnostics/briefdeck-error.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Imprint } from './imprint.js';

/** Texts by the name of their file, for showing the lines of findings. */
export type Sources = ReadonlyMap<string, string>;

/** What became of a deck, with the texts that its findings point into. */
export interface BuiltDeck {
  readonly report: DeckReport;
  readonly sources: Sources;
  /** What its outputs say of the edition; null where none were made. */
  readonly imprint: Imprint | null;
}

/** What a deck came to: how many slides were made, what was written and what was found. */
export interface Made {
  readonly slides: number;
  readonly outputs: readonly OutputReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly held: HeldReport | null;
  readonly imprint: Imprint | null;
  readonly ignored: readonly PlacedIgnore[];
}

/** Of a deck that ended before anything was made. */
export const nothingMade = { slides: 0, outputs: [], held: null, imprint: null, ignored: [] } as const;

/** The report of a deck; under `strict` a warning fails it as an error does. */
export function deckReport(input: string, title: string | null, made: Made, strict: boolean): DeckReport {
  const fails = ({ severity }: Diagnostic) => severity === 'error' || (strict && severity === 'warning');
  const { imprint: _, ...told } = made;
  return {
    input,
    title,
    ...told,
    exitCode: made.diagnostics.some(fails) ? exitCodes.briefHasErrors : exitCodes.done,
  };
}

/** The finding that stands in the report for what broke one deck, by exit code. */
const findings = {
  [exitCodes.briefHasErrors]: 'DRAW-1',
  [exitCodes.browser]: 'BROWSER-1',
  [exitCodes.files]: 'FILE-1',
} as const;

/**
 * The report of a deck whose file could not be read or written, whose browser was lost, or that could not be drawn as asked:
 * one of several, and the others are still made. Anything else is thrown on.
 */
export function brokenDeck(input: string, error: unknown): BuiltDeck {
  if (isTooDeep(error))
    return broken(input, diagnostic('LIMIT-1', tooDeep, { file: input, hint: flatter }), 1);
  if (!(error instanceof BriefdeckError) || !isOfOneDeck(error.exitCode)) throw error;
  const { exitCode, message, hint } = error;
  return broken(input, diagnostic(findings[exitCode], message, { file: input, hint }), exitCode);
}

const tooDeep = 'The deck is nested too deep to be drawn.';
const flatter = 'Look for hundreds of lists, quotations or emphases within one another.';

/** Whoever walks a deck walks it by calls within calls, here and in the page. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /Maximum call stack size exceeded/u.test(error.message);
}

function broken(input: string, finding: Diagnostic, exitCode: DeckReport['exitCode']): BuiltDeck {
  const { imprint, ...nothing } = nothingMade;
  return {
    report: { input, title: null, ...nothing, diagnostics: [finding], exitCode },
    sources: new Map(),
    imprint,
  };
}

function isOfOneDeck(exitCode: ExitCode): exitCode is keyof typeof findings {
  return Object.hasOwn(findings, exitCode);
}
