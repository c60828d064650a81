import type MarkdownIt from 'markdown-it';
import { stripMarkers } from '../markdown/markers.js';

/** What stands in the rendered deck for the asset of this number until its bytes are put in. */
export function assetPlace(index: number): string {
  return `briefdeck-asset:${index}`;
}

/** markdown-it writes addresses with percent signs. */
function asWritten(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Puts a place holder for each image's address before Marpit reads backgrounds out of the tokens. */
export function collectImages(markdown: MarkdownIt): string[] {
  const assets: string[] = [];
  const normalize = markdown.normalizeLink;
  markdown.validateLink = (url) => !/^\s*(?:javascript|vbscript|file):/iu.test(url);
  markdown.core.ruler.after('inline', 'briefdeck_assets', (state) => {
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'image') continue;
      const address = asWritten(stripMarkers(String(token.attrGet('src') ?? '')));
      if (!assets.includes(address)) assets.push(address);
      token.attrSet('src', assetPlace(assets.indexOf(address)));
    }
  });
  markdown.normalizeLink = (url) => (url.startsWith('briefdeck-asset:') ? url : normalize(url));
  return assets;
}
