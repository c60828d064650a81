import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const tasks = new Set<() => void>();

/**
 * Runs a synchronous task when the process ends, whether by return, exception or signal; gives the way to call it off.
 * While tasks wait, a signal that nobody else listens to ends the process with 128 + its number; whoever does listen must end
 * the process with `process.exit`.
 */
export function onLastWayOut(task: () => void): () => void {
  if (tasks.size === 0) {
    process.on('exit', runAll);
    for (const signal of signals) if (process.listenerCount(signal) === 0) process.on(signal, leave);
  }
  tasks.add(task);
  return () => {
    tasks.delete(task);
    if (tasks.size > 0) return;
    process.off('exit', runAll);
    for (const signal of signals) process.off(signal, leave);
  };
}

function leave(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}

/** Newest first: a browser is killed before the folder that it writes to is removed. */
function runAll(): void {
  for (const task of [...tasks].reverse()) {
    try {
      task();
    } catch {
      // One folder that cannot be removed must not keep the others; the next run sweeps it.
    }
  }
}
