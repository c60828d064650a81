import { type Brief, type BriefSlide, type OwnSlide, type OwnValue, topLevelFields } from './brief.js';
import { asList, asRecord, join, type ReadContext } from './fields/field.js';
import { readShape } from './fields/groups.js';
import { isKindName } from './kinds.js';
import { basis } from './parts/statement.js';
import { ownSlideShape, slideShape } from './slide-shape.js';

/** Reads the value of an outline into a Brief; one that was not checked gives a Brief of which the ids alone may be used. */
export function readBrief(value: unknown, context: ReadContext): Brief {
  const record = asRecord(value);
  const top = readShape(topLevelFields, record, '', context, (name) => join('', name));
  const slides = asList(record.get('slides'));
  return { ...top, slides: slides.map((raw, index) => readSlide(raw, join('/slides', index), context)) };
}

function readSlide(raw: unknown, at: string, context: ReadContext): BriefSlide {
  const record = asRecord(raw);
  const name = String(record.get('kind') ?? 'points');
  const inner: ReadContext = { ...context, basis: basis.read(record.get('basis'), at, context) };
  const pointerOf = (field: string): string => join(at, field);
  if (!isKindName(name)) return readOwnSlide(name, record, at, inner);
  // The shape of the kind gives every field of it; the compiler cannot follow a table of shapes to the union of slides.
  return { ...readShape(slideShape(name), record, at, inner, pointerOf), kind: name } as BriefSlide;
}

function readOwnSlide(
  name: string,
  record: ReadonlyMap<string, unknown>,
  at: string,
  context: ReadContext,
): OwnSlide {
  const common = readShape(ownSlideShape, record, at, context, (field) => join(at, field));
  const own = [...record].filter(([field]) => field !== 'kind' && !Object.hasOwn(ownSlideShape, field));
  const fields = Object.fromEntries(own.map(([field, raw]) => [field, ownValue(raw, join(at, field))]));
  return { ...common, kind: `own:${name}`, fields };
}

function ownValue(raw: unknown, at: string): OwnValue {
  if (typeof raw === 'string') return { text: raw, at, form: 'inline' };
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (Array.isArray(raw)) return raw.map((item, index) => ownValue(item, join(at, index)));
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries([...asRecord(raw)].map(([key, value]) => [key, ownValue(value, join(at, key))]));
}
