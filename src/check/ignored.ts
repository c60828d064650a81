import { codes } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief } from '../outline/brief.js';
import { isMappedText } from '../outline/mapped-text.js';
import type { Positions } from '../outline/positions.js';
import { suggest } from '../outline/suggest.js';
import { briefRules } from './rules/brief-rules.js';

/** A rule that the outline turns off, and what that came to. */
export interface IgnoredRule {
  readonly rule: string;
  readonly why: string;
  /** `/ignore/0`, `/slides/3/ignore/0`: where the outline says so. */
  readonly pointer: string;
  /** How many findings were left out for it. */
  readonly findings: number;
}

/** A rule that is off, with its place in the file. */
export interface PlacedIgnore extends IgnoredRule {
  readonly line: number | null;
}

/** Where the rules that are off stand in the outline’s file. */
export function placeIgnored(
  ignored: readonly IgnoredRule[],
  positions: Positions | null,
): readonly PlacedIgnore[] {
  return ignored.map((each) => ({ ...each, line: positions?.value(each.pointer).line ?? null }));
}

/** Findings less those that are turned off, and what turned them off. */
export interface Sifted {
  readonly left: readonly Diagnostic[];
  readonly ignored: readonly IgnoredRule[];
  /** Findings on the `ignore`s themselves. */
  readonly faults: readonly Diagnostic[];
}

/** Takes away what the brief, a slide or a statement turns off; the innermost place counts it. */
export function sift(found: readonly Diagnostic[], brief: Brief): Sifted {
  const ordered = ignoresIn(brief);
  const places = ordered.toSorted((one, other) => other.scope.length - one.scope.length);
  const counts = new Map<Place, number>();
  const left = found.filter((finding) => {
    const place = places.find(({ rule, scope }) => rule === finding.code && isWithin(finding.pointer, scope));
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
    return place === undefined;
  });
  const ignored = ordered.map(({ rule, why, pointer }) => {
    const place = ordered.find((each) => each.pointer === pointer);
    return { rule, why, pointer, findings: (place && counts.get(place)) ?? 0 };
  });
  return { left, ignored, faults: ignored.flatMap(faultOf) };
}

interface Place {
  readonly rule: string;
  readonly why: string;
  readonly pointer: string;
  /** Pointer of what it is said of; empty for the whole brief. */
  readonly scope: string;
}

function ignoresIn(brief: Brief): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown, scope: string): void => {
    if (typeof value !== 'object' || value === null || isMappedText(value)) return;
    const inner = 'pointer' in value && typeof value.pointer === 'string' ? value.pointer : scope;
    if ('ignore' in value && Array.isArray(value.ignore)) {
      for (const each of value.ignore) places.push({ ...each, scope: inner });
    }
    for (const child of Object.values(value)) visit(child, inner);
  };
  for (const each of brief.ignore) places.push({ ...each, scope: '' });
  visit(brief.slides, '');
  return places;
}

function isWithin(pointer: string | null, scope: string): boolean {
  return scope === '' || `${pointer ?? ''}/`.startsWith(`${scope}/`);
}

/** Rules over slides as measured, of other rooms: they can be named, and whether they found anything shows later. */
function isMeasured(rule: string): boolean {
  return Object.entries(codes).some(([code, { blocks }]) => code === rule && !blocks);
}

function faultOf({ rule, pointer, findings }: IgnoredRule): readonly Diagnostic[] {
  const ids = briefRules.map(({ id }) => id);
  const place = { pointer: `${pointer}/rule`, file: null, line: null, column: null };
  if (!ids.includes(rule) && !isMeasured(rule)) {
    const near =
      suggest(rule, ids) ?? ids.find((id) => id.split('-')[0] === rule.split('-')[0]?.toUpperCase());
    const hint = near ? `Did you mean \`${near}\`?` : 'The rules are listed in docs/rules.md.';
    return [
      {
        code: 'IGNORE-1',
        severity: 'error',
        message: `There is no rule "${rule}" that could be ignored.`,
        ...place,
        hint,
      },
    ];
  }
  if (findings > 0 || isMeasured(rule)) return [];
  const message = `${rule} finds nothing here that would have to be ignored.`;
  return [{ code: 'IGNORE-2', severity: 'info', message, ...place, hint: 'Take the entry out of `ignore`.' }];
}
