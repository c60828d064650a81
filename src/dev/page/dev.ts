import type { ServerMessage } from '../protocol.js';
import { placeHidden, showOutline, takeArranging } from './arrange.js';
import { takeClicks, takeKeys } from './clicks.js';
import { listen } from './connection.js';
import { followDeck } from './edit-text.js';
import { showFindings } from './findings.js';
import { showFrame } from './frame.js';
import { placeMarks } from './marks.js';
import { takeOverview } from './overview.js';
import { showDeck } from './slides.js';
import { takeEditing } from './start-editing.js';
import { showLost, showName, showOutputs, takeBuild } from './status.js';
import { showTrouble } from './trouble.js';

let turn: Promise<void> | null = null;

/** Messages are taken in their order; one that need not wait is drawn in this very task, and so in the next frame. */
function take(message: ServerMessage): void {
  if (turn === null && !(message.kind === 'deck' && message.fontCss !== null)) return void show(message);
  const mine = (turn ?? Promise.resolve()).then(() => show(message));
  turn = mine;
  void mine.finally(() => {
    if (turn === mine) turn = null;
  });
}

async function show(message: ServerMessage): Promise<void> {
  if (message.kind === 'deck') {
    showName(message);
    await showDeck(message);
    placeMarks();
    placeHidden();
    followDeck();
  } else if (message.kind === 'outline') showOutline(message);
  else if (message.kind === 'findings') showFindings(message);
  else if (message.kind === 'trouble') showTrouble(message);
  else showOutputs(message);
}

showFrame();
takeClicks();
takeKeys();
takeEditing();
takeArranging();
takeOverview();
takeBuild();
listen(take, showLost);
