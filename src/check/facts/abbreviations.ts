import type { Brief } from '../../outline/brief.js';
import { wordsOf } from '../../outline/inline.js';
import { isMappedText } from '../../outline/mapped-text.js';

/** Abbreviations that need no expansion: better known than what they stand for. */
const common = new Set(
  (
    'AD AI AM BBC BC CD CEO CIA CNN CV DIY DNA DVD EU FAQ FBI FIFA GB GDP GMT GPS HIV HTML ID IMF IT KGB LED MP NASA NATO NGO OECD OK OPEC ' +
    'PC PDF PIN PM PR RSVP SARS SMS TB TV UAE UFO UK UN UNESCO UNICEF URL US USA USB USSR UTC VAT VIP WHO WTO WWW AIDS COVID CSV JPEG PNG PPTX ' +
    'CO CET CEST BST EUR USD GBP'
  ).split(' '),
);

/** An abbreviation: capitals, with figures or an s behind them, not a word in small letters. */
const form = /(?<![\p{L}\p{N}&./-])\p{Lu}{2,6}(?![\p{L}\p{N}&-])/gu;

/** The abbreviations of a text that ask for an expansion. */
export function abbreviationsIn(text: string): readonly string[] {
  // A text that is all in capitals, such as a marking, holds no abbreviations that could be told.
  if (!/\p{Ll}/u.test(text)) return [];
  return [...new Set(text.match(form) ?? [])].filter(
    (word) => !common.has(word) && !/^[IVXLCDM]+$/u.test(word),
  );
}

/** Every text of names and entries: what stands there names itself. */
export function namesIn(brief: Brief): string {
  const { sources, actors, authors, organisation, series, rights, event, title, subtitle, marking, contact } =
    brief;
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isMappedText(value)) words.push(wordsOf(value));
    else if (value instanceof Map) for (const child of value.values()) visit(child);
    else for (const child of Object.values(value)) visit(child);
  };
  visit([sources, actors, authors, organisation, series, rights, event, title, subtitle, marking, contact]);
  return words.join('\n');
}

/** Words before a bracket that spell its abbreviation, or null: "Free Trade Agreement (FTA)". */
export function expansionBefore(text: string, abbreviation: string): string | null {
  const at = text.indexOf(`(${abbreviation})`);
  if (at < 0) return null;
  const words = text.slice(0, at).trimEnd().split(/\s+/u);
  const small = /^(?:a|an|and|as|at|for|from|in|of|on|or|the|to|with|de|du|des|la|le|und|der|die|das)$/iu;
  let left = abbreviation.length;
  let index = words.length;
  while (left > 0 && index > 0) {
    index -= 1;
    const parts = (words[index] ?? '').split('-').filter((part) => part !== '');
    if (small.test(words[index] ?? '') && !startsWith(words[index], abbreviation[left - 1])) continue;
    for (const part of parts.toReversed()) {
      if (!startsWith(part, abbreviation[left - 1])) return null;
      left -= 1;
      if (left === 0) break;
    }
  }
  return left === 0
    ? words
        .slice(index)
        .join(' ')
        .replace(/^[("“]/u, '')
    : null;
}

function startsWith(word: string | undefined, letter: string | undefined): boolean {
  const first = (word ?? '').replace(/^[("“‘]/u, '').charAt(0);
  return first !== '' && first.toLowerCase() === (letter ?? '').toLowerCase();
}
