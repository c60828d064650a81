/** Layout first (fonts load when text needs them), then fonts and pictures; a picture that cannot be decoded is shown broken. */
export const settled = `(async () => {
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  document.documentElement.getBoundingClientRect();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
})()`;

/** What scripts do on a change of size they have done two frames later. */
export const scriptsDone = `(async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
})()`;

/** What of a slide is shown for a picture of one element. */
export interface Shown {
  /** A simple selector of an element, or of its `::before` or `::after`. */
  readonly selector: string;
  /** With its text, all within but the text, or its own box alone. */
  readonly shows: 'text' | 'inside' | 'ground';
  /** Over what lies below it. */
  readonly backdrop: boolean;
}

/** Text takes no ink; a colour of `transparent` would clear the borders that have the text's colour too. */
const textless = `-webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important;
text-decoration-color: transparent !important; text-emphasis-color: transparent !important; text-shadow: none !important`;

/** By a style sheet of its own; visibility changes no layout. Of a hidden foreignObject Chromium paints nothing at all. */
export function showOnly(shown: Shown): string {
  return `(() => {
  const style = document.getElementById('briefdeck-cut-out') ?? document.createElement('style');
  style.id = 'briefdeck-cut-out';
  style.textContent = ${JSON.stringify(cutOutCss(shown))};
  document.head.append(style);
})()`;
}

function cutOutCss({ selector, shows, backdrop }: Shown): string {
  const element = selector.replace(/::.*$/u, '');
  const frames = `div.marpit > svg, div.marpit > svg > foreignObject, [data-auto-scaling]:has(${element})`;
  const around = `html, body { background: none !important }
body *, body *::before, body *::after { visibility: hidden !important }
body :is(${frames}) { visibility: visible !important }`;
  const inside = `body ${selector}, body ${selector} *, body ${selector}::before, body ${selector}::after, body ${selector} *::before, body ${selector} *::after { visibility: inherit !important }
body ${selector} { visibility: visible !important }`;
  const within = `body ${selector} *, body ${selector}::before, body ${selector}::after { visibility: hidden !important }
body ${selector} { visibility: visible !important }`;
  const clear = `body *, body *::before, body *::after { ${textless} }
body *::marker { color: transparent !important }`;
  return [backdrop ? '' : around, shows === 'ground' ? within : inside, shows === 'text' ? '' : clear].join(
    '\n',
  );
}

/** Takes that style sheet away. */
export const showAll = `document.getElementById('briefdeck-cut-out')?.remove()`;

/** Where a slide stands on the page, by its index from 0, and its size; null where there is none. */
export function slideBox(slide: number): string {
  return `(() => {
  const slide = document.querySelectorAll('div.marpit > svg, div.marpit > section')[${slide}];
  if (!slide) return null;
  const { y, width, height } = slide.getBoundingClientRect();
  return { y: y + scrollY, width, height };
})()`;
}
