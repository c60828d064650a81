import { type Code, codes } from './codes.js';
import type { Diagnostic, Severity } from './diagnostic.js';
import { fingerprintOf } from './fingerprint.js';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Whether a finding was there before a baseline, which SARIF's readers show apart. */
export interface SarifFinding {
  readonly finding: Diagnostic;
  readonly isKnown: boolean;
}

/**
 * Findings as a SARIF 2.1.0 log, which code hosts and editors show at their lines. Columns count UTF-16 code units from 1.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarifLog(
  findings: readonly SarifFinding[],
  sources: ReadonlyMap<string, string>,
  version: string,
): unknown {
  const rules = [...new Set(findings.map(({ finding }) => finding.code))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'briefdeck', version, rules: rules.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ finding, isKnown }) => ({
          ruleId: finding.code,
          ruleIndex: rules.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: [finding.message, finding.hint].filter((part) => part !== null).join('\n') },
          ...(finding.file === null ? {} : { locations: [location(finding, finding.file)] }),
          partialFingerprints: { 'briefdeck/v1': fingerprintOf(finding, sources) },
          ...(isKnown ? { baselineState: 'unchanged', suppressions: [{ kind: 'external' }] } : {}),
        })),
      },
    ],
  };
}

function rule(id: string) {
  const row = isCode(id) ? codes[id] : null;
  return {
    id,
    ...(row && {
      shortDescription: { text: row.title },
      defaultConfiguration: { level: levels[row.severity] },
    }),
  };
}

function isCode(id: string): id is Code {
  return Object.hasOwn(codes, id);
}

function location({ line, column, pointer }: Diagnostic, file: string) {
  const region = line === null ? {} : { region: { startLine: line, ...(column && { startColumn: column }) } };
  const logical = pointer ? { logicalLocations: [{ fullyQualifiedName: pointer }] } : {};
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, ...logical };
}

/** A path as a URI: relative as it is, absolute ones of both systems with their scheme. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//u.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
