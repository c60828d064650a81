/**
 * Where Chromium may break a line, as its two tables allow it: the one for ASCII in Blink's LazyLineBreakIterator and ICU's
 * rules (UAX #14) for the rest. Read off the browser pair by pair; `test/deck/fit-breaks.test.ts` asks it again.
 */

type BreakClass =
  | 'attached'
  | 'space'
  | 'glue'
  | 'open'
  | 'wideOpen'
  | 'close'
  | 'exclamation'
  | 'slash'
  | 'hyphen'
  | 'after'
  | 'emDash'
  | 'question'
  | 'percent'
  | 'prefix'
  | 'bar'
  | 'ideograph'
  | 'ascii'
  | 'word';

/** Characters by what they do to a line; the first row that matches counts, `word` is the rest. */
const classes: readonly (readonly [BreakClass, RegExp])[] = [
  ['attached', /[\p{Mn}\p{Me}\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/u],
  ['glue', /[\u00a0\u202f\u2007\u2011\u2060\ufeff"'“”‘’«»‹›]/u],
  ['space', /[\s\u200b]/u],
  ['open', /[([{„]/u],
  ['wideOpen', /[「『（【〈《〔［｛]/u],
  ['close', /[),.:;\]]/u],
  ['exclamation', /[!}]/u],
  ['slash', /\//u],
  ['hyphen', /-/u],
  ['after', /[–\u00ad\u2010]/u],
  ['emDash', /—/u],
  ['question', /[?…、。，．！？：；」』）】〉》〕］｝]/u],
  ['percent', /[%‰°％]/u],
  ['prefix', /[$+\\€£¥₩±−№]/u],
  ['bar', /\|/u],
  [
    'ideograph',
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Emoji_Presentation}]/u,
  ],
  ['ascii', /[!-~]/u],
];

const wide = ['ideograph', 'wideOpen'] as const;
const words = ['ascii', 'word', 'open', 'prefix', 'percent', ...wide] as const;

/** After a character of the class, a line may break before one of these. White space is not in it: after it, always. */
const breaksBefore: Readonly<Record<BreakClass, readonly BreakClass[]>> = {
  attached: [],
  space: [],
  glue: [],
  open: [],
  wideOpen: [],
  close: ['open', 'emDash', ...wide],
  exclamation: ['open', 'emDash', 'word', ...wide],
  slash: ['emDash', 'word', ...wide],
  hyphen: ['hyphen', 'emDash', 'bar', ...words],
  after: ['emDash', ...words],
  emDash: words,
  question: ['emDash', ...words],
  percent: ['open', 'emDash', 'prefix', ...wide],
  prefix: ['emDash', 'wideOpen'],
  bar: ['open', 'emDash', 'word', 'prefix', ...wide],
  ideograph: ['ascii', 'word', 'open', 'prefix', 'emDash', ...wide],
  ascii: ['emDash', ...wide],
  word: ['emDash', ...wide],
};

const known = new Map<string, BreakClass>();

function classOf(character: string): BreakClass {
  let found = known.get(character);
  if (found === undefined) {
    found = classes.find(([, characters]) => characters.test(character))?.[0] ?? 'word';
    known.set(character, found);
  }
  return found;
}

/** Whether a line may break before `characters[index]`. */
export function mayBreak(characters: readonly string[], index: number): boolean {
  const [before = '', next = ''] = [characters[index - 1], characters[index]];
  const following = classOf(next);
  if (index === 0 || following === 'attached' || following === 'space') return false;
  const preceding = classOf(baseBefore(characters, index));
  if (preceding === 'space') return true;
  // A hyphen before a digit is a minus sign, unless a word or a number stands before it: "-5", but "2026-11".
  if (before === '-' && /[0-9]/u.test(next)) return /[A-Za-z0-9]/u.test(characters[index - 2] ?? '');
  return breaksBefore[preceding].includes(following);
}

/** The character that combining marks and joiners belong to. */
function baseBefore(characters: readonly string[], index: number): string {
  let at = index - 1;
  if (characters[at] === '\u200d') return '\u2060';
  while (at > 0 && classOf(characters[at] ?? '') === 'attached') at -= 1;
  return characters[at] ?? '';
}
