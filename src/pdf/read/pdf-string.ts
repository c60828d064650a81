const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

/** The text string that a key of a dictionary holds (ISO 32000-1, 7.3.4); null where it holds none. */
export function pdfString(body: string, key: string): string | null {
  const [, literal, hex] =
    new RegExp(`/${key} ?(?:\\(((?:[^\\\\()]|\\\\[\\s\\S])*)\\)|<([\\dA-Fa-f\\s]*)>)`, 'u').exec(body) ?? [];
  if (literal !== undefined) return decoded(Buffer.from(unescaped(literal), 'latin1'));
  return hex === undefined ? null : decoded(Buffer.from(hex.replace(/\s/gu, ''), 'hex'));
}

function unescaped(literal: string): string {
  return literal.replace(
    /\\(?:([0-7]{1,3})|([\s\S]))/gu,
    (_, octal: string | undefined, character: string) =>
      octal === undefined
        ? (escapes[character] ?? character)
        : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** UTF-16BE by its mark, else PDFDocEncoding, which is Latin-1 as far as addresses and descriptions go. */
function decoded(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return bytes
    .subarray(2, bytes.length - (bytes.length % 2))
    .swap16()
    .toString('utf16le');
}
