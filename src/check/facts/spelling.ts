/** A word that is nearly a known name. */
interface NearName {
  readonly written: string;
  readonly name: string;
}

/** Words of a text that are a known name in another spelling: one letter off, two in long names; forms of the same name are not. */
export function nearName(text: string, names: readonly string[]): readonly NearName[] {
  const known = new Set(names);
  const words = new Set(
    (text.match(/\p{Lu}[\p{L}’'-]{4,}/gu) ?? []).map((word) => word.replace(/[’']s?$/u, '')),
  );
  return [...words].flatMap((written) => {
    if (known.has(written)) return [];
    const name = names.find((each) => isVariant(each, written));
    return name === undefined ? [] : [{ written, name }];
  });
}

function isVariant(name: string, written: string): boolean {
  if (name.charAt(0) !== written.charAt(0) || Math.abs(name.length - written.length) > 2) return false;
  const [one, other] = [name.toLowerCase(), written.toLowerCase()];
  // Russia and Russian, Korea and Koreas: endings, not spellings.
  const stem = Math.min(one.length, other.length) - 1;
  if (one === other || one.startsWith(other) || other.startsWith(one)) return false;
  const isEnding = one.slice(0, stem) === other.slice(0, stem) && /(?:n|s|ns|ese|ish|i)$/u.test(other);
  const limit = Math.max(one.length, other.length) >= 9 ? 2 : 1;
  return !isEnding && one.length > 5 && distance(one, other) <= limit;
}

/** Letters to change, add or take away. */
function distance(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same),
      );
    }
    last = next;
  }
  return last[other.length] ?? 0;
}
