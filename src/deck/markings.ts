/** Ground and ink of the labels of the Traffic Light Protocol 2.0 (FIRST, https://www.first.org/tlp/): coloured text on black. */
export const tlpColours: Readonly<Record<string, { readonly ground: string; readonly ink: string }>> = {
  'TLP:RED': { ground: '#000000', ink: '#FF2B2B' },
  'TLP:AMBER+STRICT': { ground: '#000000', ink: '#FFC000' },
  'TLP:AMBER': { ground: '#000000', ink: '#FFC000' },
  'TLP:GREEN': { ground: '#000000', ink: '#33FF00' },
  'TLP:CLEAR': { ground: '#000000', ink: '#FFFFFF' },
};

/** Colours of a label that belongs to no scheme and names none of its own. */
export const plainMarking = { ground: '#000000', ink: '#FFFFFF' } as const;
