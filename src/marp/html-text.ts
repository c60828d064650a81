/** A text as HTML has it between tags. */
export function htmlText(value: string): string {
  return value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** A text as HTML has it in an attribute between double quotes. */
export function htmlAttribute(value: string): string {
  return htmlText(value).replace(/"/gu, '&quot;');
}

/** A text as CSS has it in `content`: every character that could end it or the rule around it is written by its number. */
export function cssString(value: string): string {
  const safe = value.replace(
    /[^\p{L}\p{N}\p{M} .,/()–—’·-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe}"`;
}
