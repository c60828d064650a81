import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import type { DeckBrowser } from '../../src/browser/browser.js';
import type {
  BoxItem,
  MeasuredDeck,
  PictureItem,
  Scene,
  SceneItem,
  TableItem,
  TextItem,
} from '../../src/scene/scene.js';
import { isMeasured } from '../../src/scene/scene.js';
import { browserIn, removeTemporaryFolders, temporaryFolder } from '../browser/probes.js';

const root = resolve(import.meta.dirname, '../..');
let browser: DeckBrowser;
let script: string;

beforeAll(async () => {
  browser = browserIn(await temporaryFolder());
  const entryPoints = [`${root}/src/scene/page/measure.ts`];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', write: false });
  script = outputFiles[0]?.text ?? '';
});
afterAll(async () => {
  await browser.close();
  await removeTemporaryFolders();
});

const faces = [
  ['Carlito', 400, 'carlito/files/carlito-latin-400-normal.woff2'],
  ['Carlito', 700, 'carlito/files/carlito-latin-700-normal.woff2'],
  ['Noto Sans Arabic', 400, 'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2'],
] as const;

function fontCss(): string {
  return faces
    .map(([family, weight, file]) => {
      const bytes = readFileSync(`${root}/node_modules/@fontsource/${file}`).toString('base64');
      return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${bytes}) }`;
    })
    .join('\n');
}

/** A document of slides as Marp writes it; `slides` are the insides of their sections. */
function documentOf(slides: readonly string[], css: string): string {
  const sections = slides.map(
    (slide, index) =>
      `<svg viewBox="0 0 1280 720"><foreignObject width="1280" height="720"><section class="points" data-marpit-pagination="${index + 1}">${slide}</section></foreignObject></svg>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title><style>${fontCss()}
@page { size: 1280px 720px; margin: 0 } html, body { margin: 0 }
div.marpit > svg { display: block; width: 1280px; height: 720px }
section { position: relative; box-sizing: border-box; width: 1280px; height: 720px; padding: 40px; background: #fff; color: #15191c;
  font: 20px/1.2 Carlito, 'Noto Sans Arabic'; font-kerning: none; font-variant-ligatures: none }
h1 { font-size: 36px; line-height: 1.2; margin: 0 0 20px } p, ul, ol, table { margin: 0 0 10px }
${css}</style></head><body><div class="marpit">${sections.join('')}</div></body></html>`;
}

/** What was measured of some slides, and what a script in the same page says of them. */
export interface Measured<Seen> {
  readonly deck: MeasuredDeck;
  readonly seen: Seen;
}

/** Measures slides, then asks the same page; `read` tells the answer from anything else. */
export async function measureAndAsk<Seen>(
  slides: readonly string[],
  css: string,
  question: string,
  read: (answer: unknown) => Seen,
): Promise<Measured<Seen>> {
  const document = { html: documentOf(slides, css), size: { width: 1280, height: 720 } };
  return browser.withDeck(document, async (page) => {
    const deck = await page.evaluate(`${script};__measure()`);
    if (!isMeasured(deck)) throw new TypeError('the page was not measured');
    return { deck, seen: read(await page.evaluate(question)) };
  });
}

/** Measures slides. */
export async function measure(slides: readonly string[], css = ''): Promise<MeasuredDeck> {
  return (await measureAndAsk(slides, css, 'null', () => null)).deck;
}

/** Measures one slide. */
export async function measureSlide(slide: string, css = ''): Promise<Scene> {
  const [scene] = (await measure([slide], css)).scenes;
  if (!scene) throw new Error('the deck has no slide');
  return scene;
}

/** The words of a text, a line each. */
export function linesOf({ paragraphs }: Pick<TextItem, 'paragraphs'>): readonly string[] {
  return paragraphs.flatMap(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')));
}

function isText(item: SceneItem): item is TextItem {
  return item.kind === 'text';
}
function isBox(item: SceneItem): item is BoxItem {
  return item.kind === 'box';
}
function isTable(item: SceneItem): item is TableItem {
  return item.kind === 'table';
}
function isPicture(item: SceneItem): item is PictureItem {
  return item.kind === 'picture';
}

/** The texts of a slide. */
export function textsOf({ items }: Scene): readonly TextItem[] {
  return items.filter(isText);
}

/** The drawn boxes of a slide. */
export function boxesOf({ items }: Scene): readonly BoxItem[] {
  return items.filter(isBox);
}

/** The one table of a slide. */
export function tableOf({ items }: Scene): TableItem {
  const [table] = items.filter(isTable);
  if (!table) throw new Error('the slide has no table');
  return table;
}

/** The pictures of a slide. */
export function picturesOf({ items }: Scene): readonly PictureItem[] {
  return items.filter(isPicture);
}
