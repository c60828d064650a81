import { editScalar } from '../../outline/edit-scalar.js';
import type { PulledChange } from './returned-changes.js';

/** An outline with changes made, and those that it does not take. */
export interface AppliedChanges {
  readonly source: string;
  readonly made: readonly PulledChange[];
  readonly refused: readonly { readonly change: PulledChange; readonly reason: string }[];
}

/** Makes changes one by one; one after which the outline has errors that it had not is left out. */
export function applyChanges(
  source: string,
  changes: readonly PulledChange[],
  isSound: (source: string) => boolean,
): AppliedChanges {
  const whole = makeAll(source, changes, () => true);
  return isSound(whole.source) || !isSound(source) ? whole : makeAll(source, changes, isSound);
}

function makeAll(
  source: string,
  changes: readonly PulledChange[],
  isSound: (source: string) => boolean,
): AppliedChanges {
  const made: PulledChange[] = [];
  const refused: { readonly change: PulledChange; readonly reason: string }[] = [];
  let now = source;
  for (const change of changes) {
    const edited = editScalar(now, change.pointer, change.now);
    if (!edited.ok) refused.push({ change, reason: edited.reason });
    else if (!isSound(edited.source))
      refused.push({ change, reason: 'The outline would have errors with these words there.' });
    else {
      now = edited.source;
      made.push(change);
    }
  }
  return { source: now, made, refused };
}
