import { type Code, diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AssetFault } from './assets.js';
import { frontMatterFault } from './front-matter-fault.js';
import type { RenderedMarpDeck } from './render-marp-deck.js';

/** What there is to say of a Marp deck before it is drawn. */
export interface MarpFacts {
  readonly input: string;
  readonly source: string;
  readonly rendered: RenderedMarpDeck;
  /** Families that are drawn with others. */
  readonly replaced: readonly { readonly family: string; readonly by: string }[];
  readonly faults: readonly AssetFault[];
}

/**
 * Warnings, for a Marp deck is drawn all the same: a picture that is not there is a grey box, an unknown theme the default one, a
 * font that is not there its nearest kin.
 */
export function marpFindings({
  input,
  source,
  rendered,
  replaced,
  faults,
}: MarpFacts): readonly Diagnostic[] {
  const { wantedTheme, hasTheme } = rendered;
  const warn = (code: Code, message: string, hint: string, text: string | null): Diagnostic => ({
    ...diagnostic(code, message, { file: input, hint, ...placeOf(text, source) }),
    severity: 'warning',
  });
  const front = frontMatterFault(source, input);
  return [
    ...(front ? [front] : []),
    ...(hasTheme || wantedTheme === null
      ? []
      : [
          warn(
            'THEME-1',
            `There is no theme "${wantedTheme}"; the default one is taken.`,
            'Name its file with --theme FILE.css.',
            wantedTheme,
          ),
        ]),
    ...replaced.map(({ family, by }) =>
      warn(
        'FONT-2',
        `The font "${family}" does not come along; ${by} is set in its place.`,
        'A deck looks the same everywhere with fonts that come along: Arial, Calibri, Georgia, Times New Roman, Courier New.',
        null,
      ),
    ),
    ...faults.map(({ code, message, hint, address }) => warn(code, message, hint, address)),
  ];
}

function placeOf(text: string | null, source: string): { line: number | null; column: number | null } {
  const at = text === null ? -1 : source.indexOf(text);
  if (at === -1) return { line: null, column: null };
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
