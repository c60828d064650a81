import { createRequire } from 'node:module';
import type { Files } from '../effects/effects.js';

/** Faces of KaTeX and the classes of its HTML that ask for them; those without classes every formula needs. */
const faces: readonly { readonly file: string; readonly classes: RegExp | null }[] = [
  { file: 'KaTeX_Main-Regular', classes: null },
  { file: 'KaTeX_Math-Italic', classes: null },
  { file: 'KaTeX_Main-Bold', classes: /\bmathbf\b|\btextbf\b/u },
  { file: 'KaTeX_Main-Italic', classes: /\bmathit\b|\btextit\b/u },
  { file: 'KaTeX_Math-BoldItalic', classes: /\bboldsymbol\b/u },
  { file: 'KaTeX_AMS-Regular', classes: /\bmathbb\b|\bamsrm\b|\btextbb\b/u },
  { file: 'KaTeX_Caligraphic-Regular', classes: /\bmathcal\b/u },
  { file: 'KaTeX_Fraktur-Regular', classes: /\bmathfrak\b|\btextfrak\b/u },
  { file: 'KaTeX_Script-Regular', classes: /\bmathscr\b|\btextscr\b/u },
  { file: 'KaTeX_SansSerif-Regular', classes: /\bmathsf\b|\btextsf\b/u },
  { file: 'KaTeX_Typewriter-Regular', classes: /\bmathtt\b|\btexttt\b/u },
  { file: 'KaTeX_Size1-Regular', classes: /\bsize1\b|small-op/u },
  { file: 'KaTeX_Size2-Regular', classes: /\bsize2\b|large-op/u },
  { file: 'KaTeX_Size3-Regular', classes: /\bsize3\b/u },
  { file: 'KaTeX_Size4-Regular', classes: /\bsize4\b|delim-size4/u },
];

/** `@font-face` rules of the faces that the formulae of a document use, fonts inside; empty where it has none. */
export async function katexFontCss(html: string, files: Files): Promise<string> {
  if (!html.includes('class="katex"')) return '';
  const used = faces.filter(({ classes }) => classes === null || classes.test(html));
  return (await Promise.all(used.map(({ file }) => fontFace(file, files)))).join('\n');
}

async function fontFace(file: string, files: Files): Promise<string> {
  const path = createRequire(import.meta.url).resolve(`katex/dist/fonts/${file}.woff2`);
  const [family = '', variant = ''] = file.split('-');
  const weight = /Bold/u.test(variant) ? 700 : 400;
  const style = /Italic/u.test(variant) ? 'italic' : 'normal';
  const font = Buffer.from(await files.read(path)).toString('base64');
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${font}) format('woff2'); }`;
}
