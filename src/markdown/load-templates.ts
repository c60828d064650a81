import type { Files } from '../effects/effects.js';
import type { TemplateSource } from './template-source.js';

/** Reads the slide templates of several folders; a later folder's file replaces an earlier one's of the same name. */
export async function loadTemplates(
  folders: readonly string[],
  files: Files,
): Promise<readonly TemplateSource[]> {
  const sets = await Promise.all(folders.map((folder) => loadFolder(`${folder}/slides`, files)));
  return sets.flat();
}

async function loadFolder(folder: string, files: Files): Promise<readonly TemplateSource[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.hbs'));
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.hbs'.length),
      file: `${folder}/${name}`,
      text: new TextDecoder().decode(await files.read(`${folder}/${name}`)),
    })),
  );
}
