import { kindRules } from './kind.js';
import type { Rule } from './rule.js';
import { sourceEntryRules } from './source-entries.js';
import { sourceRules } from './sources.js';
import { uncertaintyRules } from './uncertainty.js';
import { uncertaintyWordRules } from './uncertainty-words.js';

/** Every rule over the Brief, in the order of the documentation. */
export const briefRules: readonly Rule[] = [
  ...kindRules,
  ...[...uncertaintyRules, ...uncertaintyWordRules].toSorted(byId),
  ...[...sourceRules, ...sourceEntryRules].toSorted(byId),
];

function byId(one: Rule, other: Rule): number {
  return one.id.localeCompare(other.id, 'en', { numeric: true });
}
