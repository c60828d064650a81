import * as z from 'zod';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { topLevelFields } from './brief.js';
import { asList, asRecord, fieldOf, isMapping, join } from './fields/field.js';
import { optional, strict } from './fields/groups.js';
import { issuesToDiagnostics, type Place } from './issues.js';
import { isKindName, type KindName, kindNames } from './kinds.js';
import type { Positions } from './positions.js';
import { ownSlideShape, slideShape } from './slide-shape.js';
import { suggest } from './suggest.js';

// A schema is used a few times in a run: compiling it to code of its own takes longer than reading with it.
z.config({ jitless: true });

/** The user's own slide kinds by name, each with the JSON Schema of its fields or null. */
export type OwnKinds = ReadonlyMap<string, unknown>;

/** The fields of the top level with `version` and a place for `slides`. */
export function topShape(slides: z.ZodType) {
  return {
    version: optional(fieldOf(writtenVersion, () => 1)),
    ...topLevelFields,
    slides: fieldOf(
      () => slides,
      () => null,
    ),
  };
}

function writtenVersion(): z.ZodType {
  return z.literal(1, { error: '`1`' }).describe('Version of the format.');
}

const anySlides = z.array(z.unknown(), { error: 'a list of slides' }).min(1, { error: 'at least one slide' });

let topSchema: z.ZodType | null = null;

/** Checks the form of an outline: every field against its schema, slide by slide. */
export function checkShape(
  value: unknown,
  file: string,
  positions: Positions,
  own: OwnKinds,
): readonly Diagnostic[] {
  topSchema ??= strict(topShape(anySlides));
  const top = topSchema.safeParse(value);
  const place: Place = { file, positions, at: '' };
  const slides = asList(asRecord(value).get('slides'));
  return [
    ...(top.success ? [] : issuesToDiagnostics(top.error.issues, value, place)),
    ...slides.flatMap((slide, index) => checkSlide(slide, { ...place, at: join('/slides', index) }, own)),
  ];
}

const schemas = new Map<KindName, z.ZodType>();

function schemaOf(kind: KindName): z.ZodType {
  const schema = schemas.get(kind) ?? strict(slideShape(kind));
  schemas.set(kind, schema);
  return schema;
}

function checkSlide(slide: unknown, place: Place, own: OwnKinds): readonly Diagnostic[] {
  const { file, positions, at } = place;
  if (!isMapping(slide)) {
    const message = `${name(at)} is no mapping; accepted is a slide with \`kind\`, \`headline\` and the fields of its kind.`;
    return [diagnostic('SCHEMA-2', message, { file, pointer: at, ...positions.value(at) })];
  }
  const kind = slide.kind ?? 'points';
  if (typeof kind === 'string' && isKindName(kind)) return issues(schemaOf(kind), slide, place);
  if (typeof kind === 'string' && own.has(kind)) return checkOwnSlide(slide, own.get(kind), place);
  return [unknownKind(String(kind), place, own)];
}

/** The fields of every slide are checked as in any kind; what is left, by the schema that came with the template. */
function checkOwnSlide(
  slide: { readonly [key: string]: unknown },
  schema: unknown,
  place: Place,
): readonly Diagnostic[] {
  const entries = Object.entries(slide).filter(([field]) => field !== 'kind');
  const isCommon = ([field]: readonly [string, unknown]): boolean => Object.hasOwn(ownSlideShape, field);
  const common = issues(ownSchema, Object.fromEntries(entries.filter(isCommon)), place);
  if (!isMapping(schema)) return common;
  const rest = Object.fromEntries(entries.filter((entry) => !isCommon(entry)));
  try {
    return [...common, ...issues(z.fromJSONSchema(schema), rest, place)];
  } catch (error) {
    return [...common, unusable(String(slide.kind), error, place)];
  }
}

const ownSchema = strict(ownSlideShape);

function unusable(kind: string, error: unknown, { file, positions, at }: Place): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The schema of the slide kind "${kind}" cannot be used: ${reason}`;
  return diagnostic('TEMPLATE-2', message, { file, pointer: at, ...positions.value(join(at, 'kind')) });
}

function issues(schema: z.ZodType, slide: object, place: Place): readonly Diagnostic[] {
  const result = schema.safeParse(slide);
  return result.success ? [] : issuesToDiagnostics(result.error.issues, slide, place);
}

function unknownKind(kind: string, { file, positions, at }: Place, own: OwnKinds): Diagnostic {
  const pointer = join(at, 'kind');
  const known = [...kindNames, ...own.keys()];
  const near = suggest(kind, known);
  const hint = near ? `Did you mean \`${near}\`?` : `Known kinds: ${known.join(', ')}.`;
  return diagnostic('SCHEMA-4', `There is no slide kind "${kind}".`, {
    file,
    pointer,
    ...positions.value(pointer),
    hint,
  });
}

function name(at: string): string {
  return `\`slides[${at.slice(at.lastIndexOf('/') + 1)}]\``;
}
