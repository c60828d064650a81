/**
 * CSS without characters beyond ASCII, each as its escape (CSS Syntax 3, 4.3.7). A browser keeps text with but one of them at
 * two bytes a character and works through it far slower: with fonts inside, that delays the first slide by a quarter.
 */
export function asciiCss(css: string): string {
  return css.replace(/\\[\0-\x7f]|\\?([^\0-\x7f])/gu, (written, character: string | undefined) =>
    character === undefined ? written : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
}
