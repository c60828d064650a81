/** A text string (ISO 32000-1, 7.9.2.2): a literal where ASCII holds it, else UTF-16BE in hexadecimal. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return `(${text.replace(/[\\()]/gu, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A date string (7.9.4) as exact as the given `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`. */
export function pdfDate(date: string): string {
  const digits = date.replace(/[^\d]/gu, '');
  return `(D:${digits}${digits.length > 8 ? 'Z' : ''})`;
}
