import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeckBrowser, startBrowser } from '../../src/browser/browser.js';
import { fittingWith } from '../../src/deck/fit.js';
import type { Face } from '../../src/deck/kind-view.js';
import { drawnCodePoints } from '../../src/fonts/characters.js';
import { fontFaceCss } from '../../src/fonts/font-face-css.js';
import type { FontLibrary } from '../../src/fonts/font-library.js';
import { uprightFaces } from '../../src/fonts/used-faces.js';
import { libraryHere } from '../fonts/library.js';
import { squareTexts, texts } from './fit-texts.js';

const size = { width: 1280, height: 720 };
const families = { serif: 'Gelasio', sans: 'Carlito' } as const;
const css: Readonly<Record<Face, string>> = {
  sans: "400 1px Carlito, 'Noto Sans Arabic'",
  'sans-bold': '700 1px Carlito',
  serif: '400 1px Gelasio, Tinos',
  'serif-bold': '700 1px Gelasio, Tinos',
};
const plain = texts.filter((text) => !/[*`]/u.test(text));
const settings = [
  { face: 'sans', pt: 18, width: 662 },
  { face: 'sans', pt: 15, width: 172 },
  { face: 'sans-bold', pt: 21, width: 368 },
  { face: 'serif', pt: 24, width: 956 },
  { face: 'serif-bold', pt: 28, width: 564 },
] as const;
const cases = settings.flatMap((setting) => plain.map((text) => ({ ...setting, text })));

let browser: DeckBrowser;
let library: FontLibrary;
let fontCss: string;
beforeAll(async () => {
  browser = startBrowser({ path: null, env: process.env, concurrency: 1, deadline: 60_000, say: () => {} });
  library = libraryHere();
  const codePoints = drawnCodePoints([...texts, ...squareTexts, '-'].join(''));
  const faces = uprightFaces(['Gelasio', 'Carlito']);
  fontCss = await fontFaceCss(
    library,
    faces.map((face) => ({ face, codePoints })),
    false,
  );
});
afterAll(() => browser.close());

interface Drawn {
  readonly lines: number;
  /** Width in px of the text on one line. */
  readonly width: number;
}

/** Draws every case in the browser with the embedded fonts, in its box and on one line. */
async function draw(): Promise<readonly Drawn[]> {
  const script = `document.fonts.ready.then(() => {
    const fonts = ${JSON.stringify(css)};
    return ${JSON.stringify(cases)}.map(({ text, face, pt, width }) => {
      const box = document.createElement('div');
      box.style.cssText = 'font:' + fonts[face] + ';font-size:' + pt * 4 / 3 + 'px;width:' + width + 'px';
      box.textContent = text;
      document.querySelector('section').append(box);
      const lines = Math.round(box.getBoundingClientRect().height / (pt * 4 / 3 * 1.2));
      box.style.cssText += ';width:max-content;white-space:nowrap';
      const drawn = { lines, width: box.getBoundingClientRect().width };
      box.remove();
      return drawn;
    });
  })`;
  const style =
    'div { line-height: 1.2 !important; font-kerning: none; font-variant-ligatures: none; overflow-wrap: break-word }';
  // Every face is drawn once in the document, so that each is loaded before the script counts.
  const samples = Object.values(css).map((font) => `<p style="font: ${font}">${plain.join(' ')}</p>`);
  const html = `<!DOCTYPE html><html lang="en"><head><style>${fontCss} ${style}</style></head><body><div class="marpit"><section>${samples.join('')}</section></div></body></html>`;
  const drawn: unknown = await browser.withDeck({ html, size }, (deck) => deck.evaluate(script));
  if (!Array.isArray(drawn)) throw new Error('the page gave no list');
  return drawn;
}

describe('the lines that fitting reckons', () => {
  it('are never fewer than Chromium draws, and no more than 3 % less room would make', async () => {
    const drawn = await draw();
    const fit = fittingWith(library, families);
    const wrong = cases.flatMap(({ text, face, pt, width }, index) => {
      const real = drawn[index]?.lines ?? 0;
      const reckoned = fit.lines({ text, at: null, form: 'plain' }, pt, width, face);
      const roomy = fit.lines({ text, at: null, form: 'plain' }, pt, width * 1.03, face);
      return roomy === real && reckoned >= real ? [] : [{ text, face, width, real, roomy, reckoned }];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(100);
  });

  it('come from widths that are Chromium’s own', async () => {
    const drawn = await draw();
    const faces = {
      sans: 'Carlito',
      'sans-bold': 'Carlito',
      serif: 'Gelasio',
      'serif-bold': 'Gelasio',
    } as const;
    const wrong = cases.flatMap(({ text, face, pt }, index) => {
      const weight = face.endsWith('bold') ? 700 : 400;
      const width = library.width(text, { family: faces[face], weight, italic: false, sizePx: (pt * 4) / 3 });
      const real = drawn[index]?.width ?? 0;
      return Math.abs(width - real) < real * 0.002 + 0.1 ? [] : [{ text, face, real, width }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('inline Markdown', () => {
  it('takes no room but for the bold', () => {
    const fit = fittingWith(library, families);
    const marked = (text: string) => fit.lines({ text, at: null, form: 'inline' }, 18, 172);
    const words = 'The bottom line is not what the appendix says, see the note';
    expect(
      marked(
        'The bottom line is *not* what the `appendix` says, see [the note](https://example.org/a/very/long/address/indeed)',
      ),
    ).toBe(marked(words));
    expect(marked(`**${words} ${words} ${words}**`)).toBe(
      fit.lines(`${words} ${words} ${words}`, 18, 172, 'sans-bold'),
    );
  });
});
