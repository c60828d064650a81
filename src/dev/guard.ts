import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The address that the preview listens at: this machine alone. */
export const loopback = '127.0.0.1';

/** A token that nobody guesses, for the path of the address. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * What a request asks for below the token; null for whoever does not know it, and for what other sites send through the user's
 * browser: by a name of their own for this address, or from a page of theirs.
 */
export function admit(request: IncomingMessage, token: string): string | null {
  const { headers, url = '', method = '' } = request;
  const port = request.socket.localPort;
  const hosts = [`${loopback}:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return null;
  const origins = hosts.map((host) => `http://${host}`);
  if (headers.origin !== undefined && !origins.includes(headers.origin)) return null;
  // A page of another site may still lead here by a link, as the user may from a terminal; it may not ask for parts.
  const from = headers['sec-fetch-site'];
  if (from === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') return null;
  if (method === 'POST' && headers.origin === undefined) return null;
  const [, given = '', rest] = /^\/([^/?#]*)\/([^?#]*)/u.exec(url) ?? [];
  return rest !== undefined && same(given, token) ? rest : null;
}

/** Compares in the same time whatever is given; hashes are of the same length. */
function same(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** What every answer carries: nothing from elsewhere, nothing for elsewhere, nothing kept. */
export const safeHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;
