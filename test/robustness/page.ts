import type { Case } from './case.js';
import type { CaseOutcome } from './run-case.js';

/** The row of a case in docs/robustness.md: what was measured, beside what marp-cli does. */
export function rowOf(each: Case, { code, findings, said, outputs }: CaseOutcome): string {
  const [first] = each.finds ?? [];
  const finding = findings.find((one) => one.code === first);
  const usage = /^briefdeck: (.*)$/mu.exec(said)?.[1];
  const kept = outputs.get('a.html') === 'previous' ? '; the previous edition stays' : '';
  const told = finding ? `${finding.code}: ${finding.message}` : (usage ?? 'built, nothing to say');
  return `| ${cell(each.name)} | exit ${code}${kept}. ${cell(steady(told))} | ${cell(each.marp)} |`;
}

const silent = 'The browser did not answer in its time.';

/** Without what differs by machine and run. */
function steady(words: string): string {
  return (
    words
      .replace(/http:\/\/127\.0\.0\.1:\d+/gu, 'http://…')
      // Whether the start or the deck runs out of time first is up to the machine.
      .replace(/The browser did not (?:start: \S*browser\.sh: it did not answer|finish) within .*$/u, silent)
      .replace(/(?:\/[\w.-]+)+\/briefdeck-test-[\w-]+/gu, '…')
  );
}

function cell(words: string): string {
  return words.replace(/\|/gu, '\\|').replace(/<(?=[a-z!/])/giu, '&lt;');
}
