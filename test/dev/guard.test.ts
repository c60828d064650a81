import { request as ask } from 'node:http';
import { expect, it } from 'vitest';
import { outlineOf, serve } from './preview.js';

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Asks as any program may, with headers that a browser would not let a page set. */
function asks(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = ask(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, body: text, headers: response.headers }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

it('serves nobody but who knows the address, at this machine, from its own page', async () => {
  const { url } = await serve({ 'deck.yaml': outlineOf() });
  const { host, port, origin } = new URL(url);
  const json = { 'content-type': 'application/json' };
  const build = '{"kind":"build"}';
  const page = await asks(url);
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/u);
  expect(page.headers['cache-control']).toBe('no-store');
  expect((await asks(url, { host: `localhost:${port}` })).status).toBe(200);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/u);

  const refused = [
    asks(`${origin}/`),
    asks(`${origin}/${'A'.repeat(32)}/`),
    asks(`${url.slice(0, -2)}/`),
    asks(`${origin}/dev.js`),
    asks(`${origin}/x/../${url.slice(origin.length + 1)}../events`),
    asks(url, { host: `evil.example:${port}` }),
    asks(url, { host: '127.0.0.1' }),
    asks(url, { origin: 'https://evil.example' }),
    asks(url, { origin: 'null' }),
    asks(`${url}dev.js`, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    asks(`${url}ask`, json, 'POST', build),
    asks(`${url}ask`, { ...json, origin: 'https://evil.example' }, 'POST', build),
    asks(`${url}ask`, { ...json, origin: `http://${host}`, host: 'evil.example' }, 'POST', build),
  ];
  for (const answer of await Promise.all(refused))
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 403, body: '' });

  const own = { ...json, origin: `http://${host}` };
  expect((await asks(`${url}nothing`)).status).toBe(404);
  expect((await asks(`${url}picture/0123`)).status).toBe(404);
  expect((await asks(`${url}../../etc/passwd`)).status).not.toBe(200);
  expect((await asks(url, {}, 'PUT')).status).toBe(405);
  expect(
    (await asks(`${url}ask`, { origin: own.origin, 'content-type': 'text/plain' }, 'POST', build)).status,
  ).toBe(400);
  expect((await asks(`${url}ask`, own, 'POST', '{"kind":"run"}')).status).toBe(400);
  expect((await asks(`${url}ask`, own, 'POST', `"${'x'.repeat(2_000_000)}"`)).status).toBe(400);
  const open = await asks(`${url}ask`, own, 'POST', '{"kind":"open","pointer":"../../etc/passwd"}');
  expect(JSON.parse(open.body)).toEqual({ ok: false, reason: 'This text has no place in the outline.' });
});
