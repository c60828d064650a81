import type { Brief, Source } from '../../outline/brief.js';
import { wordsOf } from '../../outline/inline.js';
import { isMappedText } from '../../outline/mapped-text.js';
import { type RuleFinding, rule } from './rule.js';

/** Who may stand as holder: "a participant", "an official of the region". */
const nobody =
  /^(?:an?|one|some|several|two|three|participants?|speakers?|officials?|the (?:speaker|participant)s?)\b/iu;

/** Sources that must not be told from the text. */
export const chathamHouseRules = [
  rule({
    id: 'CHR-1',
    severity: 'error',
    finds:
      'the name or affiliation of a source that is under the Chatham House Rule, or withheld, in any text or note; or a holder of what it said',
    example:
      'sources: {talk: {author: Ann Lee, outlet: Port ministry, attribution: chatham_house}} … notes: Lee said so.',
    hint: 'Write "a participant", and nothing that leads to the speaker.',
    source: 'https://www.chathamhouse.org/about-us/chatham-house-rule',
    languages: null,
    reads: 'brief',
    find: ({ brief }, { subjects }) => {
      const hidden = [...brief.sources].filter(([, { attribution }]) => isHidden(attribution));
      if (hidden.length === 0) return [];
      const texts = textsOf(brief);
      const named = hidden.flatMap(([id, source]) =>
        wordsFor(source, brief).flatMap((words) => leaks(words, texts, id)),
      );
      const ids = new Set(hidden.map(([id]) => id));
      const held = subjects.statement.flatMap(({ statement: { sources, by, via, pointer } }) => {
        const cites = [...sources, ...via].some(({ source }) => source !== null && ids.has(source));
        if (!cites || by === null || nobody.test(by.name.text)) return [];
        const message = `What a source said that must not be known is ascribed to ${by.name.text}.`;
        return [{ message, pointer: `${pointer}/by` }];
      });
      return [...held, ...named];
    },
  }),
];

function isHidden(attribution: Source['attribution']): boolean {
  return attribution === 'chatham_house' || attribution === 'withheld';
}

interface Place {
  readonly text: string;
  readonly pointer: string;
}

/** Every text of the outline beside the entries of `sources`, notes and raw Markdown too; bare values of fields are no texts. */
function textsOf({ slides, ...top }: Brief): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isMappedText(value)) places.push({ text: wordsOf(value), pointer: value.at ?? '' });
    else if (value instanceof Map) for (const child of value.values()) visit(child);
    else for (const child of Object.values(value)) visit(child);
  };
  visit({ ...top, sources: null });
  visit(slides);
  // The name of a step of a chain is the source’s own entry, which is blanked where it must be.
  return places.filter(({ pointer }) => !pointer.startsWith('/sources/'));
}

/** What would give a source away: author, surname and outlet; not words by which the brief means its issuer or another source. */
function wordsFor({ author, outlet, interest }: Source, brief: Brief): readonly string[] {
  const whole = [author, outlet, interest].flatMap((text) => (text ? [wordsOf(text)] : []));
  const surname = author
    ? /^\p{Lu}\S*(?: \S+)* (\p{Lu}[\p{L}’'-]{2,})$/u.exec(wordsOf(author))?.[1]
    : undefined;
  const open = [...brief.sources.values()]
    .filter(({ attribution }) => !isHidden(attribution))
    .flatMap((source) => [source.author, source.outlet])
    .flatMap((text) => (text ? [wordsOf(text)] : []));
  return [...whole, ...(surname ? [surname] : [])].filter(
    (words) => words.length > 2 && !nobody.test(words) && !open.includes(words),
  );
}

function leaks(words: string, texts: readonly Place[], id: string): readonly RuleFinding[] {
  const escaped = words.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  return texts.flatMap(({ text, pointer }) =>
    pattern.test(text)
      ? [{ message: `"${words}" gives away the source \`${id}\`, which must not be known.`, pointer }]
      : [],
  );
}
