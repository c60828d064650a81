import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { ServedPicture } from '../picture-shelf.js';
import { EventStream } from './event-stream.js';
import { admit, loopback, makeToken, safeHeaders } from './guard.js';
import { type PageAnswer, type PageRequest, readRequest, routes, type ServerMessage } from './protocol.js';

/** What the server serves. */
export interface Served {
  /** Texts that never change, by their address below the token, with their types. */
  readonly texts: ReadonlyMap<string, { readonly type: string; readonly text: string }>;
  readonly picture: (name: string) => ServedPicture | null;
  /** What brings a page that was opened just now up to date. */
  readonly state: () => readonly ServerMessage[];
  readonly answer: (request: PageRequest) => Promise<PageAnswer>;
}

/** A preview that is being served. */
export interface DevServer {
  /** The address, with its token. */
  readonly url: string;
  readonly tell: (message: ServerMessage) => void;
  readonly close: () => Promise<void>;
}

/** The largest request of a page, in bytes. */
const longestBody = 1024 * 1024;

/** Serves a preview to this machine alone, at a port or, for 0, at any that is free. */
export async function startServer(port: number, served: Served): Promise<DevServer> {
  const token = makeToken();
  const events = new EventStream();
  const server = createServer((request, response) => {
    const path = admit(request, token);
    if (path === null) refuse(response, 403);
    else serve(path, request, response, served, events).catch(() => refuse(response, 500));
  });
  await listen(server, port);
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${loopback}:${at}/${token}/`,
    tell: (message) => events.tell(message),
    close: () =>
      new Promise((done) => {
        events.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  events: EventStream,
): Promise<void> {
  if (request.method === 'POST')
    return path === routes.ask ? ask(request, response, served) : refuse(response, 404);
  if (request.method !== 'GET') return refuse(response, 405);
  if (path === routes.events) return events.add(response, safeHeaders, served.state());
  const text = served.texts.get(path);
  if (text) return send(response, text.type, text.text);
  const picture = path.startsWith(routes.pictures)
    ? served.picture(path.slice(routes.pictures.length))
    : null;
  if (!picture) return refuse(response, 404);
  // The address is made of what it holds.
  response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  send(response, picture.type, picture.bytes);
}

async function ask(request: IncomingMessage, response: ServerResponse, { answer }: Served): Promise<void> {
  const asked =
    request.headers['content-type'] === 'application/json' ? readRequest(await bodyOf(request)) : null;
  if (!asked) return refuse(response, 400);
  send(response, 'application/json', JSON.stringify(await answer(asked)));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    // Read to its end all the same: a connection that is cut would look like a server that broke.
    if (length <= longestBody) chunks.push(chunk);
  }
  if (length > longestBody) return '';
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  for (const [name, value] of Object.entries(safeHeaders))
    if (!response.hasHeader(name)) response.setHeader(name, value);
  response.setHeader('Content-Type', type);
  response.end(body);
}

/** Says nothing but no. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...safeHeaders, 'Content-Type': 'text/plain' }).end();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (cause) => failed(refusal(cause, port)));
    server.listen({ host: loopback, port }, done);
  });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not use it',
};

function refusal(cause: Error, port: number): BriefdeckError {
  const code = 'code' in cause ? String(cause.code) : '';
  const hint = 'Name another with --port, or leave it out: then any that is free is taken.';
  const message = `The preview cannot listen at port ${port}: ${reasons[code] ?? cause.message}.`;
  return new BriefdeckError(message, exitCodes.usage, hint, { cause });
}
