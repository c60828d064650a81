import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief } from './brief.js';
import type { Collected } from './context.js';
import type { Declaration, Target } from './fields/field.js';
import type { Positions } from './positions.js';
import { suggest } from './suggest.js';

/** Checks that every id that is used is there, and that none is given twice. */
export function checkIds(
  brief: Brief,
  { uses, declarations }: Collected,
  file: string,
  positions: Positions,
): readonly Diagnostic[] {
  const declared = (what: Declaration['what']) =>
    new Set(declarations.filter((each) => each.what === what).map(({ id }) => id));
  const known: Readonly<Record<Target, ReadonlySet<string>>> = {
    source: new Set(brief.sources.keys()),
    actor: new Set(brief.actors.keys()),
    party: new Set(brief.actors.keys()),
    link: new Set([...brief.actors.keys(), ...brief.sources.keys()]),
    slide: declared('slide'),
    option: declared('option'),
    term: new Set(brief.glossary.keys()),
  };
  const place = (pointer: string) => ({ file, pointer, ...positions.value(pointer) });
  const unknown = [...new Map(uses.map((use) => [use.at, use])).values()]
    .filter(({ target, id }) => !known[target].has(id) && isMeantAsId(target, id, known[target].size))
    .map(({ target, id, at }) => {
      const near = suggest(id, known[target]);
      const names = [...known[target]].slice(0, 12).join(', ');
      const hint = near
        ? `Did you mean \`${near}\`?`
        : names
          ? `Known: ${names}.`
          : `The outline has no ${words[target]}s with ids.`;
      return diagnostic('ID-1', `There is no ${words[target]} "${id}".`, { ...place(at), hint });
    });
  return [...unknown, ...twice(declarations, place)];
}

const words: Readonly<Record<Target, string>> = {
  source: 'source',
  actor: 'actor',
  party: 'actor',
  link: 'actor or source',
  slide: 'slide',
  option: 'option',
  term: 'term',
};

/** A party or a link may be a name that is only written here; one lower-case word is taken for an id, where ids are in use. */
function isMeantAsId(target: Target, id: string, count: number): boolean {
  return target === 'party' || target === 'link' ? count > 0 && /^[a-z][a-z\d_.-]*$/u.test(id) : true;
}

function twice(
  declarations: readonly Declaration[],
  place: (pointer: string) => object,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return declarations.flatMap(({ what, id, at }) => {
    const key = `${what} ${id}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      diagnostic('ID-2', `The id "${id}" is given to two ${what}s.`, {
        ...place(at),
        hint: 'Give each an id of its own.',
      }),
    ];
  });
}
