import * as z from 'zod';
import { type Field, fieldOf, type Shape } from './fields/field.js';
import { optional } from './fields/groups.js';
import { type KindName, kindRow } from './kinds.js';
import { headline, slideFields } from './parts/slide.js';

/** Every field that a slide of a kind may hold, `kind` and `headline` first; `kind` may be left out for points alone. */
export function slideShape(name: KindName): Shape {
  const row = kindRow(name);
  return {
    kind: kindField(name),
    headline: row.headline === 'required' ? headline : optional(headline),
    ...row.fields,
    ...slideFields,
  };
}

function kindField(name: KindName): Field<KindName> {
  const { doc } = kindRow(name);
  return fieldOf(
    () => (name === 'points' ? z.literal(name).nullish() : z.literal(name)).describe(doc),
    () => name,
  );
}

/** The fields of a slide that a template of the user's own draws, beside those that the template asks for. */
export const ownSlideShape = { headline: optional(headline), ...slideFields } as const;
