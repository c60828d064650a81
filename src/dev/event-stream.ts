import type { ServerResponse } from 'node:http';
import type { ServerMessage } from './protocol.js';

/** A page that takes nothing in lets this much pile up, in bytes; then it is left, and asks for everything when it wakes. */
const mostWaiting = 32 * 1024 * 1024;

/** A sign of life goes out this often, in ms, so that a page that is gone is noticed. */
const beat = 15_000;

/** The open pages, told by server-sent events. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #timer = setInterval(() => this.#write(': \n\n'), beat);

  /** Takes a page in; `messages` bring it up to date. */
  add(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    messages: readonly ServerMessage[],
  ) {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
    // After a restart of the server the page looks for it soon.
    response.write(`retry: 1000\n\n${messages.map(eventOf).join('')}`);
    this.#pages.add(response);
    response.once('close', () => this.#pages.delete(response));
    response.once('error', () => this.#pages.delete(response));
  }

  /** How many pages are open. */
  get size(): number {
    return this.#pages.size;
  }

  /** Tells every page. */
  tell(message: ServerMessage): void {
    if (this.#pages.size > 0) this.#write(eventOf(message));
  }

  close(): void {
    clearInterval(this.#timer);
    for (const page of this.#pages) page.destroy();
    this.#pages.clear();
  }

  #write(text: string): void {
    for (const page of this.#pages) {
      if (page.writableLength > mostWaiting) page.destroy();
      else page.write(text);
    }
  }
}

/** JSON has no line breaks of its own, which would end the event. */
function eventOf(message: ServerMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}
