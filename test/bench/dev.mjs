// npm run bench, or this part alone: npm run bench -- --preview. The preview as a process, its page in the browser, a file that is saved.
// Prints what was measured; a timing never fails a test, so this is no test.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const sorted = (values) => values.toSorted((a, b) => a - b);
const share = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const now = () => performance.timeOrigin + performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** In the page: resolves with the time of the first frame that shows a word on a slide. */
const shownAt = (word) =>
  new Promise((resolve) => {
    const slides = document.querySelector('.dv-slides');
    const isThere = () => slides.textContent.includes(word);
    const drawn = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      drawn();
    });
    observer.observe(slides, { subtree: true, childList: true, characterData: true });
    if (isThere()) drawn();
  });

/** Memory of a process in MB, its open files, and the processes below it. */
function stateOf(pid) {
  const rss = Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return {
    mb: Math.round(rss / 1024),
    files: readdirSync(`/proc/${pid}/fd`).length,
    children: children.length,
  };
}

async function servePreview(cli, cwd, words) {
  const child = spawn('node', [cli, 'dev', ...words], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return { child, url };
}

/** Saves one word of an outline again and again and says how long the page took, then saves very often and says what is left over. */
export async function benchPreview(cli, outline, executablePath, { edits = 60, saves = 1000 } = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'briefdeck-bench-dev-'));
  const path = join(cwd, 'deck.yaml');
  writeFileSync(path, outline);
  const { child, url } = await servePreview(cli, cwd, ['deck.yaml']);
  const browser = await puppeteer.launch({ executablePath, headless: 'shell', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(url);
    await page.waitForSelector('.dv-slot svg');
    await page.waitForFunction(() => !document.querySelector('.dv-layout'), { timeout: 60_000 });
    const save = (word) => writeFileSync(path, outline.replace('that the talks', `that ${word} the talks`));
    const times = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const shown = page.evaluate(shownAt, `word${edit}x`);
      // As people save: when the layout was checked, and the browser is quiet again.
      await pause(700);
      const start = now();
      save(`word${edit}x`);
      times.push((await shown) - start);
    }
    const ms = (value) => `${value.toFixed(0)} ms`;
    console.log(
      `preview     saved word on screen after ${ms(share(times, 0.5))} (median), ${ms(share(times, 0.95))} (p95)`,
    );
    await benchOutputs(page, path, outline);
    const before = stateOf(child.pid);
    for (let number = 0; number < saves; number += 1) {
      save(`many${number}x`);
      await pause(20);
    }
    await page.evaluate(shownAt, `many${saves - 1}x`);
    await pause(3000);
    const after = stateOf(child.pid);
    console.log(
      `            ${saves} saves: ${before.mb} → ${after.mb} MB, ${before.files} → ${after.files} open files, ${before.children} → ${after.children} processes below it`,
    );
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Presses Build some times, each after an edit, and reads what the page says. */
async function benchOutputs(page, path, outline) {
  const times = [];
  for (let round = 0; round < 6; round += 1) {
    const shown = page.evaluate(shownAt, `build${round}x`);
    writeFileSync(path, outline.replace('that the talks', `that build${round}x the talks`));
    await shown;
    await pause(1500);
    await page.click('.dv-make');
    await pause(50);
    await page.waitForFunction(() => document.querySelector('.dv-status').textContent.startsWith('Written'), {
      timeout: 60_000,
    });
    const said = await page.$eval('.dv-status', (status) => status.textContent);
    times.push(Number(/in (\d+) ms/u.exec(said)?.[1]));
  }
  console.log(
    `            HTML, PDF and PPTX rebuilt in ${share(times, 0.5)} ms (median of ${times.length})`,
  );
}
