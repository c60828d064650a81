import type { DeckReport } from '../build-types.js';
import type { Sources } from '../deck-report.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { Terminal } from '../effects/effects.js';
import { ignoreRows, knownRows, type Voice } from './say-deck.js';

/** Tells people what was found in a deck, slide by slide, each finding with its source line; then the rules that are off. */
export function sayChecked(deck: DeckReport, sources: Sources, { quiet }: Voice, terminal: Terminal): void {
  const { input, title, diagnostics, ignored } = deck;
  const shown = diagnostics.filter(({ severity }) => !quiet || severity !== 'info');
  if (!quiet) terminal.err(`${input}${title === null ? '' : `: ${title}`}\n`);
  if (!quiet && shown.length === 0) terminal.err('  nothing found\n');
  const groups = [...new Set(shown.map(({ pointer }) => slideOf(pointer)))].toSorted(
    (one, other) => one - other,
  );
  if (!quiet && groups.length > 0) terminal.err('\n');
  for (const slide of groups) {
    const own = shown.filter(({ pointer }) => slideOf(pointer) === slide);
    terminal.err(`${slide < 0 ? 'The whole brief' : `Slide ${slide + 1} of the outline`}\n\n`);
    for (const finding of own) {
      const source = sources.get(finding.file ?? '') ?? null;
      terminal.err(`${formatDiagnostic(finding, source, terminal.colour)}\n`);
    }
  }
  if (quiet) return;
  for (const row of [...ignoreRows(ignored), ...knownRows(deck)]) terminal.err(`  ${row}\n`);
}

/** Number of the outline’s slide that a finding is on, from 0; -1 for what is on none. */
function slideOf(pointer: string | null): number {
  return Number(/^\/slides\/(\d+)/u.exec(pointer ?? '')?.[1] ?? -1);
}
