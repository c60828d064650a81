import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.js';

/** Texts by the name of their file. */
type Texts = ReadonlyMap<string, string>;

/**
 * What a finding is known by when lines move: its rule, its file and the words of the line that it is on, or its message where it has
 * no line. Findings on equal lines share one.
 */
export function fingerprintOf(finding: Diagnostic, sources: Texts): string {
  const { code, file, line, message } = finding;
  const text = line === null ? undefined : sources.get(file ?? '')?.split(/\r\n?|\n/u)[line - 1];
  const words = text === undefined || text.trim() === '' ? message : text.trim().replace(/\s+/gu, ' ');
  return createHash('sha256')
    .update([code, file ?? '', words].join('\0'))
    .digest('hex')
    .slice(0, 16);
}
