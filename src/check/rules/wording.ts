import type { Brief } from '../../outline/brief.js';
import { wordsOf } from '../../outline/inline.js';
import { abbreviationsIn, expansionBefore, namesIn } from '../facts/abbreviations.js';
import type { BriefFacts } from '../facts/brief-facts.js';
import { counted, quoted, sentencesOf, wordsIn } from '../facts/prose.js';
import { nearName } from '../facts/spelling.js';
import { type RuleFinding, rule, works } from './rule.js';

/** Longest sentence, in words. */
const longest = 25;

/** Words that every reader knows, in one spelling, in sentences that can be read once. */
export const wordingRules = [
  rule({
    id: 'ABB-1',
    severity: 'warning',
    finds: 'an abbreviation that is never written out, or in two ways',
    example: 'The IAEA sent inspectors.',
    hint: 'Add it to `glossary` with its `expansion`, or write it out where it comes first.',
    source: works.jsp101,
    languages: ['en'],
    reads: 'brief',
    find: ({ brief }, facts) => [...neverExpanded(brief, facts), ...expandedTwice(brief, facts)],
  }),
  rule({
    id: 'NAME-1',
    severity: 'warning',
    finds: 'a name of an actor or an author in another spelling',
    example: 'actors: {lavrov: Sergey Lavrov} … Lavroff said so.',
    hint: 'Spell it as `actors` and `sources` do.',
    source: works.jsp101,
    languages: null,
    reads: 'brief',
    find: ({ brief }, { subjects }) => {
      const names = [...brief.actors.values()].map(({ name }) => wordsOf(name));
      const authors = [...brief.sources.values()].flatMap(({ author }) => (author ? [wordsOf(author)] : []));
      const known = [...names, ...authors].flatMap((name) => name.match(/\p{Lu}[\p{L}’'-]{4,}/gu) ?? []);
      return subjects.text.flatMap(({ words, pointer }) =>
        nearName(words, known).map(({ written, name }) => ({
          message: `"${written}" is elsewhere spelled "${name}".`,
          pointer,
        })),
      );
    },
  }),
  rule({
    id: 'SENT-1',
    severity: 'warning',
    finds: `a sentence of more than ${longest} words`,
    example: 'a sentence of forty words',
    hint: 'Make two sentences of it, or leave out what the slide shows anyway.',
    source: works.jsp101,
    languages: ['en'],
    reads: 'text',
    find: ({ words, pointer, slide, field }) => {
      if (slide.kind === 'quote' && field === 'text' && !slide.paraphrase) return [];
      if (field === 'alt' || slide.kind === 'back-matter') return [];
      // A colon or a semicolon gives readers a rest too.
      const parts = sentencesOf(words).flatMap((sentence) => sentence.split(/[;:]\s/u));
      const long = parts
        .map((part) => ({ part, length: wordsIn(part).length }))
        .filter(({ length }) => length > longest);
      return long.map(({ part, length }) => ({
        message: `A sentence has ${length} words: ${quoted(part)}.`,
        pointer,
      }));
    },
  }),
];

/** Each once, where it comes first. */
function neverExpanded(brief: Brief, { subjects }: BriefFacts): readonly RuleFinding[] {
  const names = namesIn(brief);
  const texts = subjects.text.map(({ words }) => words);
  const seen = new Set(brief.glossary.keys());
  return subjects.text.flatMap(({ words, pointer, language }) => {
    if (language !== 'en') return [];
    return abbreviationsIn(words).flatMap((abbreviation) => {
      const isNew = !seen.has(abbreviation);
      seen.add(abbreviation);
      const isTold =
        new RegExp(`(?<!\\p{L})${abbreviation}(?!\\p{L})`, 'u').test(names) ||
        texts.some((text) => text.includes(`(${abbreviation})`) || text.includes(`${abbreviation} (`));
      if (!isNew || isTold) return [];
      return [{ message: `"${abbreviation}" is written out nowhere.`, pointer }];
    });
  });
}

function expandedTwice({ glossary }: Brief, { subjects }: BriefFacts): readonly RuleFinding[] {
  const known = new Map<string, string>();
  for (const [term, { expansion }] of glossary) if (expansion) known.set(term, wordsOf(expansion));
  return subjects.text.flatMap(({ words, pointer }) =>
    abbreviationsIn(words).flatMap((abbreviation) => {
      const here = expansionBefore(words, abbreviation);
      if (here === null) return [];
      const before = known.get(abbreviation);
      if (before === undefined) known.set(abbreviation, here);
      if (before === undefined || plain(before) === plain(here)) return [];
      const message = `${counted(2, 'expansion')} of "${abbreviation}": "${before}" and "${here}".`;
      return [{ message, pointer }];
    }),
  );
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/^the /u, '')
    .trim();
}
