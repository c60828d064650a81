import { quoted } from '../facts/prose.js';
import { rule, works } from './rule.js';

/** Scenarios that add up, and that can be watched. */
export const scenarioRules = [
  rule({
    id: 'SCN-1',
    severity: 'error',
    finds: 'exclusive scenarios whose likelihoods cannot sum to 100 %',
    example: 'exclusive: true … likely (55–80 %) and very likely (80–95 %)',
    hint: 'Change a likelihood, add the scenario that is missing, or take `exclusive` away.',
    source: works.icd203,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      if (slide.kind !== 'scenarios' || !slide.exclusive) return [];
      const bands = slide.rows.flatMap(({ likelihood }) =>
        likelihood && likelihood.from !== null && likelihood.to !== null
          ? [{ from: likelihood.from, to: likelihood.to }]
          : [],
      );
      const least = bands.reduce((sum, { from }) => sum + from, 0);
      const greatest = bands.reduce((sum, { to }) => sum + to, 0);
      const isWhole = bands.length === slide.rows.length;
      const place = { pointer: `${slide.pointer}/exclusive` };
      if (least > 100)
        return [{ message: `The scenarios exclude each other, yet come to ${least} % at least.`, ...place }];
      if (!isWhole || greatest >= 100) return [];
      return [
        { message: `One of the scenarios must come, yet they come to ${greatest} % at most.`, ...place },
      ];
    },
  }),
  rule({
    id: 'SCN-2',
    severity: 'warning',
    finds: 'a scenario without an indicator or an implication',
    example: '{name: Freeze holds, text: Talks begin.}',
    hint: 'Say what would show that it comes, and what would follow.',
    source: works.tradecraft,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      if (slide.kind !== 'scenarios') return [];
      return slide.rows.flatMap(({ name, indicators, implications, impact, pointer }) => {
        const missing = [
          ...(indicators.length === 0 ? ['indicator'] : []),
          ...(implications.length === 0 && impact === null ? ['implication'] : []),
        ];
        const message = `The scenario ${quoted(name.text)} has no ${missing.join(' and no ')}.`;
        return missing.length > 0 ? [{ message, pointer }] : [];
      });
    },
  }),
];
