import type { Relationships } from '../opc/relationships.js';

/** Addresses that a deck may lead to; anything else is text. */
const outside = /^(?:https?:\/\/|mailto:)/iu;

/** Text keeps the colour it has on the slide, not that of the theme's links. */
const ownColour =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

/** Makes the `a:hlinkClick` of addresses on one slide: pages of the web, mail, and `#3` for the third slide. */
export function linkWriter(relationships: Relationships, slideCount: number): (address: string) => string {
  return (address) => {
    const slide = /^#(\d+)$/u.exec(address)?.[1];
    if (slide && Number(slide) >= 1 && Number(slide) <= slideCount) {
      const id = relationships.add('slide', `slide${Number(slide)}.xml`);
      return `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump">${ownColour}</a:hlinkClick>`;
    }
    const target = outside.test(address) ? normal(address) : null;
    if (!target) return '';
    return `<a:hlinkClick r:id="${relationships.add('hyperlink', target, true)}">${ownColour}</a:hlinkClick>`;
  };
}

/** The address as a URI: PowerPoint repairs files whose relationships hold anything else. */
function normal(address: string): string | null {
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}
