import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Files } from './effects.js';

/**
 * The text of a file of a folder that may be a stranger's: a link in it that leads out of it is refused, for it would show in the deck
 * what the user never gave. The folder that came with briefdeck is `trusted`, and costs no look.
 */
export async function readWithin(
  folder: string,
  name: string,
  files: Files,
  trusted = false,
): Promise<string> {
  const path = `${folder}/${name}`;
  if (trusted) return new TextDecoder().decode(await files.read(path));
  const [root, real] = await Promise.all([files.real(folder), files.real(path)]);
  const inside = root !== null && real !== null && slashed(real).startsWith(`${slashed(root)}/`);
  if (real === null || inside) return new TextDecoder().decode(await files.read(path));
  const hint = 'Copy what it points at into the folder.';
  throw new BriefdeckError(
    `The file ${path} is a link that leads out of its folder.`,
    exitCodes.briefHasErrors,
    hint,
  );
}

function slashed(path: string): string {
  return path.replace(/\\/gu, '/').replace(/\/+$/u, '');
}
