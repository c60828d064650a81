import type { DeckReport } from './build-types.js';
import { BriefdeckError, exitCodes } from './diagnostics/briefdeck-error.js';
import { diagnostic } from './diagnostics/codes.js';

/** The finding that stands in the report for machinery that broke, by exit code. */
const findings = { [exitCodes.browser]: 'BROWSER-1', [exitCodes.files]: 'FILE-1' } as const;

/**
 * The report of a deck whose file could not be read or written or whose browser was lost: one of several, and the others are
 * still made. Anything else is thrown on.
 */
export function brokenDeck(input: string, error: unknown): { report: DeckReport; source: null } {
  if (!(error instanceof BriefdeckError)) throw error;
  const { exitCode, message, hint } = error;
  if (exitCode !== exitCodes.browser && exitCode !== exitCodes.files) throw error;
  const finding = diagnostic(findings[exitCode], message, { file: input, hint });
  return {
    report: { input, title: null, slides: 0, outputs: [], diagnostics: [finding], exitCode },
    source: null,
  };
}
