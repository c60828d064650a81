import { briefRules } from '../../src/check/rules/brief-rules.js';
import type { Rule } from '../../src/check/rules/rule.js';

/** Families of rules by the letters before the hyphen, in the order of the page. */
const families: readonly (readonly [string, readonly string[]])[] = [
  ['Facts, positions, judgements, assumptions', ['KIND']],
  ['Uncertainty', ['UNC']],
  ['Sources', ['SRC', 'CHR']],
  ['Markings', ['MRK']],
  ['Argument', ['STR', 'TIME', 'TYPE']],
  ['Headlines and lists', ['HDL']],
  ['Dates and forecasts', ['DATE', 'FCT', 'SCN']],
  ['Words', ['ABB', 'NAME', 'SENT']],
  ['Access', ['A11Y']],
];

const opening = `# The rules

What \`briefdeck check\` and every build look for in an outline. Rules say what an editor would say; they change nothing and keep nothing from
being written. An error makes the exit code 1, a warning does so under \`--strict\`, an info never. A Marp deck (\`.md\`) has no rules.

A bare text (\`- Both sides meet.\`) is text without basis: rules on basis and sources leave it alone. What is \`hidden\` is not read. Rules marked
"en" read English words; where the brief, a slide or a statement is in another language they are off, and LANG-2 says so once.

## Turning a rule off

For the whole brief, a slide or a statement, with the reason; the report lists what was turned off, how much it would have found, and why:

\`\`\`yaml
title: Harbour talks
ignore:
  - { rule: SRC-5, why: one source is all there is }
slides:
  - headline: The strike will probably end this week
    ignore: [{ rule: SENT-1, why: the union’s own sentence }]
    points:
      - { text: Talks may fail., basis: judgement, ignore: [{ rule: UNC-2, why: the desk gives no figure }] }
\`\`\`

An \`ignore\` of a rule that there is not is an error (IGNORE-1); one that has nothing to ignore is an info (IGNORE-2).

## What a judgement rests on

\`briefdeck check --lineage\` prints, for each bottom line and judgement, the slides that it names as its grounds, its sources with the way on which
each reached us, and how many independent origins these come to; \`--markdown\` and \`--json\` give the same for an annex or another program.
`;

const closing = `## Found elsewhere

| what | code |
| ---- | ---- |
| a citation, actor or slide that is not there | ID-1 |
| no \`language\` | LANG-1 |
| a marking lower than what it covers, an unknown portion mark | MARK-1, MARK-2 |
| text beyond its box | FIT-1, by a build or \`briefdeck check --layout\` |
| content that an output lacks | LOSS-1, by a build |
`;

/** The page docs/rules.md, made from the rows. */
export function rulesPage(): string {
  const sections = families.map(([name, letters]) => {
    const own = briefRules.filter(({ id }) => letters.includes(id.split('-')[0] ?? '')).toSorted(byId);
    return `## ${name}\n\n${own.map(entry).join('\n')}`;
  });
  return [opening, ...sections, closing].join('\n');
}

function byId(one: Rule, other: Rule): number {
  return one.id.localeCompare(other.id, 'en', { numeric: true });
}

function entry({ id, severity, finds, example, hint, source, languages }: Rule): string {
  const words = languages ? `${severity}, ${languages.join(', ')}` : severity;
  return [
    `### ${id}`,
    '',
    `**${words}** · Finds ${finds}.`,
    '',
    `- Example: \`${example.replaceAll('`', '')}\``,
    `- To mend it: ${hint}`,
    `- After: <${source}>`,
    '',
  ].join('\n');
}
