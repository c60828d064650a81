/** Characters that no font need have: controls, joiners, marks of direction, line ends, and plane 16, whose characters mark words. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\u{100000}-\u{10ffff}]$/u;
/** HarfBuzz makes these out of the space where a font has only that. */
const space = /^\p{Zs}$/u;

/**
 * The code points that a text may draw, in order: as written and composed (a browser draws é where "e" and an accent are
 * written), without those that are never seen. With `cased`, the capitals and small letters too, for `text-transform`.
 */
export function drawnCodePoints(text: string, cased = false): readonly number[] {
  const variants = cased ? [text, text.toUpperCase(), text.toLowerCase()] : [text];
  const characters = new Set(variants.flatMap((variant) => [...variant, ...variant.normalize('NFC')]));
  const codePoints = new Set<number>();
  for (const character of characters) {
    if (unseen.test(character)) continue;
    codePoints.add(space.test(character) && character !== '\u00a0' ? 0x20 : (character.codePointAt(0) ?? 0));
  }
  return [...codePoints].sort((a, b) => a - b);
}
