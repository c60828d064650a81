import * as z from 'zod';
import { topShape } from './check-shape.js';
import type { Shape } from './fields/field.js';
import { strict } from './fields/groups.js';
import { kindNames } from './kinds.js';
import { slideFields } from './parts/slide.js';
import { statementFields } from './parts/statement.js';
import { slideShape } from './slide-shape.js';

/** The JSON Schema of the outline (draft 2020-12) as text, for editors: completes and checks the fields of each kind. */
export function jsonSchemaText(): string {
  defineOnce('slide', slideFields);
  defineOnce('statement', statementFields);
  const kinds = kindNames.map((name) => strict(slideShape(name)).meta({ id: `${name}-slide` }));
  const schema = strict(topShape(z.array(z.union(kinds)).min(1).describe('The slides, in order.')));
  const json = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => flatten(jsonSchema) });
  return `${JSON.stringify({ title: 'briefdeck outline, version 1', ...json }, null, 1)}\n`;
}

/** Fields that most slides or rows have are defined once; the schema would be three times as long otherwise. */
function defineOnce(prefix: string, shape: Shape): void {
  for (const [name, { schema }] of Object.entries(shape)) {
    const known = z.globalRegistry.get(schema);
    if (!known?.id) z.globalRegistry.add(schema, { ...known, id: `${prefix}.${name}` });
  }
}

/** Writes "this or null" as one list of types, which editors show as one thing. */
function flatten(schema: z.core.JSONSchema.BaseSchema): void {
  const [first, last, ...more] = schema.anyOf ?? [];
  if (!isSchema(first) || !isSchema(last) || last.type !== 'null' || more.length > 0) return;
  if (typeof first.type !== 'string' || first.$ref) return;
  delete schema.anyOf;
  const values = first.enum ? { enum: [...first.enum, null] } : {};
  Object.assign(schema, { ...first, ...schema, type: [first.type, 'null'], ...values });
}

function isSchema(value: unknown): value is z.core.JSONSchema.BaseSchema {
  return typeof value === 'object' && value !== null;
}
