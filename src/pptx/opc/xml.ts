/** Characters that XML 1.0 cannot hold, and lone surrogates. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands between tags or in an attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}

/** Attributes as XML, in the order given; null and undefined ones are left out. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${written(value)}"`)
    .join('');
}

function written(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  // An attribute's line breaks would be read back as spaces.
  return escapeXml(String(value)).replace(/\n/gu, '&#10;').replace(/\t/gu, '&#9;');
}

/** First line of every XML part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces that most parts of PresentationML declare. */
export const presentationNamespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
