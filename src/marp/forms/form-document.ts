import { createHash } from 'node:crypto';
import type { Deck } from '../../deck/deck.js';
import { htmlAttribute, htmlText } from '../html-text.js';

/** A document that is printed or photographed and never opened by people. */
export interface PrintedDocument {
  readonly deck: Pick<Deck, 'language' | 'direction'>;
  readonly title: string;
  readonly css: string;
  readonly html: string;
  /** `data:` URLs by number of the assets that HTML and CSS name. */
  readonly assets: readonly string[];
  /** Marp's own script, where slides need it; null where not. */
  readonly fitting: string | null;
}

/** The document as one HTML text that asks for nothing beyond itself. */
export function printedDocument({ deck, title, css, html, assets, fitting }: PrintedDocument): string {
  const style = putAssets(css, assets).replace(/<\/style/giu, '<\\/style');
  const hash = fitting && `'sha256-${createHash('sha256').update(fitting).digest('base64')}'`;
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; script-src ${hash ?? "'none'"}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${htmlAttribute(deck.language)}" dir="${deck.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
${putAssets(html, assets)}
${fitting === null ? '' : `<script>${fitting}</script>`}
</body>
</html>
`;
}

/** How every printed document is set, whatever it shows. */
export const documentCss = `
html, body { margin: 0; padding: 0; background: var(--paper); color: var(--ink); }
body { font: 10.5pt/1.35 var(--sans); text-rendering: geometricPrecision; hyphens: none; }
body > * { margin: 0; }
p, ul, ol, li, h1, h2, h3 { margin: 0; padding: 0; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
`;

function putAssets(source: string, assets: readonly string[]): string {
  return source.replace(/briefdeck-asset:(\d+)/gu, (place, number) => assets[Number(number)] ?? place);
}
