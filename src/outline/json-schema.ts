import * as z from 'zod';
import { topLevelFields } from './brief.js';
import { optional, strict } from './fields/groups.js';
import { kindNames } from './kinds.js';
import { slideShape } from './read-outline.js';

/** The JSON Schema of the outline (draft 2020-12), for editors: completes and checks the fields of each kind. */
export function jsonSchemaText(): string {
  const slides = kindNames.map((name) => {
    const shape = slideShape(name);
    const kind = { schema: name === 'points' ? z.literal(name).optional() : z.literal(name), read: () => name };
    return strict({ ...shape, kind });
  });
  const version = optional({ schema: z.literal(1).describe('Version of the format.'), read: () => 1 });
  const schema = strict({ version, ...topLevelFields }).extend({ slides: z.array(z.union(slides)).min(1).describe('The slides, in order.') });
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'briefdeck outline, version 1', ...json }, null, 2)}\n`;
}
