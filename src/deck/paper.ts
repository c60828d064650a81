/** Sheets that documents are printed on. */
export type Paper = 'a4' | 'letter';

/** Width and height of a sheet, in mm. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Sheets that stand upright. */
export const papers: Readonly<Record<Paper, Sheet>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};

/** Countries whose offices print on Letter, as the Unicode CLDR has them (`paperSize`); all others print on A4. */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper of a country (ISO 3166), or of the one that a language names: `en-US`. */
export function paperOf(region: string | null, language: string): Paper {
  const country = region ?? /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/u.exec(language)?.[1];
  return country && letterCountries.has(country) ? 'letter' : 'a4';
}
