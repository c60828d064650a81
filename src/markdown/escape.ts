import { type Inline, parseInline } from '../outline/inline.js';

/** A character that means something to Marp Markdown, and where: `before` and `after` are tested against the text around it. */
interface Unsafe {
  readonly character: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** What is written for it where a backslash does not help. */
  readonly as?: string;
  /** The rule of Markdown or Marp that makes it unsafe. */
  readonly because: string;
}

const word = /[\p{L}\p{N}]$/u;

/** What must be escaped inside a line. A character that is not here is safe everywhere. */
const unsafe: readonly Unsafe[] = [
  { character: '\\', because: 'escapes what follows' },
  { character: '`', because: 'opens code' },
  { character: '*', because: 'opens emphasis; a bullet' },
  { character: '_', because: 'opens emphasis at the edge of a word' },
  { character: '[', because: 'opens a link, or an image after !' },
  { character: ']', because: 'closes a link' },
  { character: '<', because: 'opens HTML, a comment (a Marp directive) or an autolink' },
  { character: '>', because: 'a block quotation; closes a comment' },
  { character: '&', because: 'opens a character reference' },
  { character: '#', because: 'a heading, or the closing run of one' },
  { character: '|', because: 'divides table cells' },
  { character: '~', because: 'strikes through; a code fence' },
  { character: '$', because: 'opens math' },
  { character: '!', after: /^(?:\[|$)/u, because: 'makes an image of the link that follows' },
  {
    character: ':',
    after: /^[\w+-]+:/u,
    because: 'an emoji shortcode, which is read after escapes are undone',
    as: ':<span></span>',
  },
  { character: ':', after: /^\/\//u, because: 'linkify makes a link of an address' },
  { character: '.', before: word, after: /^\p{L}/u, because: 'linkify makes a link of a name with a dot' },
  { character: '@', because: 'linkify makes a link of an e-mail address' },
  {
    character: '-',
    before: /^\s*$/u,
    because: 'a bullet, a rule (a new slide) or the underline of a heading',
  },
  { character: '+', before: /^\s*$/u, because: 'a bullet' },
  { character: '=', before: /^\s*$/u, because: 'the underline of a heading' },
  { character: '.', before: /^\s*\d{1,9}$/u, after: /^(?:\s|$)/u, because: 'a numbered list' },
  { character: ')', before: /^\s*\d{1,9}$/u, after: /^(?:\s|$)/u, because: 'a numbered list' },
];

const byCharacter = new Map<string, Unsafe[]>();
for (const row of unsafe) byCharacter.set(row.character, [...(byCharacter.get(row.character) ?? []), row]);

/** Marp prints a single line end as a break, and an empty line ends the block: a text of the outline is one line. No-break spaces are the author's and stay. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\f\v\u2028\u2029]+/gu, ' ').trim();
}

/** Makes every character of a text stand for itself in Marp Markdown, wherever a template prints it. */
export function escapeText(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const rows = byCharacter.get(character);
    const row = rows?.find(
      ({ before, after }) =>
        (!before || before.test(text.slice(Math.max(0, at - 12), at))) &&
        (!after || after.test(text.slice(at + 1, at + 40))),
    );
    out += row ? (row.as ?? `\\${character}`) : character;
  }
  return out;
}

/** Writes the inline Markdown that a text may hold, with all else escaped. */
export function escapeInline(text: string): string {
  return writeAll(parseInline(oneLine(text)));
}

function writeAll(nodes: readonly Inline[]): string {
  return nodes
    .map((node, index) => writeNode(node, isMarked(nodes[index - 1]) || isMarked(nodes[index + 1])))
    .join('');
}

function isMarked(node: Inline | undefined): boolean {
  return node?.type === 'strong' || node?.type === 'emphasis';
}

/** Marks of Markdown where they are sure to be read as such; HTML of the same meaning where their neighbours make them ambiguous. */
function writeNode(node: Inline, crowded: boolean): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.text);
    case 'code':
      return /[`|\\]/u.test(node.text) ? `<code>${escapeText(node.text)}</code>` : `\`${node.text}\``;
    case 'strong':
      return marked(node.children, '**', 'strong', crowded);
    case 'emphasis':
      return marked(node.children, '*', 'em', crowded);
    case 'inserted':
      return `<ins>${writeAll(node.children)}</ins>`;
    case 'deleted':
      return `<del>${writeAll(node.children)}</del>`;
    case 'link':
      return `[${writeAll(node.children)}](<${node.href.replace(/[<>\\|`*_]/gu, encodeURIComponent)}>)`;
  }
}

function marked(children: readonly Inline[], mark: string, element: string, crowded: boolean): string {
  const body = writeAll(children);
  const plain =
    children.length === 1 &&
    children[0]?.type === 'text' &&
    /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(body);
  return plain && !crowded ? `${mark}${body}${mark}` : `<${element}>${body}</${element}>`;
}
