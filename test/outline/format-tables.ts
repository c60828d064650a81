import { isMapping } from '../../src/outline/fields/field.js';
import { jsonSchemaText } from '../../src/outline/json-schema.js';
import { slideFields } from '../../src/outline/parts/slide.js';
import { statementFields } from '../../src/outline/parts/statement.js';

/** The tables of a Markdown text, each as its lines. */
export function tablesIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/```[\s\S]*?```/gu, '');
  return [...prose.matchAll(/(?:^\|.*\n)+/gmu)].map(([table]) => table);
}

/** The fields that a table names in its first column; with `required`, those whose third cell says so. */
export function namesIn(table: string, required?: 'yes'): readonly string[] {
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const wanted = rows.filter(([, , , third]) => required === undefined || third === required);
  return wanted.flatMap(([, first = '']) => [...first.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name));
}

const schema: unknown = JSON.parse(jsonSchemaText());

function at(value: unknown, key: string): unknown {
  return isMapping(value) ? value[key] : undefined;
}

function slideSchema(kind: string): unknown {
  return at(at(schema, '$defs'), `${kind}-slide`);
}

function propertiesOf(value: unknown): readonly (readonly [string, unknown])[] {
  const properties = at(value, 'properties');
  return isMapping(properties) ? Object.entries(properties) : [];
}

/** The fields of a kind that its slides must have, beside `kind` and `headline`. */
export function requiredFields(kind: string): readonly string[] {
  const required = at(slideSchema(kind), 'required');
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  return names.filter(
    (name): name is string => typeof name === 'string' && name !== 'kind' && name !== 'headline',
  );
}

/** The fields of all mappings inside a kind's own fields: of rows, stages, duties and the like; those of a statement left out. */
export function furtherFields(kind: string): ReadonlySet<string> {
  const own = propertiesOf(slideSchema(kind)).filter(([name]) => !Object.hasOwn(slideFields, name));
  return new Set(own.flatMap(([, value]) => fieldsWithin(value)));
}

/** What a definition that all share holds is told elsewhere, so references are not followed. */
function fieldsWithin(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsWithin);
  if (!isMapping(value)) return [];
  const properties = propertiesOf(value);
  const isStatement = properties.some(([name]) => name === 'basis');
  const named = properties.filter(([name]) => !isStatement || !Object.hasOwn(statementFields, name));
  const deeper = Object.entries(value).filter(([key]) => key !== 'properties');
  return [
    ...named.flatMap(([name, field]) => [name, ...fieldsWithin(field)]),
    ...deeper.flatMap(([, each]) => fieldsWithin(each)),
  ];
}

/** The fields of what the JSON Schema defines by name, such as a source; it may also be written as a bare text. */
export function definedFields(name: string): readonly string[] {
  const definition = at(at(schema, '$defs'), name);
  const forms = at(definition, 'anyOf');
  const mappings: readonly unknown[] = Array.isArray(forms) ? forms : [definition];
  return mappings.flatMap((mapping) => propertiesOf(mapping).map(([field]) => field));
}
