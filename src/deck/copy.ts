import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief } from '../outline/brief.js';
import { suggest } from '../outline/suggest.js';
import { anonymous } from './anonymous.js';
import { audiencesOf, type Copy, type CopyFor, copyFor, plainName } from './withhold.js';

/** The brief as the readers of one copy may see it, without what tells of unnamed sources, and what is to be said of that. */
export function copyOf(
  whole: Brief,
  audience: CopyFor,
): { readonly brief: Brief; readonly diagnostics: readonly Diagnostic[] } {
  const brief = anonymous(whole);
  const nobody = copyFor(brief, null);
  if (isWhole(nobody)) return { brief, diagnostics: [] };
  const known = audiencesOf(brief);
  const isKnown =
    audience === null || audience === 'all' || known.map(plainName).includes(plainName(audience));
  if (!isKnown) return { brief: nobody.brief, diagnostics: [unknownAudience(audience, known, nobody)] };
  const copy = audience === null ? nobody : copyFor(brief, audience);
  const all = known.map((name) => `\`--audience "${name}"\``).join(', ');
  const found = [
    ...(isWhole(copy)
      ? []
      : [
          told(
            'AUD-1',
            `Left out of this copy: ${counted(copy)}.`,
            copy,
            `Copies for others: ${all}; everything: \`--audience all\`.`,
          ),
        ]),
    ...(audience === null
      ? []
      : [
          told(
            'AUD-3',
            `This copy is ${audience === 'all' ? 'for those who may see everything' : `for ${audience}`}; a copy for others lacks ${counted(nobody)}.`,
            nobody,
            null,
          ),
        ]),
  ];
  return { brief: copy.brief, diagnostics: found };
}

function isWhole({ slides, statements }: Copy): boolean {
  return slides.length + statements.length === 0;
}

function told(code: 'AUD-1' | 'AUD-3', message: string, copy: Copy, hint: string | null): Diagnostic {
  const pointer = [...copy.slides, ...copy.statements][0] ?? null;
  return diagnostic(code, message, { pointer, hint });
}

function unknownAudience(audience: string, known: readonly string[], copy: Copy): Diagnostic {
  const near = suggest(audience, known);
  const pointer = [...copy.slides, ...copy.statements][0] ?? null;
  const hint = near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}, all.`;
  return diagnostic('AUD-2', `Nothing in the outline is for the audience "${audience}".`, { pointer, hint });
}

/** "1 slide, 2 statements". */
function counted({ slides, statements }: Copy): string {
  const parts = [
    [slides.length, 'slide'],
    [statements.length, 'statement'],
  ] as const;
  return parts
    .flatMap(([count, word]) => (count > 0 ? [`${count} ${word}${count === 1 ? '' : 's'}`] : []))
    .join(', ');
}
