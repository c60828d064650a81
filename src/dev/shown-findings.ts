import type { Sources } from '../deck-report.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/format.js';
import type { NamedSlide } from './match-slides.js';
import type { ShownFinding, ShownTrouble } from './protocol.js';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings as pages list them: the worst first, then by place; each once. */
export function showFindings(
  findings: readonly Diagnostic[],
  slides: readonly NamedSlide[],
): readonly ShownFinding[] {
  const seen = new Set<string>();
  const once = findings.filter(({ code, message, line, column }) => {
    const key = `${code} ${message} ${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
  const sorted = once.toSorted(
    (a, b) => ranks[a.severity] - ranks[b.severity] || (a.line ?? 0) - (b.line ?? 0),
  );
  return sorted.map((finding, ref) => showFinding(finding, ref, slides));
}

function showFinding(finding: Diagnostic, ref: number, slides: readonly NamedSlide[]): ShownFinding {
  const { severity, code, message, hint, file, line, column, pointer } = finding;
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const shown = { ref, severity, code, message, hint, pointer };
  return { ...shown, place: place || null, slide: slideOf(pointer, slides) };
}

/** What keeps a deck from being drawn, with its source line as a terminal shows it. */
export function showTrouble(
  findings: readonly Diagnostic[],
  sources: Sources,
  slides: readonly NamedSlide[],
): readonly ShownTrouble[] {
  return findings.map((finding, ref) => ({
    ...showFinding(finding, ref, slides),
    text: excerptOf(finding, sources.get(finding.file ?? '') ?? null),
  }));
}

/** The source line and the caret alone: the page says the rest in its own way. */
function excerptOf(finding: Diagnostic, source: string | null): string {
  const lines = formatDiagnostic({ ...finding, hint: null }, source, false).split('\n');
  const excerpt = lines.filter((line) => /^ {2}\d* *\d* \| /u.test(line) || /^ {2} *\| /u.test(line));
  return excerpt.map((line) => line.slice(2)).join('\n');
}

/** The slide that a pointer is about: its own, else the first that shows its text. */
function slideOf(pointer: string | null, slides: readonly NamedSlide[]): string | null {
  if (pointer === null || pointer === '') return null;
  const own = slides.find((slide) => slide.pointer === pointer || pointer.startsWith(`${slide.pointer}/`));
  if (own) return own.id;
  const written = pointer.replace(/[\s%]/gu, encodeURIComponent).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const shows = new RegExp(` data-src="(?:[^"]* )?${written}[ "/]`, 'u');
  return slides.find(({ html }) => shows.test(html))?.id ?? null;
}
