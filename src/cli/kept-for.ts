import type { BuildRequest } from '../build-types.js';
import type { Effects } from '../effects/effects.js';
import { nodeCache, usualCacheFolder } from '../effects/node-cache.js';
import { type KeptDecks, keptDecks } from '../kept-decks.js';
import { usage } from './arguments.js';
import type { Words } from './commands.js';

/** What earlier builds left for this one; nothing where the user wants none, or where nothing is written anyway. */
export async function keptFor(
  request: BuildRequest,
  words: Words,
  effects: Effects,
): Promise<{ readonly kept?: KeptDecks }> {
  const folder = request.formats.length > 0 ? await cacheFolder(words, effects) : null;
  return folder === null ? {} : { kept: keptDecks(nodeCache(effects.cwd, folder), request, effects) };
}

/** The option goes before the variable, and that before the usual place. */
async function cacheFolder(words: Words, effects: Effects): Promise<string | null> {
  const named = words.text('cache');
  if (named !== null && words.on('no-cache'))
    throw usage('--cache and --no-cache say the opposite.', 'Give one of them, or none.');
  if (words.on('no-cache')) return null;
  const { BRIEFDECK_CACHE: variable } = effects.env;
  if (named === null && variable === 'off') return null;
  const folder = named ?? (variable || (await usualCacheFolder(effects)));
  const kind = await effects.files.kind(folder);
  if (kind === 'folder' || kind === 'missing') return folder;
  throw usage(`The cache ${folder} is no folder.`, 'Name a folder, or give --no-cache.');
}
