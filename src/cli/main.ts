#!/usr/bin/env node
import { exitCodes } from '../diagnostics/briefdeck-error.js';
import { nodeEffects } from '../effects/node.js';
import { run, sayFailure } from './run.js';

/** What a signal ends the process with: 128 and its number. */
const signals = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated, SIGHUP: 129 } as const;

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

try {
  process.exitCode = await run(line, effects);
} catch (error) {
  process.exitCode = sayFailure(error, debug, effects);
}
