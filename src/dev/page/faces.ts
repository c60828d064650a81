const faces = new Map<string, FontFace>();

/**
 * Puts the fonts of `@font-face` rules in place of those before. They are loaded first and then exchanged at once, and what stays
 * is not touched, so that no text is drawn in another font meanwhile.
 */
export async function showFaces(css: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  const wanted = new Map(rules.map((rule) => [rule.cssText, rule.style]));
  const fresh = [...wanted].filter(([text]) => !faces.has(text));
  const loading = fresh.map(async ([text, style]) => [text, await load(style)] as const);
  const loaded = await Promise.all(loading);
  for (const [text, face] of loaded) {
    faces.set(text, face);
    document.fonts.add(face);
  }
  for (const [text, face] of faces) {
    if (wanted.has(text)) continue;
    document.fonts.delete(face);
    faces.delete(text);
  }
}

/** A font that cannot be read is left to the fallback. */
function load(style: CSSStyleDeclaration): Promise<FontFace> {
  const value = (name: string) => style.getPropertyValue(name);
  const face = new FontFace(value('font-family').replace(/^["']|["']$/gu, ''), value('src'), {
    weight: value('font-weight') || 'normal',
    style: value('font-style') || 'normal',
    unicodeRange: value('unicode-range') || 'U+0-10FFFF',
  });
  return face.load().catch(() => face);
}
