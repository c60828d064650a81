import { spawn } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  browserIn,
  bundleScript,
  document,
  processesNaming,
  removeTemporaryFolders,
  size,
  temporaryFolder,
} from './probes.js';

afterAll(removeTemporaryFolders);

const html = document(['<h1>Canary</h1>']);

/** Kills every browser process that works in a folder, as the system does when memory runs out. */
function killBrowsers(folder: string): void {
  for (const pid of processesNaming(folder)) process.kill(pid, 'SIGKILL');
}

async function expectNothingLeft(folder: string): Promise<void> {
  expect(await readdir(folder)).toEqual([]);
  expect(processesNaming(folder)).toEqual([]);
}

describe('a lost browser', () => {
  it('is replaced once, and the deck is drawn on the new one', async () => {
    const folder = await temporaryFolder();
    const browser = browserIn(folder);
    let runs = 0;
    const pdf = await browser.withDeck({ html, size }, async (deck) => {
      runs += 1;
      if (runs === 1) killBrowsers(folder);
      return deck.print();
    });
    expect(runs).toBe(2);
    expect(pdf.length).toBeGreaterThan(1000);
    await browser.close();
    await expectNothingLeft(folder);
  });

  it('costs the next deck nothing when it was lost between two', async () => {
    const folder = await temporaryFolder();
    const browser = browserIn(folder);
    await browser.withDeck({ html, size }, (deck) => deck.print());
    killBrowsers(folder);
    await expect.poll(() => processesNaming(folder), { timeout: 10_000 }).toEqual([]);
    let runs = 0;
    await browser.withDeck({ html, size }, (deck) => {
      runs += 1;
      return deck.print();
    });
    expect(runs).toBe(1);
    await browser.close();
    await expectNothingLeft(folder);
  });

  it('is an error with exit code 3 when the second is lost too', async () => {
    const folder = await temporaryFolder();
    const browser = browserIn(folder);
    const lost = browser.withDeck({ html, size }, async (deck) => {
      killBrowsers(folder);
      return deck.print();
    });
    await expect(lost).rejects.toMatchObject({ name: 'BriefdeckError', exitCode: 3 });
    await browser.close();
    await expectNothingLeft(folder);
  });

  it('is lost for every deck that it drew, and each of them is drawn again', async () => {
    const folder = await temporaryFolder();
    const browser = browserIn(folder, { concurrency: 3 });
    let runs = 0;
    const sizes = await Promise.all(
      ['one', 'two', 'three'].map(() =>
        browser.withDeck({ html, size }, async (deck) => {
          runs += 1;
          if (runs === 3) killBrowsers(folder);
          return (await deck.print()).length;
        }),
      ),
    );
    expect(new Set(sizes).size).toBe(1);
    await browser.close();
    await expectNothingLeft(folder);
  });
});

describe('a deck that does not come to an end', () => {
  it('is given up after the deadline and one more try, with exit code 3', async () => {
    const folder = await temporaryFolder();
    const browser = browserIn(folder, { deadline: 6000 });
    let runs = 0;
    const late = browser.withDeck({ html, size }, (deck) => {
      runs += 1;
      return deck.evaluate('for (;;);');
    });
    await expect(late).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('within the 6 s'),
    });
    expect(runs).toBe(2);
    await browser.close();
    await expectNothingLeft(folder);
  });
});

describe('a process that is told to stop', () => {
  const script = `
    import { startBrowser } from './src/browser/browser.js';
    const browser = startBrowser({ path: null, env: process.env, concurrency: 1, deadline: 60000, say: () => {} });
    await browser.withDeck({ html: ${JSON.stringify(html)}, size: { width: 1280, height: 720 } }, async (deck) => {
      await deck.print();
      console.log('printed');
      await deck.evaluate('new Promise(() => {})');
    });`;

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves no file and no process on %s', async (signal, code) => {
    const { folder, child } = await startScript();
    child.kill(signal);
    expect(await ended(child)).toBe(code);
    await gone(folder);
    await expectNothingLeft(folder);
  });

  it('leaves no process when it is killed, and its folder to the next run', async () => {
    const { folder, child } = await startScript();
    child.kill('SIGKILL');
    await ended(child);
    await gone(folder);
    expect(await readdir(folder)).toHaveLength(1);
    const next = browserIn(folder);
    await next.withDeck({ html, size }, (deck) => deck.print());
    await next.close();
    await expectNothingLeft(folder);
  });

  async function startScript() {
    const own = await temporaryFolder();
    const folder = join(own, 'tmp');
    await mkdir(folder);
    const path = await bundleScript(own, script);
    const child = spawn(process.execPath, [path], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(processesNaming(folder)).not.toEqual([]);
    return { folder, child };
  }

  function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /** The browser ends by itself when its pipe closes; how soon is the system's affair. */
  async function gone(folder: string): Promise<void> {
    await expect.poll(() => processesNaming(folder), { timeout: 10_000 }).toEqual([]);
  }
});
