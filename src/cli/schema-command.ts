import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { jsonSchemaText } from '../outline/json-schema.js';

/** Prints the JSON Schema that the outline is checked against. */
export async function schemaCommand({ terminal }: Effects): Promise<ExitCode> {
  terminal.out(jsonSchemaText());
  return exitCodes.done;
}
