import * as z from 'zod';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Brief, type BriefSlide, type OwnValue, topLevelFields } from './brief.js';
import { checkIds } from './check-ids.js';
import { asList, asRecord, type Declaration, isMapping, join, type ReadContext, type Shape, type Use } from './fields/field.js';
import { optional, readShape, strict } from './fields/groups.js';
import { issuesToDiagnostics } from './issues.js';
import { isKindName, kindNames, kinds } from './kinds.js';
import { parseYaml } from './parse-yaml.js';
import { headline, slideFields } from './parts/slide.js';
import { actor, source as sourceField } from './parts/source.js';
import type { Positions } from './positions.js';
import { bandOf } from './scales.js';
import { suggest } from './suggest.js';

/** What became of an outline; `brief` is null when a finding of form stands against it. */
export interface ReadOutline {
  readonly brief: Brief | null;
  readonly positions: Positions | null;
  /** The file's text, for showing lines; null where it is no text. */
  readonly source: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an outline: bytes in, a complete Brief and all findings out. `ownKinds` are the user's own slide kinds. */
export function readOutline(bytes: Uint8Array, file: string, ownKinds: readonly string[] = []): ReadOutline {
  const parsed = parseYaml(bytes, file);
  if (!parsed.ok) return { brief: null, positions: null, source: parsed.source, diagnostics: parsed.diagnostics };
  const { value, positions, source } = parsed;
  const found = [...checkTop(value, file, positions), ...asList(slidesOf(value)).flatMap((slide, index) => checkSlide(slide, index, file, positions, ownKinds))];
  const uses: Use[] = [];
  const declarations: Declaration[] = [];
  const context = contextFor(value, positions, uses, declarations);
  const brief = readBrief(asRecord(value), context, ownKinds);
  found.push(...checkIds(brief, uses, declarations, file, positions));
  if (brief.language === null && found.length === 0) {
    found.push(diagnostic('LANG-1', 'No `language` is given; the deck is taken to be in English.', { file, line: 1, column: 1, hint: 'Write `language: en`, or the deck’s own language.' }));
  }
  const sorted = found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { brief: sorted.some(({ severity }) => severity === 'error') ? null : brief, positions, source, diagnostics: sorted };
}

const topSchema = strict({ version: optional({ schema: z.literal(1, { error: '1' }), read: () => 1 }), ...topLevelFields }).extend({
  slides: z.array(z.unknown(), { error: 'a list of slides' }).min(1, { error: 'at least one slide' }),
});

function checkTop(value: unknown, file: string, positions: Positions): readonly Diagnostic[] {
  const result = topSchema.safeParse(value);
  return result.success ? [] : issuesToDiagnostics(result.error.issues.map(namesTop), value, { file, positions, at: '' });
}

/** `slides` was added after the list of known fields was made. */
function namesTop(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0 ? { ...issue, message: `${issue.message} slides` } : issue;
}

/** The fields of a slide of one kind, headline and kind included. */
export function slideShape(name: keyof typeof kinds): Shape {
  const row = kinds[name];
  const kind = { schema: z.literal(name).optional().describe('The kind of slide.'), read: () => name };
  return { kind, headline: row.headline === 'required' ? headline : optional(headline), ...slideFields, ...row.fields };
}

const schemas = new Map<string, z.ZodType>();

function slideSchema(name: keyof typeof kinds): z.ZodType {
  const schema = schemas.get(name) ?? strict(slideShape(name));
  schemas.set(name, schema);
  return schema;
}

function checkSlide(slide: unknown, index: number, file: string, positions: Positions, ownKinds: readonly string[]): readonly Diagnostic[] {
  const at = `/slides/${index}`;
  if (!isMapping(slide)) {
    return [diagnostic('SCHEMA-2', `\`slides[${index}]\` is no mapping; accepted is a slide with \`kind\` and its fields.`, { file, pointer: at, ...positions.value(at) })];
  }
  const kind = slide.kind ?? 'points';
  if (typeof kind === 'string' && ownKinds.includes(kind)) return [];
  if (typeof kind !== 'string' || !isKindName(kind)) {
    const near = suggest(String(kind), [...kindNames, ...ownKinds]);
    const hint = near ? `Did you mean \`${near}\`?` : `Known kinds: ${kindNames.join(', ')}.`;
    return [diagnostic('SCHEMA-4', `There is no slide kind "${String(kind)}".`, { file, pointer: `${at}/kind`, ...positions.value(`${at}/kind`), hint })];
  }
  const result = slideSchema(kind).safeParse(slide.kind === null ? { ...slide, kind: undefined } : slide);
  return result.success ? [] : issuesToDiagnostics(result.error.issues, slide, { file, positions, at });
}

function slidesOf(value: unknown): unknown {
  return asRecord(value).get('slides');
}

function readBrief(record: ReadonlyMap<string, unknown>, context: ReadContext, ownKinds: readonly string[]): Brief {
  const top = readShape(topLevelFields, record, '', context, (name) => join('', name));
  const slides = asList(record.get('slides')).filter(isMapping);
  return { ...top, slides: slides.map((slide, index) => readSlide(slide, `/slides/${index}`, context, ownKinds)) };
}

function readSlide(raw: { readonly [key: string]: unknown }, at: string, context: ReadContext, ownKinds: readonly string[]): BriefSlide {
  const kind = typeof raw.kind === 'string' ? raw.kind : 'points';
  const record = asRecord(raw);
  const basis = (['fact', 'position', 'judgement', 'assumption'] as const).find((word) => word === raw.basis) ?? null;
  const inSlide = { ...context, basis };
  if (ownKinds.includes(kind) || !isKindName(kind)) {
    const common = readShape({ ...slideFields, headline: optional(headline) }, record, at, inSlide, (name) => join(at, name));
    return { ...common, kind: `own:${kind}`, fields: ownFields(raw, at) };
  }
  const shape = slideShape(kind);
  // The shape of the kind gives every field of it; the compiler cannot follow a table of shapes to the union of slides.
  return { ...readShape(shape, record, at, inSlide, (name) => join(at, name)), kind } as BriefSlide;
}

function ownValue(raw: unknown, at: string): OwnValue {
  if (typeof raw === 'string') return { text: raw, at, form: 'inline' };
  if (typeof raw === 'number' || typeof raw === 'boolean' || raw === null) return raw;
  if (Array.isArray(raw)) return raw.map((item, index) => ownValue(item, join(at, index)));
  return ownFields(raw, at);
}

function ownFields(raw: unknown, at: string): { readonly [name: string]: OwnValue } {
  return Object.fromEntries([...asRecord(raw)].map(([key, value]) => [key, ownValue(value, join(at, key))]));
}

function contextFor(value: unknown, positions: Positions, uses: Use[], declarations: Declaration[]): ReadContext {
  const top = asRecord(value);
  const actors = asRecord(top.get('actors'));
  const sources = asRecord(top.get('sources'));
  const rawScale = top.get('scale');
  const scaleId = typeof rawScale === 'string' ? rawScale : asRecord(rawScale).get('id');
  const scale = (['icd203', 'phia', 'ipcc'] as const).find((id) => id === scaleId) ?? 'none';
  const context: ReadContext = {
    basis: null,
    numberAt: (pointer) => positions.written(pointer),
    rawActor: (id) => (actors.has(id) ? { raw: actors.get(id), at: join('/actors', id) } : null),
    actorName: (id) => (actors.has(id) ? actor.read(actors.get(id), join('/actors', id), quiet()).name : null),
    sourceName: (id) => sourceName(sources, id, quiet()),
    band: (word) => bandOf(scale, word),
    use: (use) => void uses.push(use),
    declare: (declaration) => void declarations.push(declaration),
  };
  const quiet = (): ReadContext => ({ ...context, use: () => {}, declare: () => {} });
  return context;
}

function sourceName(sources: ReadonlyMap<string, unknown>, id: string, context: ReadContext) {
  if (!sources.has(id)) return null;
  const { short, author, title, outlet } = sourceField.read(sources.get(id), join('/sources', id), context);
  return short ?? author ?? title ?? outlet;
}
