import type { EmbeddedFont } from '../fonts/embedding.js';
import type { Fill, Run, Scene } from '../scene/scene.js';
import type { Palette } from './shapes/colour-xml.js';
import { faceName } from './text/typefaces.js';

/** The slots of a colour scheme. */
export type SchemeSlot =
  | 'dk1'
  | 'lt1'
  | 'dk2'
  | 'lt2'
  | 'accent1'
  | 'accent2'
  | 'accent3'
  | 'accent4'
  | 'accent5'
  | 'accent6'
  | 'hlink'
  | 'folHlink';

/** Colours and faces of the deck, as Office themes have them. */
export interface ThemePlan {
  readonly name: string;
  /** `#RRGGBB` by slot. */
  readonly colours: Readonly<Record<SchemeSlot, string>>;
  readonly headingFace: string;
  readonly bodyFace: string;
  readonly palette: Palette;
}

/**
 * Where each slot's colour comes from: a token of the theme, else what Office has. Charts that people add take the accents
 * in order, so the first are those that stand out on paper, and neighbours differ.
 */
const slots: readonly { readonly slot: SchemeSlot; readonly token: string; readonly otherwise: string }[] = [
  { slot: 'dk1', token: 'ink', otherwise: '#000000' },
  { slot: 'lt1', token: 'paper', otherwise: '#FFFFFF' },
  { slot: 'dk2', token: 'deep', otherwise: '#44546A' },
  { slot: 'lt2', token: 'tint', otherwise: '#E7E6E6' },
  { slot: 'accent1', token: 'accent', otherwise: '#4472C4' },
  { slot: 'accent2', token: 'strong', otherwise: '#ED7D31' },
  { slot: 'accent3', token: 'map-mid', otherwise: '#A5A5A5' },
  { slot: 'accent4', token: 'ink-2', otherwise: '#FFC000' },
  { slot: 'accent5', token: 'on-deep', otherwise: '#5B9BD5' },
  { slot: 'accent6', token: 'accent-tint', otherwise: '#70AD47' },
  { slot: 'hlink', token: 'accent', otherwise: '#0563C1' },
  { slot: 'folHlink', token: 'strong', otherwise: '#954F72' },
];

/** How a slide names the slots: the master's colour map turns these into the theme's. */
const slideNames: Partial<Readonly<Record<SchemeSlot, string>>> = {
  dk1: 'tx1',
  lt1: 'bg1',
  dk2: 'tx2',
  lt2: 'bg2',
};

/** The colours of the deck's theme by name; of a deck that names none, its commonest text colour and ground. */
export function tokensOf(scenes: readonly Scene[]): Readonly<Record<string, string>> {
  const tokens = scenes.find(({ classes }) => !classes.includes('title'))?.tokens ?? scenes[0]?.tokens ?? {};
  return Object.keys(tokens).length > 0 ? tokens : guessTokens(scenes);
}

/** Makes an Office theme of the tokens and faces that the slides use. */
export function planTheme(
  name: string,
  scenes: readonly Scene[],
  fonts: readonly EmbeddedFont[] = [],
): ThemePlan {
  const plain = tokensOf(scenes);
  const colourOf = (slot: SchemeSlot) => {
    const row = slots.find((each) => each.slot === slot);
    return plain[row?.token ?? ''] ?? row?.otherwise ?? '#000000';
  };
  const colours: Record<SchemeSlot, string> = {
    dk1: colourOf('dk1'),
    lt1: colourOf('lt1'),
    dk2: colourOf('dk2'),
    lt2: colourOf('lt2'),
    accent1: colourOf('accent1'),
    accent2: colourOf('accent2'),
    accent3: colourOf('accent3'),
    accent4: colourOf('accent4'),
    accent5: colourOf('accent5'),
    accent6: colourOf('accent6'),
    hlink: colourOf('hlink'),
    folHlink: colourOf('folHlink'),
  };
  const carried = new Set(fonts.map(({ family }) => family));
  const bodyFace = mostUsed(scenes, false, carried) ?? 'Calibri';
  const headingFace = mostUsed(scenes, true, carried) ?? bodyFace;
  return {
    name,
    colours,
    headingFace,
    bodyFace,
    palette: {
      colours: byValue(colours),
      faces: references(headingFace, bodyFace),
      carried,
    },
  };
}

function byValue(colours: ThemePlan['colours']): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { slot } of slots) {
    // Hyperlink slots are not for other text: Office shows them as links.
    if (slot === 'hlink' || slot === 'folHlink' || names.has(colours[slot])) continue;
    names.set(colours[slot], slideNames[slot] ?? slot);
  }
  return names;
}

function references(headingFace: string, bodyFace: string): ReadonlyMap<string, string> {
  return new Map([
    [headingFace, '+mj-lt'],
    [bodyFace, '+mn-lt'],
  ]);
}

/** A deck without tokens: its commonest text colour and its commonest ground. */
function guessTokens(scenes: readonly Scene[]): Readonly<Record<string, string>> {
  const ink = commonest(runsOf(scenes, null).map(({ colour, text }) => [colour.hex, text.length] as const));
  const paper = commonest(scenes.map(({ background }) => [solidHex(background), 1] as const));
  return { ...(ink ? { ink } : {}), ...(paper ? { paper } : {}) };
}

function solidHex(fill: Fill | null): string {
  return fill?.kind === 'solid' ? fill.colour.hex : '#FFFFFF';
}

function mostUsed(scenes: readonly Scene[], titles: boolean, carried: ReadonlySet<string>): string | null {
  return commonest(
    runsOf(scenes, titles).map(({ family, text }) => [faceName(family, carried), text.length] as const),
  );
}

function runsOf(scenes: readonly Scene[], titles: boolean | null): readonly Run[] {
  return scenes.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'text' && (titles === null || (item.role === 'title') === titles)
        ? item.paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs))
        : [],
    ),
  );
}

function commonest(values: readonly (readonly [string, number])[]): string | null {
  const counts = new Map<string, number>();
  for (const [value, weight] of values) counts.set(value, (counts.get(value) ?? 0) + weight);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
