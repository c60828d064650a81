import { accessibleRules } from './accessible.js';
import { chathamHouseRules } from './chatham-house.js';
import { dateRules } from './date.js';
import { headlineRules } from './headline.js';
import { kindRules } from './kind.js';
import { markingRules } from './marking.js';
import type { Rule } from './rule.js';
import { scenarioRules } from './scenario.js';
import { sourceEntryRules } from './source-entries.js';
import { sourceRules } from './sources.js';
import { structureRules } from './structure.js';
import { supportRules } from './support.js';
import { typeRules } from './type.js';
import { uncertaintyRules } from './uncertainty.js';
import { uncertaintyWordRules } from './uncertainty-words.js';
import { wordingRules } from './wording.js';

/** Every rule over the Brief. */
export const briefRules: readonly Rule[] = [
  ...kindRules,
  ...uncertaintyRules,
  ...uncertaintyWordRules,
  ...sourceRules,
  ...sourceEntryRules,
  ...chathamHouseRules,
  ...markingRules,
  ...structureRules,
  ...supportRules,
  ...headlineRules,
  ...typeRules,
  ...dateRules,
  ...scenarioRules,
  ...wordingRules,
  ...accessibleRules,
];
