import type { BuildRequest } from './build-types.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { DrawableDeck } from './draw-deck.js';
import { carriedFamilies, embedFonts, type RefusedFont } from './fonts/embedding.js';
import type { FontLibrary } from './fonts/font-library.js';
import { officeOnly, officeTypefaces } from './fonts/office.js';
import { embedOwnFonts, ownFamilies } from './fonts/own-faces.js';
import { loadSubsetter } from './fonts/subsetter.js';
import { facesUsed } from './fonts/used-faces.js';

/** What a PPTX is aimed at, and what is found on its fonts. */
export interface OfficeAim {
  readonly office: DrawableDeck['office'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Settles what a deck's PPTX is made with beyond the deck; its fonts are loaded by then. */
export async function aimAtOffice(
  { formats, embedFonts: embeds = false }: BuildRequest,
  aim: Omit<DrawableDeck['office'], 'fonts'>,
  { html, css }: { readonly html: string; readonly css: string },
  library: FontLibrary,
): Promise<OfficeAim> {
  if (!formats.includes('pptx')) return { office: { ...aim, fonts: [] }, diagnostics: [] };
  const uses = facesUsed(html, css);
  if (embeds) {
    const drawn = uses.flatMap(({ codePoints }) => codePoints);
    const made = [await embedFonts(library, uses), embedOwnFonts(css, drawn, await loadSubsetter())];
    const fonts = made.flatMap((each) => each.fonts);
    return { office: { ...aim, fonts }, diagnostics: made.flatMap(({ refused }) => refused.map(refusal)) };
  }
  const absent = carriedFamilies(library, uses).filter((family) => officeOnly[family]);
  const diagnostics = [...absent.map(absence), ...ownFamilies(css).map(ownAbsence)];
  return { office: { ...aim, fonts: [] }, diagnostics };
}

const carry = 'With --embed-fonts the PPTX carries the font.';

function absence(family: keyof typeof officeTypefaces): Diagnostic {
  const message = `The PPTX names ${officeTypefaces[family]} for what is drawn in ${family} here; ${officeOnly[family]} alone has it, and other computers take a font of their own.`;
  return diagnostic('FONT-3', message, { hint: carry });
}

function ownAbsence(family: string): Diagnostic {
  const message = `The theme’s own font ${family} is in HTML and PDF; the PPTX names one of Office’s in its place.`;
  return diagnostic('FONT-3', message, { hint: carry });
}

function refusal({ family, reason }: RefusedFont): Diagnostic {
  const message = `${family} cannot go into the PPTX: ${reason}. The PPTX names one of Office’s fonts in its place.`;
  return diagnostic('FONT-3', message);
}
