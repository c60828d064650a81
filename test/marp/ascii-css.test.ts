import { describe, expect, it } from 'vitest';
import { asciiCss } from '../../src/marp/ascii-css.js';

describe('the style sheet of a document', () => {
  it('has escapes in place of characters beyond ASCII, each ended by a space', () => {
    expect(asciiCss(".á::before { content: '– a 😀' }")).toBe(
      ".\\e1 ::before { content: '\\2013  a \\1f600 ' }",
    );
  });

  it('keeps the escapes that are written', () => {
    const written = String.raw`a { content: '\2014  \\ \'' }`;
    expect(asciiCss(written)).toBe(written);
    expect(asciiCss(String.raw`'\\é'`)).toBe(String.raw`'\\\e9 '`);
  });

  it('takes an escaped letter for the letter', () => {
    expect(asciiCss(String.raw`'\é'`)).toBe(String.raw`'\e9 '`);
  });
});
