/** Colours that every theme has, by their names in CSS without the dashes. */
export const colourTokens = [
  'paper',
  'ink',
  'ink-2',
  'strong',
  'rule',
  'tint',
  'accent',
  'accent-tint',
  'deep',
  'on-deep',
  'map-mid',
  'map-land',
] as const;

/** The name of a colour of the theme. */
export type ColourToken = (typeof colourTokens)[number];
