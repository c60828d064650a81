import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Positions } from './positions.js';

/** Findings with the place of what they point at in the outline's file; one on another file keeps its place there. */
export function placeFindings(
  findings: readonly Diagnostic[],
  file: string,
  positions: Positions | null,
): readonly Diagnostic[] {
  return findings.map((finding) => {
    if (finding.file !== null) return finding;
    const place = finding.pointer === null ? null : positions?.value(finding.pointer);
    return { ...finding, file, ...place };
  });
}
