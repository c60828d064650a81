import type { Severity } from '../../diagnostics/diagnostic.js';
import type { BriefFacts, Subjects } from '../facts/brief-facts.js';

/** What a rule found. */
export interface RuleFinding {
  readonly message: string;
  readonly pointer: string;
  /** Where it is otherwise than the rule's own. */
  readonly severity?: Severity;
  readonly hint?: string;
}

/** What a rule is, for reports and documentation. */
export interface RuleWords {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, as a part of a sentence. */
  readonly finds: string;
  /** YAML that makes it fire. */
  readonly example: string;
  /** What to do about a finding; stands with each that says nothing better. */
  readonly hint: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** Languages whose words it knows; null where it reads no words. */
  readonly languages: readonly string[] | null;
}

/** A rule over the Brief as the table holds it. */
export interface Rule extends RuleWords {
  readonly find: (facts: BriefFacts) => readonly RuleFinding[];
}

/** A rule as it is written: what it reads, and what it finds in one of these. */
interface RuleRow<K extends keyof Subjects> extends RuleWords {
  readonly reads: K;
  readonly find: (subject: Subjects[K], facts: BriefFacts) => readonly RuleFinding[];
}

/** Makes a rule that looks at each of what it reads, where it knows the language. */
export function rule<K extends keyof Subjects>({ reads, find, ...words }: RuleRow<K>): Rule {
  const knows = ({ language }: { readonly language: string }) => words.languages?.includes(language) ?? true;
  return {
    ...words,
    find: (facts) => facts.subjects[reads].flatMap((subject) => (knows(subject) ? find(subject, facts) : [])),
  };
}

/** Documents that several rules rest on. */
export const works = {
  icd203: 'https://www.dni.gov/files/documents/ICD/ICD-203-TA-Analytic-Standards-21-Dec-2022.pdf',
  icd206: 'https://www.dni.gov/files/documents/ICD/ICD-206.pdf',
  phia: 'https://www.gov.uk/government/publications/explaining-uncertainty-in-uk-intelligence-assessment/explaining-uncertainty-in-uk-intelligence-assessment',
  wintle: 'https://doi.org/10.1371/journal.pone.0213522',
  tradecraft: 'https://fdocuments.in/document/a-tradecraft-primer-central-intelligence-agency.html',
  jsp101: 'https://pdf4pro.com/view/defence-writing-guide-72258b.html',
  tlp: 'https://www.first.org/tlp/',
  admiralty: 'https://en.wikipedia.org/wiki/Admiralty_code',
  minto: 'https://www.12manage.com/methods_minto_pyramid_principle.html',
  alley:
    'https://cpl.health.unm.edu/AssetListing/Workshop-Content-Using-PowerPoint-Effectively-2506/Checklist-for-Assertion-Evidence-Slides-5559',
  wcag: 'https://www.w3.org/TR/WCAG22/',
} as const;
