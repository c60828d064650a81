import { quoted } from '../facts/prose.js';
import { rule, works } from './rule.js';

/** Words that say what may or will be. `May` with a capital is the month. */
const modal = /\b(?:may|might|could|will|would|likely|unlikely|probably|possibly|perhaps)\b/u;

/** Kinds whose rows claim nothing: what to watch, what is missing, what to do. */
const claimless = new Set(['indicators', 'gaps', 'recommendation']);

/** Whether facts, positions, judgements and assumptions are told apart. */
export const kindRules = [
  rule({
    id: 'KIND-1',
    severity: 'warning',
    finds: 'a statement with sources, a holder or a chain that does not say what it is',
    example: '{text: Calls fell by half., sources: [office]}',
    hint: 'Add `basis`: fact, position, judgement or assumption; or give the slide one.',
    source: works.icd203,
    languages: null,
    reads: 'statement',
    find: ({ statement, basis, slide }) => {
      const { sources, via, by, unsourced, pointer } = statement;
      const isClaim = sources.length > 0 || via.length > 0 || unsourced || by !== null;
      if (basis !== null || !isClaim || claimless.has(slide.kind)) return [];
      return [
        { message: 'The statement does not say whether it is a fact, a position or a judgement.', pointer },
      ];
    },
  }),
  rule({
    id: 'KIND-2',
    severity: 'warning',
    finds: 'a fact in words of what may or will be',
    example: '{text: Calls will fall by half., basis: fact}',
    hint: 'Say what happened, or make it a judgement.',
    source: works.icd203,
    languages: ['en'],
    reads: 'statement',
    find: ({ statement: { text }, basis, statement, isBare }) => {
      const word = modal.exec(text.text)?.[0];
      const isPlanned = 'planned' in statement && statement.planned === true;
      if (basis !== 'fact' || isBare || isPlanned || word === undefined) return [];
      return [
        { message: `A fact is told with "${word}", as if it were a judgement.`, pointer: text.at ?? '' },
      ];
    },
  }),
  rule({
    id: 'KIND-3',
    severity: 'warning',
    finds: 'a likelihood or a confidence on what is not marked as a judgement',
    example: '{text: Calls fell by half., basis: fact, likelihood: likely}',
    hint: 'Write `basis: judgement`, or take the likelihood and the confidence away.',
    source: works.icd203,
    languages: null,
    reads: 'statement',
    find: ({ statement: { likelihood, confidence, pointer }, basis }) => {
      if (basis === 'judgement' || (likelihood === null && confidence === null)) return [];
      const what = likelihood === null ? 'A confidence' : 'A likelihood';
      const message = `${what} stands on ${basis === null ? 'a statement without a basis' : `what is called ${basis === 'assumption' ? 'an' : 'a'} ${basis}`}; only judgements have one.`;
      return [{ message, pointer: `${pointer}/${likelihood === null ? 'confidence' : 'likelihood'}` }];
    },
  }),
  rule({
    id: 'KIND-4',
    severity: 'warning',
    finds: 'an assumption that does not say what follows if it fails',
    example: '{text: The freeze has a sponsor., basis: assumption}',
    hint: 'Add `if_wrong`.',
    source: works.icd203,
    languages: null,
    reads: 'statement',
    find: ({ statement: { text, if_wrong, pointer }, basis, isBare }) =>
      basis === 'assumption' && if_wrong === null && !isBare
        ? [{ message: `Nothing says what follows if ${quoted(text.text)} is wrong.`, pointer }]
        : [],
  }),
];
