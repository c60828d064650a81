import type { TemplateSource } from './template-source.js';

/** The most blocks within blocks, and characters of a template, that are compiled without a clock. */
const mostDepth = 60;
const mostCharacters = 100_000;

/** The most turns that loops of templates may take without a clock. */
const mostTurns = 200_000;

/**
 * What templates of the user's own hold that may not come to an end, in words; null where nothing is seen. `longest` is the longest
 * list that they are given: loops within loops take as many turns as its length to the power of their depth.
 */
export function templateRisk(own: readonly TemplateSource[], longest: number): string | null {
  const partials = own.filter(({ name }) => name.startsWith('_'));
  const caller = partials.find(({ text }) => /\{\{[~\s]*>/u.test(text));
  if (caller) return `a partial that uses partials (${caller.file})`;
  const within = Math.max(0, ...partials.map(({ text }) => loopDepth(text)));
  for (const { name, file, text } of own) {
    if (text.length > mostCharacters) return `a template of ${text.length} characters (${file})`;
    const nested = blockDepth(text);
    if (nested > mostDepth) return `blocks ${nested} levels deep (${file})`;
    const uses = text.match(/\{\{[~\s]*>/gu)?.length ?? 0;
    const depth = loopDepth(text) + (uses > 0 && !name.startsWith('_') ? within : 0);
    if (Math.max(2, longest) ** depth > mostTurns) return `loops ${depth} levels deep (${file})`;
  }
  return null;
}

/** Blocks but those that run at most once. */
function loopDepth(text: string): number {
  return blockDepth(text, /^(?:if|unless|with)$/u);
}

function blockDepth(text: string, leftOut = /^$/u): number {
  let [depth, most] = [0, 0];
  for (const [, mark, name = ''] of text.matchAll(/\{\{[~\s]*([#/^])[\s>*]*([\w.@[\]/-]*)/gu)) {
    if (leftOut.test(name)) continue;
    depth += mark === '/' ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** The length of the longest list in a value. */
export function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((most: number, each) => Math.max(most, longestList(each)), 0);
  return Array.isArray(value) ? Math.max(value.length, inside) : inside;
}
