/** How templates are compiled: block helpers are these alone, and a field that is not there is a fault. */
export const compileOptions = {
  noEscape: true,
  strict: true,
  knownHelpers: { each: true, if: true, unless: true, with: true },
};
