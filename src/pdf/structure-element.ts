/** The type of a structure element (`H1`); null for any other object. Skia writes it second. */
export function structureType(body: string): string | null {
  return /^<<\/Type \/StructElem\n\/S \/(\w+)/u.exec(body)?.[1] ?? null;
}

// Skia writes type, structure type, language, parent, page and kids in this order, so no text (`/Alt`, `/T`) can stand before the kids.
const kidsPattern =
  /^(<<\/Type \/StructElem\n\/S \/\w+\n(?:\/Lang \([\w-]*\)\n)?\/P \d+ 0 R\n(?:\/Pg \d+ 0 R\n)?\/K )(\[[^\]]*\]|\d+(?: 0 R)?|<<[^>]*>>)/u;

/** The kids of a structure element as they are written: references, numbers of marked content, and dictionaries. */
export function kidsOf(body: string): readonly string[] {
  return kidsPattern.exec(body)?.[2]?.match(/\d+ 0 R|<<[^>]*>>|\d+/gu) ?? [];
}

/** The same element with other kids. */
export function withKids(body: string, kids: readonly string[]): string {
  return body.replace(kidsPattern, (_, before: string) => `${before}[${kids.join(' ')}]`);
}
