import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import type { Verified } from '../verify-file.js';
import { usage } from './arguments.js';
import type { Words } from './commands.js';
import { sayVerified } from './say-verified.js';

/** Says of distributed files which edition they are and whether they are unchanged. */
export async function verifyCommand(words: Words, effects: Effects): Promise<ExitCode> {
  const { names } = words;
  if (names.length === 0)
    throw usage('verify needs a file.', 'For example: briefdeck verify output/brief.pdf');
  const { files, terminal } = effects;
  const [{ manifestsBeside, readManifest }, { verifyFile }] = await Promise.all([
    import('../read-manifests.js'),
    import('../verify-file.js'),
  ]);
  const path = words.text('manifest');
  const named = path === null ? null : [await readManifest(path, files)];
  const verified: Verified[] = [];
  for (const file of names)
    verified.push(await verifyFile(file, named ?? (await manifestsBeside(file, files)), files));
  if (words.on('json')) terminal.out(`${JSON.stringify(report(verified), null, 2)}\n`);
  else terminal.out(verified.map((each) => sayVerified(each, path !== null)).join('\n'));
  const sound = verified.every(({ status }) => status === 'unchanged');
  return sound ? exitCodes.done : exitCodes.briefHasErrors;
}

/** The document that `--json` prints. */
function report(verified: readonly Verified[]) {
  const rows = verified.map(({ found, ...each }) => {
    if (!found) return { ...each, manifest: null, edition: null, output: null };
    const { title, edition, date, language, marking } = found.manifest;
    return {
      ...each,
      manifest: found.path,
      edition: { title, edition, date, language, marking },
      output: found.output,
    };
  });
  return { version: 1, ok: verified.every(({ status }) => status === 'unchanged'), files: rows };
}
