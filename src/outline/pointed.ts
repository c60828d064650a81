/** The steps of a JSON Pointer (RFC 6901), unescaped. */
export function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replace(/~1/gu, '/').replace(/~0/gu, '~'));
}

/** What a pointer names in a value; undefined where nothing is. */
export function valueAt(value: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(
    (here, step) => (Array.isArray(here) ? here[Number(step)] : fieldOf(here, step)),
    value,
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** A copy with another value at a pointer. */
export function withValueAt(value: unknown, pointer: string, now: unknown): unknown {
  return replaced(value, stepsOf(pointer), now);
}

function replaced(value: unknown, [step, ...rest]: readonly string[], now: unknown): unknown {
  if (step === undefined) return now;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === step ? replaced(each, rest, now) : each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    key === step ? replaced(each, rest, now) : each,
  ]);
  return Object.fromEntries(entries);
}
