/** briefdeck's own words on a slide. A language without a table of its own gets English, which a finding says. */
export interface Labels {
  readonly source: string;
  readonly note: string;
  readonly edition: string;
  readonly informationTo: string;
  readonly notStated: string;
  readonly noSource: string;
  readonly undated: string;
  readonly via: string;
  readonly page: string;
  readonly fact: string;
  readonly position: string;
  readonly judgement: string;
  readonly assumption: string;
}

/** The English words. */
export const english: Labels = {
  source: 'Source',
  note: 'Note',
  edition: 'Edition',
  informationTo: 'Information to',
  notStated: 'not stated',
  noSource: 'no source given',
  undated: 'undated',
  via: 'via',
  page: 'p.',
  fact: 'FACT',
  position: 'POSITION',
  judgement: 'JUDGEMENT',
  assumption: 'ASSUMPTION',
};
