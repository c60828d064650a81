/** Words before a full stop that ends no sentence. */
const shortened = /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|cf|e\.g|i\.e|etc|Art|Sec|p|pp)|\b\p{Lu})\.$/u;

/** The sentences of a text, as far as punctuation tells. */
export function sentencesOf(text: string): readonly string[] {
  const parts = text.split(/(?<=[.!?…][”"’')]?)\s+(?=[\p{Lu}\p{N}“"‘'(])/u);
  const sentences: string[] = [];
  for (const part of parts) {
    const last = sentences.at(-1);
    if (last !== undefined && shortened.test(last)) sentences.splice(-1, 1, `${last} ${part}`);
    else sentences.push(part);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** The words of a text, figures and words with hyphens or apostrophes as one. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}’'.,-]*[\p{L}\p{N}])?/gu) ?? [];
}

/** Names as a message lists them: `a, b and c`, cut after some. */
export function listOf(names: readonly string[], most = 4): string {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** "1 slide", "2 slides". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A text as a message quotes it, cut to a few words. */
export function quoted(text: string): string {
  return `"${text.length > 50 ? `${text.slice(0, 48).trimEnd()}…` : text}"`;
}
