import { pathToFileURL } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** The thread was ended at its time. */
export class OutOfTime extends Error {}

/** The thread was ended when its memory was used up. */
export class OutOfMemory extends Error {}

/** What a thread may take. */
export interface ThreadLimits {
  readonly ms: number;
  readonly megabytes: number;
}

/** Runs a script in a thread of its own, gives it a value and gives back the one that it answers with. The thread ends in any case. */
export async function runInThread<Value>(
  script: string,
  data: unknown,
  { ms, megabytes }: ThreadLimits,
): Promise<Value> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const worker = new Worker(pathToFileURL(script), { workerData: data, resourceLimits });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new OutOfTime()), ms);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? new OutOfMemory() : error));
      worker.once('exit', () => reject(new Error('the thread ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    // Not waited for: it may be in the middle of a regular expression.
    void worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** In the thread itself: answers with what a function makes of the value that the thread was given. */
export async function answer<Data>(make: (data: Data) => Promise<unknown>): Promise<void> {
  const data: Data = workerData;
  parentPort?.postMessage(await make(data));
}
