import type { BuildRequest } from './build-types.js';
import { composeDeck } from './deck/compose.js';
import type { Deck } from './deck/deck.js';
import type { fittingWith } from './deck/fit.js';
import { withholdNotes } from './deck/withhold-notes.js';
import { blocks } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { EditionCopy } from './edition-changes.js';
import type { FontLibrary } from './fonts/font-library.js';
import type { chooseTheme } from './marp/choose-theme.js';
import type { Brief } from './outline/brief.js';

/** A theme that can be used, in the palette of a brief. */
export type ChosenTheme = NonNullable<Awaited<ReturnType<typeof chooseTheme>>['theme']>;

/** A brief as its readers may see it, and the deck that is made of it. */
export interface ComposedBrief {
  readonly brief: Brief;
  readonly theme: ChosenTheme;
  readonly fonts: FontLibrary;
  readonly deck: Deck;
}

/** What a brief is composed with. */
export interface ComposingMeans {
  readonly request: Pick<BuildRequest, 'notes'>;
  /** What of the brief this copy holds, with what changed since the previous edition. */
  readonly copy: () => Promise<EditionCopy>;
  /** Finds the theme that the brief asks for. */
  readonly themeOf: (own: Brief['theme']) => ReturnType<typeof chooseTheme>;
  /** Opens the fonts that texts are measured in. */
  readonly fontsOf: (brief: Brief, families: readonly string[]) => Promise<FontLibrary>;
  /** Fits texts into their boxes by the widths of those fonts. */
  readonly fitWith: typeof fittingWith;
}

/** Brief → Deck; without a deck where a finding blocks. */
export async function composeBrief({ request, copy, themeOf, fontsOf, fitWith }: ComposingMeans): Promise<{
  readonly composed: ComposedBrief | null;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { brief, since, diagnostics: leftOut } = await copy();
  const { theme, diagnostics: unusable } = await themeOf(brief.theme);
  const found = [...leftOut, ...unusable];
  if (!theme || found.some(blocks)) return { composed: null, diagnostics: found };
  const fonts = await fontsOf(brief, Object.values(theme.fonts));
  const whole = composeDeck(brief, theme, fitWith(fonts, theme.fonts), since);
  const { deck, diagnostics: withheld } = withholdNotes(whole, request.notes ?? 'by-marking');
  return { composed: { brief, theme, fonts, deck }, diagnostics: [...found, ...withheld] };
}
