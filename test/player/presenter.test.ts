import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  becomes,
  buildHtml,
  closeWindows,
  faults,
  openBrowser,
  opened,
  openWindow,
  outline,
  place,
  press,
  shown,
} from './windows.js';

let deck: string;
openBrowser();
beforeAll(() => {
  deck = buildHtml(outline);
});
afterEach(closeWindows);

/** Both windows of a talk. */
async function openTalk(address = deck): Promise<{ readonly audience: Page; readonly presenter: Page }> {
  const audience = await openWindow(address);
  const presenter = await opened(() => press(audience, 's'));
  await presenter.setViewport({ width: 1280, height: 800 });
  await becomes(() => link(presenter), 'linked');
  return { audience, presenter };
}

function link(presenter: Page): Promise<string | undefined> {
  return presenter.$eval('.bd-link', (status) => (status instanceof HTMLElement ? status.dataset.link : ''));
}

function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent?.trim() ?? '');
}

describe('the presenter view', () => {
  it('shows the slide, the next one and the notes of the window that opened it', async () => {
    const { presenter } = await openTalk(`${deck}#strike`);
    expect(await text(presenter, '.bd-current h1')).toBe('The strike will probably end this week');
    expect(await text(presenter, '.bd-next h1')).toBe('The café reopens');
    expect(await text(presenter, '.bd-text')).toContain('Say it slowly.');
    expect(await text(presenter, '.bd-text')).toContain(
      "Evil --> and </script><script>document.title = 'run'</script> & <!-- more",
    );
    expect(await presenter.title()).toBe('Presenter view: Harbour talks');
    expect(faults).toEqual([]);
  });

  it('keeps both windows in step, whichever is turned', async () => {
    const { audience, presenter } = await openTalk();
    await press(presenter, 'PageDown', 'PageDown');
    await becomes(() => shown(audience), ['Where we are']);
    await press(audience, 'End');
    await becomes(() => text(presenter, '.bd-current h1'), 'The offer stands until Friday');
    await presenter.click('.bd-jump li:nth-child(4) button');
    await becomes(() => shown(audience), ['The strike will probably end this week']);
    await press(presenter, 'b');
    await becomes(() => audience.$eval('.bd-black', (black) => black.checkVisibility()), true);
  });

  it('keeps them in step without a channel, by their references alone', async () => {
    const audience = await openWindow(deck, async (page) => {
      await page.evaluateOnNewDocument('delete globalThis.BroadcastChannel');
    });
    const presenter = await opened(() => press(audience, 's'));
    await becomes(() => link(presenter), 'linked');
    await press(presenter, 'PageDown');
    await becomes(() => shown(audience), ['What this brief covers']);
  });

  it('finds the place again when either window is loaded again', async () => {
    const { audience, presenter } = await openTalk();
    await press(presenter, 'PageDown', 'PageDown');
    await becomes(() => place(audience), '#3');
    await presenter.reload();
    await becomes(() => link(presenter), 'linked');
    expect(await text(presenter, '.bd-current h1')).toBe('Where we are');
    await audience.reload();
    await press(presenter, 'PageDown');
    await becomes(() => shown(audience), ['The strike will probably end this week']);
  });

  it('warns when the windows lose each other, and opens the lost one again', async () => {
    const { audience, presenter } = await openTalk(`${deck}#5`);
    await audience.close();
    await becomes(() => link(presenter), 'lost');
    const again = await opened(() => presenter.click('.bd-link button'));
    await becomes(() => link(presenter), 'linked');
    expect(await shown(again)).toEqual(['The café reopens']);
    await press(presenter, 'PageDown');
    await becomes(() => shown(again), ['What to do']);
  });

  it('is a second copy of no other talk', async () => {
    const { audience, presenter } = await openTalk();
    const stranger = await openWindow(deck);
    await press(stranger, 'End');
    await press(presenter, 'PageDown');
    await becomes(() => shown(audience), ['What this brief covers']);
    expect(await shown(stranger)).toEqual(['The offer stands until Friday']);
    expect(await text(presenter, '.bd-current h1')).toBe('What this brief covers');
  });

  it('points on the screen of the audience', async () => {
    const { audience, presenter } = await openTalk();
    await press(presenter, 'l');
    const box = await (await presenter.$('.bd-current .bd-frame'))?.boundingBox();
    if (!box) throw new Error('no slide');
    await presenter.mouse.move(box.x + box.width / 2, box.y + box.height / 4, { steps: 3 });
    const spot = () =>
      audience.$eval('.bd-dot', (dot) =>
        dot.checkVisibility() && dot instanceof HTMLElement
          ? [Math.round(Number.parseFloat(dot.style.left)), Math.round(Number.parseFloat(dot.style.top))]
          : null,
      );
    await becomes(spot, [640, 180]);
    await press(presenter, 'l');
    await becomes(spot, null);
  });

  it('counts the time of the deck and of the part against their minutes, from the first turn on', async () => {
    const { presenter } = await openTalk();
    const times = () =>
      presenter.$$eval('.bd-time', (cells) =>
        cells.filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent),
      );
    expect((await times()).slice(0, 2)).toEqual(['Elapsed0:00of 20:00', 'Remaining20:00']);
    expect(await text(presenter, '.bd-buttons button')).toBe('Start');
    await press(presenter, 'PageDown', 'PageDown');
    expect(await text(presenter, '.bd-buttons button')).toBe('Pause');
    expect((await times())[2]).toMatch(/^Where we are0:0\dof 5:00$/u);
    await becomes(async () => (await times())[0] === 'Elapsed0:01of 20:00', true);
  });

  it('sets the size of the notes', async () => {
    const { presenter } = await openTalk(`${deck}#strike`);
    const size = () =>
      presenter.$eval('.bd-text', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
    const before = await size();
    await presenter.click('[aria-label="Larger notes"]');
    expect(await size()).toBeGreaterThan(before);
    await press(presenter, '-', '-');
    expect(await size()).toBeLessThan(before);
    await presenter.reload();
    expect(await size()).toBeLessThan(before);
  });

  it('says that a copy has no notes', async () => {
    const { presenter } = await openTalk(buildHtml(outline, 'deck.yaml', ['--no-notes']));
    expect(await text(presenter, '.bd-text')).toBe('This copy holds no speaker notes.');
  });

  it('finds notes by its own search', async () => {
    const { presenter } = await openTalk();
    await press(presenter, '/');
    await presenter.keyboard.type('slowly');
    expect(
      await presenter.$$eval(
        '.bd-cards > li',
        (cards) => cards.filter((card) => card.checkVisibility()).length,
      ),
    ).toBe(1);
  });
});
