import type { Effects } from '../effects/effects.js';
import { usage } from './arguments.js';

/**
 * The day that the environment gives to what has no date of its own, `YYYY-MM-DD` in UTC; null where it gives none.
 * SOURCE_DATE_EPOCH is a convention of reproducible builds: seconds since 1970.
 */
export function readSourceDate({ SOURCE_DATE_EPOCH: seconds }: Effects['env']): string | null {
  if (!seconds) return null;
  // 253402300800 is the first second of the year 10000, which has one figure too many.
  if (/^\d{1,12}$/u.test(seconds) && Number(seconds) < 253402300800)
    return new Date(Number(seconds) * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const accepted = 'Accepted are whole seconds since 1970, such as 1764547200; unset it to have no date.';
  throw usage(`The environment variable SOURCE_DATE_EPOCH is "${seconds}".`, accepted);
}
