import { basename, dirname } from 'node:path';
import type { BuildRequest } from './build-types.js';
import { changeFindings } from './check/changes.js';
import { copyOf } from './deck/copy.js';
import type { SinceLast } from './deck/since-last.js';
import { BriefdeckError } from './diagnostics/briefdeck-error.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Files } from './effects/effects.js';
import type { Brief } from './outline/brief.js';

/** A brief as its readers may see it, with what changed since the previous edition that it names. */
export interface EditionCopy {
  readonly brief: Brief;
  /** Null where the outline names no previous edition, or one that cannot be read. */
  readonly since: SinceLast | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The copy of a brief for an audience, its judgements saying what they were. The previous edition is copied for the same audience
 * first, so that nothing withheld comes in by it.
 */
export async function editionCopy(
  whole: Brief,
  input: string,
  kinds: readonly string[],
  request: Pick<BuildRequest, 'audience' | 'redline'>,
  files: Files,
): Promise<EditionCopy> {
  const { audience = null } = request;
  const { brief: copy, diagnostics: leftOut } = copyOf(whole, audience);
  if (request.redline) {
    const { redline } = await import('./diff/redline.js');
    const old = { whole: request.redline.old, copy: copyOf(request.redline.old, audience).brief };
    return { ...redline(old, { whole, copy }, request.redline.names), diagnostics: leftOut };
  }
  if (whole.previous === null)
    return { brief: copy, since: null, diagnostics: [...leftOut, ...changeFindings(whole, null)] };
  const previous = await readPrevious(whole.previous, input, kinds, files);
  if ('code' in previous) return { brief: copy, since: null, diagnostics: [...leftOut, previous] };
  const [{ seenChanges, sinceLast }, { fillChanges }] = await Promise.all([
    import('./diff/since-last.js'),
    import('./diff/fill-changes.js'),
  ]);
  const old = { whole: previous, copy: copyOf(previous, audience).brief };
  const since = sinceLast(seenChanges(old, { whole, copy }));
  const diagnostics = [...leftOut, ...changeFindings(whole, since)];
  return { brief: fillChanges(copy, since.moved), since, diagnostics };
}

/** The previous edition, or why there is none: the deck is made without it. */
async function readPrevious(
  named: string,
  input: string,
  kinds: readonly string[],
  files: Files,
): Promise<Brief | Diagnostic> {
  const folder = dirname(input);
  const fault = await refusal(named, folder, files);
  if (fault) return unread(named, ...fault);
  try {
    const { readEdition } = await import('./diff/read-edition.js');
    const { brief, diagnostics } = await readEdition(`${folder}/${slashed(named)}`, files, kinds);
    const [first] = diagnostics;
    const line = first?.line ? `line ${first.line}: ` : '';
    return (
      brief ??
      unread(named, `has errors; ${line}${first?.message}`, `\`briefdeck check ${named}\` shows them all.`)
    );
  } catch (error) {
    if (!(error instanceof BriefdeckError)) throw error;
    const reason = error.message
      .replace(/^.*? could not be read(?: at the revision "[^"]*")?: /u, '')
      .replace(/\.$/u, '');
    return unread(named, `could not be read: ${reason}.`, error.hint);
  }
}

/** The outline may name a previous edition inside its own folder alone, as it may pictures. */
async function refusal(
  named: string,
  folder: string,
  files: Files,
): Promise<readonly [string, string] | null> {
  const path = slashed(named);
  const root = slashed((await files.real(folder)) ?? folder).replace(/\/+$/u, '');
  const outside = /^\/|^[a-z][a-z\d+.-]*:|(?:^|\/)\.\.(?:\/|$)/iu.test(path);
  // Of `path@revision` the folder alone need be there.
  const reals = await Promise.all([path, dirname(path)].map((each) => files.real(`${folder}/${each}`)));
  const isInside = (real: string | null) => real === null || `${slashed(real)}/`.startsWith(`${root}/`);
  if (outside || !reals.every(isInside))
    return [
      'lies outside the folder of the outline; only files inside it are read.',
      `Copy it there: \`previous: ${basename(path)}\`.`,
    ];
  return null;
}

function unread(named: string, what: string, hint: string | null): Diagnostic {
  const message = `The previous edition "${named}" ${what} The deck is made without what changed.`;
  return diagnostic('CHG-3', message, { pointer: '/previous', hint });
}

function slashed(path: string): string {
  return path.replace(/\\/gu, '/');
}
