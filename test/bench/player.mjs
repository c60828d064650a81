// npm run bench: the presented document in the browser. Prints medians; a timing never fails a test, so this is no test.
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Work of a key: until its handlers and the layout that follows are done, and until the frame with it is drawn. */
const pressed = async (key) => {
  const start = performance.now();
  dispatchEvent(new KeyboardEvent('keydown', { key }));
  document.body.getBoundingClientRect();
  const work = performance.now() - start;
  await new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    }),
  );
  return { work, drawn: performance.now() - start };
};

/** Opens a deck some times, turns its slides, asks for the overview, and prints what each took. */
export async function benchPlayer(html, executablePath, rounds) {
  const browser = await puppeteer.launch({ executablePath, headless: 'shell', args: ['--no-sandbox'] });
  const [paint, turn, overview] = [[], [], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 720 });
      await page.goto(pathToFileURL(html).href);
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      paint.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime),
      );
      for (let slide = 0; slide < 20; slide += 1) turn.push(await page.evaluate(pressed, 'ArrowRight'));
      overview.push(await page.evaluate(pressed, 'o'));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const ms = (value) => `${value.toFixed(1)} ms`;
  const both = (runs) =>
    `${ms(median(runs.map(({ work }) => work)))} work, ${ms(median(runs.map(({ drawn }) => drawn)))} to the frame`;
  console.log(`player      first slide after ${ms(median(paint))}`);
  console.log(`            turning a slide ${both(turn)}`);
  console.log(`            overview ${both(overview)}`);
}
