/** How long a start may take, and what calls it off. */
export interface StartLimit {
  readonly ms: number;
  readonly closing?: AbortSignal;
}

/** The browser runs and says nothing. */
export class Silence extends Error {}

/** Fails when the time of a start is over, or when nobody waits for it any more. */
export function silence({ ms, closing }: StartLimit): {
  readonly fails: Promise<never>;
  readonly end: () => void;
} {
  let end = () => {};
  const fails = new Promise<never>((_, reject) => {
    const give = () => reject(new Silence(`it did not answer within ${ms / 1000} s`));
    const timer = setTimeout(give, ms);
    closing?.addEventListener('abort', give);
    end = () => {
      clearTimeout(timer);
      closing?.removeEventListener('abort', give);
    };
    if (closing?.aborted) give();
  });
  fails.catch(() => {});
  return { fails, end };
}
