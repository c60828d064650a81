import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief, BriefSlide, KindName, SlideOf } from './brief.js';
import type { Positions } from './positions.js';

/** Something that no single field's schema can see. */
interface Fault {
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}

type Check<K extends KindName> = (slide: SlideOf<K>) => readonly Fault[];

/** What must agree within a slide, by kind. */
const checks: { readonly [K in KindName]?: Check<K> } = {
  comparison: ({ items, rows }) =>
    rows.flatMap((row) => cellsFault(row.cells.length, items.length, row.pointer)),
  options: ({ criteria, rows }) =>
    rows.flatMap((row) =>
      row.cells.length ? cellsFault(row.cells.length, criteria.length, row.pointer) : [],
    ),
  table: ({ columns, rows }) =>
    rows.flatMap((row) => cellsFault(row.cells.length, columns.length, row.pointer)),
  outlook: ({ points, horizons, pointer }) =>
    points.length + horizons.length > 0 ? [] : [{ at: pointer, ...nothing('`points` or `horizons`') }],
  'whats-new': ({ rows }) =>
    rows.flatMap(({ was, now, pointer }) =>
      was || now ? [] : [{ at: pointer, ...nothing('`was` or `now`') }],
    ),
  'staged-plan': lanesOf,
};

/** Checks what must agree between fields; slides with a fault of shape are left alone. */
export function checkAgreement(
  brief: Brief,
  shape: readonly Diagnostic[],
  file: string,
  positions: Positions,
): readonly Diagnostic[] {
  const isFaulty = (at: string): boolean => shape.some(({ pointer }) => `${pointer}/`.startsWith(`${at}/`));
  const slides = brief.slides.filter(({ pointer }) => !isFaulty(pointer));
  const faults = [...sourceFaults(brief).filter(({ at }) => !isFaulty(at)), ...slides.flatMap(slideFaults)];
  return faults.map(({ at, message, hint }) =>
    diagnostic('SCHEMA-5', message, { file, pointer: at, ...positions.value(at), hint }),
  );
}

function slideFaults(slide: BriefSlide): readonly Fault[] {
  if (!Object.hasOwn(checks, slide.kind)) return [];
  // One row of the table serves one kind; the compiler sees a union of functions and asks for an argument that fits them all.
  const check = checks[slide.kind as KindName] as ((slide: BriefSlide) => readonly Fault[]) | undefined;
  return check?.(slide) ?? [];
}

function cellsFault(cells: number, columns: number, at: string): readonly Fault[] {
  if (cells === columns) return [];
  const hint = 'Give one cell for each column; an empty one is written `null`.';
  return [{ at, message: `The row does not fit the table: cells ${cells}, columns ${columns}.`, hint }];
}

function nothing(fields: string): { message: string; hint: string } {
  return { message: `There is nothing here; accepted is ${fields}.`, hint: `Give ${fields}.` };
}

function lanesOf({ lanes, stages }: SlideOf<'staged-plan'>): readonly Fault[] {
  if (lanes.length === 0) return [];
  const known = new Set(lanes.map(({ name }) => name.id ?? name.name.text));
  const names = [...known].join(', ');
  return stages.flatMap(({ duties }) =>
    duties.flatMap(({ parties, pointer }) =>
      parties.flatMap((party, index): Fault[] => {
        const name = party.id ?? party.name.text;
        if (known.has(name)) return [];
        const at = `${pointer}/parties/${index}`;
        return [{ at, message: `"${name}" is none of the plan’s lanes.`, hint: `The lanes are: ${names}.` }];
      }),
    ),
  );
}

function sourceFaults({ sources }: Brief): readonly Fault[] {
  return [...sources].flatMap(([id, { author, title, outlet, via, pointer }]) => [
    ...(author || title || outlet ? [] : [{ at: pointer, ...nothing('`author`, `title` or `outlet`') }]),
    ...(via !== null && comesBack(id, sources) ? [loop(id, `${pointer}/via`)] : []),
  ]);
}

function comesBack(id: string, sources: Brief['sources']): boolean {
  const seen = new Set<string>();
  for (
    let next = sources.get(id)?.via ?? null;
    next && !seen.has(next);
    next = sources.get(next)?.via ?? null
  ) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
}

function loop(id: string, at: string): Fault {
  const message = `The source "${id}" reached us through itself.`;
  return { at, message, hint: 'Let `via` name the source that passed it on, nearer to us each time.' };
}
