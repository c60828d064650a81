#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { exitCodes } from '../diagnostics/briefdeck-error.js';
import { nodeEffects } from '../effects/node.js';
import { run, sayFailure } from './run.js';

/** What a signal ends the process with: 128 and its number. */
const signals = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated, SIGHUP: 129 } as const;

// HarfBuzz runs for a tenth of a second; V8 would spend half a second of a second thread on optimising it, and wait for that.
setFlagsFromString('--liftoff-only');

const effects = nodeEffects();
const line = process.argv.slice(2);
const debug = line.includes('--debug');

// `process.exit` runs what files and browser have left to clean up.
for (const [signal, code] of Object.entries(signals)) {
  process.once(signal, () => {
    effects.terminal.err(`briefdeck: ended by ${signal}\n`);
    process.exit(code);
  });
}
// Nobody reads on, as with `briefdeck schema | head -1`: no fault of the user's or ours.
process.stdout.on('error', () => process.exit());
process.stderr.on('error', () => process.exit());
process.on('uncaughtException', (error) => process.exit(sayFailure(error, debug, effects)));

const code = await run(line, effects).catch((error) => sayFailure(error, debug, effects));
await Promise.all([process.stdout, process.stderr].map(flushed));
process.exit(code);

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
