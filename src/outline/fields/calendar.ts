/** Tells whether a date written as `2017`, `2017-11` or `2017-11-27` exists in the Gregorian calendar. */
export function isCalendarDate(written: string): boolean {
  const [year = 0, month = 1, day = 1] = written.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
