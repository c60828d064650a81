import type { ServerMessage } from '../protocol.js';
import { ask } from './connection.js';
import { frame } from './frame.js';

/** How long the server may be away before that is said, in ms: it may only be restarting. */
const away = 1500;
let timer = 0;

/** Says whether the server can be reached. */
export function showLost(isLost: boolean): void {
  clearTimeout(timer);
  if (isLost) timer = window.setTimeout(() => document.body.classList.add('dv-lost'), away);
  else document.body.classList.remove('dv-lost');
}

/** Says how the deck is called, and where it is written. */
export function showName({ title, file }: Extract<ServerMessage, { kind: 'deck' }>): void {
  document.title = `${title} – preview`;
  frame.title.textContent = title;
  frame.file.textContent = file;
}

/** Says what became of the outputs. */
export function showOutputs({ state, files, ms }: Extract<ServerMessage, { kind: 'outputs' }>): void {
  frame.build.disabled = state === 'working';
  const names = files.map(({ path, bytes }) => `${path} (${Math.ceil(bytes / 1024)} kB)`);
  const words = {
    working: () => 'Writing …',
    done: () => `Written in ${ms} ms: ${names.join(', ')}`,
    failed: () => 'Nothing was written; the findings say why.',
  };
  frame.status.textContent = words[state]();
}

/** Has the outputs written when the button is pressed. */
export function takeBuild(): void {
  frame.build.addEventListener('click', async () => {
    const answer = await ask({ kind: 'build' });
    if (!answer.ok) frame.status.textContent = answer.reason;
  });
}
