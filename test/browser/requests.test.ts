import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeckBrowser } from '../../src/browser/browser.js';
import { browserIn, document, removeTemporaryFolders, size, temporaryFolder } from './probes.js';

/** Ways by which a page asks for something; `$` is the address asked for. */
const bodies = {
  'style sheet': '<link rel="stylesheet" href="$">',
  '@import': '<style>@import url($);</style>',
  preload: '<link rel="preload" as="image" href="$">',
  font: '<style>@font-face { font-family: far; src: url($) } h1 { font-family: far }</style>',
  image: '<img src="$">',
  'image set': '<img srcset="$ 2x">',
  'background image': '<style>section { background: url($) }</style>',
  'image in SVG': '<svg><image href="$" width="9" height="9"/></svg>',
  frame: '<iframe src="$"></iframe>',
  'frame with a document': '<iframe srcdoc="<img src=\'$\'>"></iframe>',
  'frame with a data URL': '<iframe sandbox src="data:text/html,<img src=$>"></iframe>',
  object: '<object data="$"></object>',
  embed: '<embed src="$">',
  video: '<video src="$" poster="$" autoplay></video>',
  audio: '<audio src="$" autoplay></audio>',
  refresh: '<meta http-equiv="refresh" content="0;url=$">',
  'local file': '<img src="file:///etc/hostname">',
} as const;

/** What needs a script, and so must not even start. */
const scripts = {
  fetch: 'fetch("$")',
  beacon: 'navigator.sendBeacon("$")',
  worker: 'new Worker("$")',
  'web socket': 'new WebSocket("$".replace("http", "ws"))',
  'a new address': 'location.href = "$"',
} as const;

let browser: DeckBrowser;
let server: Server;
let address: string;
let connections = 0;

beforeAll(async () => {
  browser = browserIn(await temporaryFolder());
  server = createServer((_, response) => response.end('reached'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/probe`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  await removeTemporaryFolders();
});

function print(html: string): Promise<Uint8Array> {
  return browser.withDeck({ html, size }, (deck) => deck.print());
}

describe('a deck that asks for what is not inside it', () => {
  it.each(Object.entries(bodies))('is refused by name and reaches nothing: %s', async (_, body) => {
    const html = document([`<h1>One</h1>${body.replaceAll('$', address)}`]);
    const failure = await print(html).then(
      () => 'printed',
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'BriefdeckError', exitCode: 1 });
    expect(String(failure)).toContain(body.includes('$') ? address : 'file:///etc/hostname');
    expect(connections).toBe(0);
  });

  it.each(Object.entries(scripts))('has no script to ask with: %s', async (_, script) => {
    const html = document([`<h1>One</h1><script>${script.replaceAll('$', address)}</script>`]);
    expect((await print(html)).length).toBeGreaterThan(1000);
    expect(connections).toBe(0);
  });

  it('is refused by name also where its own policy stops it first', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
    const html = document([`<img src="${address}">`], policy);
    await expect(print(html)).rejects.toThrow(address);
    expect(connections).toBe(0);
  });

  it('reaches nothing by what the browser would fetch later', async () => {
    const later = `<link rel="prefetch" href="${address}"><link rel="dns-prefetch" href="${address}"><link rel="preconnect" href="${address}">`;
    const html = document([
      `<a href="${address}" ping="${address}">link</a>${later}<link rel="icon" href="${address}">`,
    ]);
    const idle = 'new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))';
    await browser.withDeck({ html, size }, (deck) => deck.evaluate(idle)).catch(() => {});
    expect(connections).toBe(0);
  });

  it('may show pictures and fonts that it holds', async () => {
    const html = document(['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=">']);
    expect((await print(html)).length).toBeGreaterThan(1000);
  });

  it('does not harm the next deck', async () => {
    await print(document([`<img src="${address}">`])).catch(() => {});
    expect((await print(document(['<h1>Next</h1>']))).length).toBeGreaterThan(1000);
  });
});
