import { naughty } from '../markdown/naughty.js';
import type { Random } from './random.js';

/** Pieces that mean something to YAML. */
const pieces = [
  ':',
  '- ',
  '\n',
  '  ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!!x ',
  '|',
  '>',
  '#',
  '\t',
  '---\n',
  '? ',
  '\u0000',
  '\ud800',
  '~',
  '0x1F',
  '<<: ',
];

type Mutation = (text: string, random: Random) => string;

/** What an editor, a merge or a bad copy does to a text. */
const mutations: readonly Mutation[] = [
  (text, random) => cut(text, random.below(text.length), 1 + random.below(9), ''),
  (text, random) => cut(text, random.below(text.length), 0, random.pick(pieces)),
  (text, random) => cut(text, random.below(text.length), 0, random.pick(naughty)),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => withLines(text, (lines) => lines.splice(random.below(lines.length), 1)),
  (text, random) =>
    withLines(text, (lines) => lines.splice(random.below(lines.length), 0, random.pick(lines))),
  (text, random) =>
    withLines(text, (lines) => lines.splice(random.below(lines.length), 1, ` ${random.pick(lines)}`)),
  (text, random) =>
    text.replace(/: ([^\n]*)/u, `: ${random.pick(['null', '[]', '{}', '-1', 'true', '2017-02-31', '""'])}`),
  (text, random) => swapValues(text, random),
];

/** A text after one to three mutations. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + random.below(3); left > 0 && mutated.length > 0; left -= 1)
    mutated = random.pick(mutations)(mutated, random);
  return mutated;
}

function cut(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

/** The value of one field in place of that of another. */
function swapValues(text: string, random: Random): string {
  const values = [...text.matchAll(/(?<=: )[^\n]+/gu)];
  if (values.length === 0) return text;
  const [from, to] = [random.pick(values), random.pick(values)];
  return cut(text, to.index, to[0].length, from[0]);
}
