import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief } from '../outline/brief.js';
import { factsOf } from './facts/brief-facts.js';
import { type IgnoredRule, sift } from './ignored.js';
import { briefRules } from './rules/brief-rules.js';

/** What the rules find in a brief, and which of them it turns off. */
export interface CheckedBrief {
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly IgnoredRule[];
}

/** Of an outline that is no brief yet. */
export const nothingChecked: CheckedBrief = { diagnostics: [], ignored: [] };

/** Runs every rule over a brief; the findings come slide by slide, those on the whole brief first. */
export function checkBrief(brief: Brief): CheckedBrief {
  const facts = factsOf(brief);
  const found = briefRules.flatMap(({ id, severity, hint, find }) =>
    find(facts).map(
      (finding): Diagnostic => ({
        code: id,
        severity: finding.severity ?? severity,
        message: finding.message,
        pointer: finding.pointer,
        file: null,
        line: null,
        column: null,
        hint: finding.hint ?? hint,
      }),
    ),
  );
  const { left, ignored, faults } = sift(found, brief);
  const diagnostics = [...silentRules(facts.subjects.brief[0]?.language ?? 'en'), ...faults, ...left];
  return { diagnostics: diagnostics.toSorted(byPlace), ignored };
}

/** Says once which rules do not know the brief’s language. */
function silentRules(language: string): readonly Diagnostic[] {
  const silent = briefRules.filter(({ languages }) => languages?.includes(language) === false);
  if (silent.length === 0) return [];
  const message = `Rules that read words know no "${language}" and were left out: ${silent.map(({ id }) => id).join(', ')}.`;
  const place = { pointer: '/language', file: null, line: null, column: null };
  return [{ code: 'LANG-2', severity: 'info', message, ...place, hint: null }];
}

/** Slide by slide, and within one as pointers have it; what is on the whole brief comes first. */
function byPlace(one: Diagnostic, other: Diagnostic): number {
  const [here, there] = [stepsOf(one), stepsOf(other)];
  const at = here.findIndex((step, index) => step !== there[index]);
  const [step, against] = [here[at], there[at]];
  if (step === undefined) return here.length - there.length;
  if (against === undefined) return 1;
  const difference = Number(step) - Number(against);
  return Number.isNaN(difference) ? (step < against ? -1 : 1) : difference;
}

/** Steps of a pointer; those of the whole brief stand before `slides`. */
function stepsOf({ pointer }: Diagnostic): readonly string[] {
  const steps = (pointer ?? '').split('/').slice(1);
  return steps[0] === 'slides' ? ['1', ...steps] : ['0', ...steps];
}
