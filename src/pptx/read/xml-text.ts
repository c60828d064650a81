const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML with its references resolved. */
export function xmlText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return names[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, given what stands behind the name of its tag; empty where it has none. */
export function attribute(values: string, name: string): string {
  const start = values.indexOf(` ${name}=`);
  if (start < 0) return '';
  const quote = start + name.length + 2;
  const end = values.indexOf(values.charAt(quote), quote + 1);
  return end < 0 ? '' : xmlText(values.slice(quote + 1, end));
}
