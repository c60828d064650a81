import { type PageAnswer, type PageRequest, routes, type ServerMessage } from '../protocol.js';

/** Listens to the server; `lost` says whether it can be reached. */
export function listen(take: (message: ServerMessage) => void, lost: (isLost: boolean) => void): void {
  const source = new EventSource(routes.events);
  source.addEventListener('message', ({ data }) => take(JSON.parse(String(data))));
  source.addEventListener('open', () => lost(false));
  source.addEventListener('error', () => lost(true));
}

/** Asks the server for something. */
export async function ask(request: PageRequest): Promise<PageAnswer> {
  try {
    const response = await fetch(routes.ask, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.ok ? await response.json() : { ok: false, reason: 'The preview did not take this.' };
  } catch {
    return { ok: false, reason: 'The preview cannot be reached: is briefdeck still running?' };
  }
}
