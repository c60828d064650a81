import { asRecord, type Declaration, join, type ReadContext, type Use } from './fields/field.js';
import type { MappedText } from './mapped-text.js';
import { actor } from './parts/actor.js';
import { source } from './parts/source.js';
import type { Positions } from './positions.js';
import { bandOf } from './scales.js';

/** Knows nothing and keeps nothing: for reading what stands in no outline. */
export const nowhere: ReadContext = {
  basis: null,
  numberAt: () => null,
  rawActor: () => null,
  actorName: () => null,
  sourceName: () => null,
  band: () => null,
  use: () => {},
  declare: () => {},
};

/** What was collected while an outline was read. */
export interface Collected {
  readonly uses: Use[];
  readonly declarations: Declaration[];
}

/** What the fields of an outline may ask of the rest of it; ids that they use or give are put into `collected`. */
export function contextOf(value: unknown, positions: Positions, collected: Collected): ReadContext {
  const top = asRecord(value);
  const actors = asRecord(top.get('actors'));
  const sources = asRecord(top.get('sources'));
  const scale = asRecord(top.get('scale')).get('id') ?? top.get('scale');
  return {
    basis: null,
    numberAt: (pointer) => positions.written(pointer),
    rawActor: (id) => (actors.has(id) ? { raw: actors.get(id), at: join('/actors', id) } : null),
    actorName: (id) =>
      actors.has(id) ? actor.read(actors.get(id), join('/actors', id), nowhere).name : null,
    sourceName: (id) => (sources.has(id) ? nameOfSource(sources.get(id), join('/sources', id)) : null),
    band: (word) => bandOf(scale, word),
    use: (use) => void collected.uses.push(use),
    declare: (declaration) => void collected.declarations.push(declaration),
  };
}

function nameOfSource(raw: unknown, at: string): MappedText | null {
  const { short, author, outlet, title } = source.read(raw, at, nowhere);
  return short ?? author ?? outlet ?? title;
}
