import type { ValuesOf } from './fields/field.js';
import { argumentKinds } from './kinds/argument.js';
import { effectKinds } from './kinds/effect.js';
import { frameKinds } from './kinds/frame.js';
import { pictureKinds } from './kinds/picture.js';
import { plainKinds } from './kinds/plain.js';
import type { KindRow } from './kinds/row.js';
import { tableKinds } from './kinds/table.js';
import type { MappedText } from './mapped-text.js';
import type { SlideCommon } from './parts/slide.js';

/** Every slide kind by name: the one table that other rooms key theirs by. */
export const kinds = {
  title: frameKinds.title,
  bluf: argumentKinds.bluf,
  'key-judgements': argumentKinds['key-judgements'],
  agenda: frameKinds.agenda,
  section: frameKinds.section,
  context: argumentKinds.context,
  timeline: pictureKinds.timeline,
  actors: tableKinds.actors,
  positions: tableKinds.positions,
  'staged-plan': pictureKinds['staged-plan'],
  drivers: effectKinds.drivers,
  constraints: effectKinds.constraints,
  comparison: tableKinds.comparison,
  quote: argumentKinds.quote,
  image: plainKinds.image,
  evidence: argumentKinds.evidence,
  scenarios: pictureKinds.scenarios,
  indicators: pictureKinds.indicators,
  options: tableKinds.options,
  recommendation: effectKinds.recommendation,
  implications: effectKinds.implications,
  outlook: pictureKinds.outlook,
  'whats-new': effectKinds['whats-new'],
  gaps: argumentKinds.gaps,
  'big-number': plainKinds['big-number'],
  points: plainKinds.points,
  columns: plainKinds.columns,
  table: tableKinds.table,
  sources: frameKinds.sources,
  glossary: frameKinds.glossary,
  'back-matter': frameKinds['back-matter'],
  markdown: frameKinds.markdown,
} as const;

/** The name of a slide kind. */
export type KindName = keyof typeof kinds;

/** The names of all kinds, in the order of the documentation. */
export const kindNames: readonly KindName[] = Object.keys(kinds).filter(isKindName);

/** Tells the name of a built-in kind. */
export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** The row of a kind, seen without its exact fields. */
export function kindRow(name: KindName): KindRow {
  return kinds[name];
}

type HeadlineOf<K extends KindName> = (typeof kinds)[K]['headline'] extends 'required'
  ? MappedText
  : MappedText | null;

/** A slide of one kind, complete: every field is there, null or empty where the outline has none. */
export type SlideOf<K extends KindName> = SlideCommon &
  ValuesOf<(typeof kinds)[K]['fields']> & {
    readonly kind: K;
    readonly headline: HeadlineOf<K>;
  };
