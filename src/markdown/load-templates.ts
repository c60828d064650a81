import type { Effects, Files } from '../effects/effects.js';
import { readWithin } from '../effects/read-within.js';
import { isKindName } from '../outline/kinds.js';
import type { TemplateSource } from './template-source.js';

/** Folders with `slides/` and `themes/`: briefdeck's own, then the user's, whose files replace the former. */
export function templateFolders(own: string | null, { packageRoot, cwd }: Effects): readonly string[] {
  const users = own ?? (packageRoot === cwd ? null : 'templates');
  return [`${packageRoot}/templates`, ...(users === null ? [] : [users])];
}

/** The kinds that templates add to briefdeck's own. */
export function ownKinds(templates: readonly TemplateSource[]): readonly string[] {
  return templates.map(({ name }) => name).filter((name) => !isKindName(name) && !/^_/u.test(name));
}

/** The kinds that the templates of these folders add, by the names of their files alone. */
export async function ownKindsIn(folders: readonly string[], files: Files): Promise<readonly string[]> {
  const lists = await Promise.all(folders.map((folder) => files.list(`${folder}/slides`)));
  const names = lists.flat().filter((name) => name.endsWith('.hbs'));
  return names
    .map((name) => name.slice(0, -'.hbs'.length))
    .filter((name) => !isKindName(name) && !name.startsWith('_'));
}

/** Reads the slide templates of several folders; a later folder's file replaces an earlier one's of the same name. */
export async function loadTemplates(
  folders: readonly string[],
  files: Files,
): Promise<readonly TemplateSource[]> {
  const sets = await Promise.all(
    folders.map((folder, index) => loadFolder(`${folder}/slides`, files, index === 0)),
  );
  return sets.flat();
}

/** Reads the templates of documents beside the slides, `documents/summary.hbs`, in the same way. */
export async function loadDocumentTemplates(
  folders: readonly string[],
  files: Files,
): Promise<readonly TemplateSource[]> {
  const sets = await Promise.all(
    folders.map((folder, index) => loadFolder(`${folder}/documents`, files, index === 0)),
  );
  return sets.flat();
}

/** The first of the folders is briefdeck's own, as `templateFolders` has it. */
async function loadFolder(folder: string, files: Files, own: boolean): Promise<readonly TemplateSource[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.hbs'));
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.hbs'.length),
      file: `${folder}/${name}`,
      text: await readWithin(folder, name, files, own),
    })),
  );
}
