import type { Diagnostic } from './diagnostic.js';
import { fingerprintOf } from './fingerprint.js';

/** A finding that was there when rules were adopted, and how often. */
interface KnownFinding {
  readonly code: string;
  readonly file: string | null;
  readonly fingerprint: string;
  readonly count: number;
}

/** The findings of a brief at one time: those that come after count, these do not. */
export interface Baseline {
  readonly version: 1;
  readonly findings: readonly KnownFinding[];
}

/** Findings divided by whether a baseline knows them, and the entries of it that nothing matches any more. */
export interface AgainstBaseline {
  readonly fresh: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
  readonly gone: readonly KnownFinding[];
}

/** The baseline that knows all of these findings. Infos are left out: they fail nothing. */
export function baselineOf(findings: readonly Diagnostic[], sources: ReadonlyMap<string, string>): Baseline {
  const rows = new Map<string, KnownFinding>();
  for (const finding of findings.filter(({ severity }) => severity !== 'info')) {
    const fingerprint = fingerprintOf(finding, sources);
    const count = (rows.get(fingerprint)?.count ?? 0) + 1;
    rows.set(fingerprint, { code: finding.code, file: finding.file, fingerprint, count });
  }
  const order = ({ file, code, fingerprint }: KnownFinding) => [file ?? '', code, fingerprint].join('\0');
  return { version: 1, findings: [...rows.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** Which findings a baseline knows: of equal ones as many as it counts. */
export function againstBaseline(
  findings: readonly Diagnostic[],
  baseline: Baseline,
  sources: ReadonlyMap<string, string>,
): AgainstBaseline {
  const left = new Map(baseline.findings.map(({ fingerprint, count }) => [fingerprint, count]));
  const isKnown = findings.map((finding) => {
    const fingerprint = fingerprintOf(finding, sources);
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count > 0;
  });
  return {
    fresh: findings.filter((_, index) => !isKnown[index]),
    known: findings.filter((_, index) => isKnown[index]),
    gone: baseline.findings.filter(({ fingerprint }) => (left.get(fingerprint) ?? 0) > 0),
  };
}

/** Reads a baseline file; a sentence says what is wrong with another one. */
export function readBaseline(text: string): Baseline | string {
  const value = parsed(text);
  if (!isFields(value)) return 'It is no JSON document of a baseline.';
  if (value.version !== 1) return `It has version ${JSON.stringify(value.version)}; accepted is 1.`;
  const { findings } = value;
  if (!Array.isArray(findings)) return 'It has no list `findings`.';
  const rows = findings.map(knownFinding);
  const wrong = rows.indexOf(null);
  if (wrong >= 0) return `Entry ${wrong + 1} of \`findings\` lacks a code, a fingerprint or a count.`;
  return { version: 1, findings: rows.filter((row) => row !== null) };
}

function knownFinding(value: unknown): KnownFinding | null {
  if (!isFields(value)) return null;
  const { code, file = null, fingerprint, count = 1 } = value;
  if (typeof code !== 'string' || typeof fingerprint !== 'string') return null;
  if (typeof count !== 'number' || (file !== null && typeof file !== 'string')) return null;
  return { code, file, fingerprint, count };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
