import type { DeckReport } from './build-types.js';
import { BriefdeckError, type ExitCode, exitCodes } from './diagnostics/briefdeck-error.js';
import { diagnostic } from './diagnostics/codes.js';

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
export function brokenDeck(
  input: string,
  error: unknown,
): { report: DeckReport; sources: ReadonlyMap<string, string> } {
  if (!(error instanceof BriefdeckError) || !isOfOneDeck(error.exitCode)) throw error;
  const { exitCode, message, hint } = error;
  const finding = diagnostic(findings[exitCode], message, { file: input, hint });
  return {
    report: { input, title: null, slides: 0, outputs: [], diagnostics: [finding], exitCode },
    sources: new Map(),
  };
}

function isOfOneDeck(exitCode: ExitCode): exitCode is keyof typeof findings {
  return Object.hasOwn(findings, exitCode);
}
