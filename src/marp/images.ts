/** File types that a deck may show, by their first bytes; SVG is told by its text. */
const signatures: readonly { readonly mime: string; readonly test: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/png', test: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  { mime: 'image/jpeg', test: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mime: 'image/gif', test: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  {
    mime: 'image/webp',
    test: (bytes) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 12) === 'WEBP',
  },
  { mime: 'image/svg+xml', test: (bytes) => /<svg[\s>]/u.test(ascii(bytes, 0, 4000)) },
];

/** The media type of a picture, told by its content and not by its name; null for anything else. */
export function imageType(bytes: Uint8Array): string | null {
  return signatures.find(({ test }) => test(bytes))?.mime ?? null;
}

/** The picture as an address that needs no file. */
export function dataUrl(bytes: Uint8Array, mime: string): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}
