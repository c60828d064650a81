/** How exactly a date of the outline is known. */
export type DatePrecision = 'year' | 'month' | 'day';

/** How exactly `2017`, `2017-11` or `2017-11-27` is known. */
export function precisionOf(date: string): DatePrecision {
  return date.length <= 4 ? 'year' : date.length <= 7 ? 'month' : 'day';
}

const shapes: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** Writes a date in the deck's language, to the precision that it is known: `27 November 2017`. */
export function formatDate(date: string, language: string): string {
  return formatParts(date, language, shapes[precisionOf(date)]);
}

/** Writes day and month alone: `27 November`; a date known by month or year is written as `formatDate` does. */
export function formatDay(date: string, language: string): string {
  return precisionOf(date) === 'day'
    ? formatParts(date, language, { day: 'numeric', month: 'long' })
    : formatDate(date, language);
}

/** Making one takes longer than a slide takes to draw. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes a date by the parts asked for, in the deck's language; English is written as in Britain unless it says otherwise. */
export function formatParts(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  // en alone would give the American order; briefings in English are written "27 November 2017" unless en-US is asked for.
  const locale = language === 'en' ? 'en-GB' : language;
  const key = `${locale} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat([locale, 'en-GB'], { ...options, timeZone: 'UTC', calendar: 'gregory' });
  formats.set(key, format);
  return format.format(startOf(date));
}

/** First instant of a date, UTC. */
export function startOf(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

/** First instant after a date, UTC: the end of the day, month or year. */
export function endOf(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const ends = {
    year: Date.UTC(year + 1, 0, 1),
    month: Date.UTC(year, month, 1),
    day: Date.UTC(year, month - 1, day + 1),
  };
  return new Date(ends[precisionOf(date)]);
}
