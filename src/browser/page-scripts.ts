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

/** By a style sheet of its own; visibility changes no layout. Of a hidden foreignObject Chromium paints nothing at all. */
export function showOnly(selector: string): string {
  const frames = `div.marpit > svg, div.marpit > svg > foreignObject, [data-auto-scaling]:has(${selector})`;
  const css = `html, body { background: none !important }
body * { visibility: hidden !important }
body :is(${frames}, ${selector}, ${selector} *) { visibility: visible !important }`;
  return `(() => {
  const style = document.createElement('style');
  style.id = 'briefdeck-cut-out';
  style.textContent = ${JSON.stringify(css)};
  document.head.append(style);
})()`;
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
