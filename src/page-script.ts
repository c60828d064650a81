import type { Effects } from './effects/effects.js';

/** The text of a script that runs in a page, as it was bundled. */
export async function pageScript(
  name: 'dev' | 'measure' | 'pictures' | 'player' | 'scaling',
  { files, packageRoot }: Effects,
): Promise<string> {
  return new TextDecoder().decode(await files.read(`${packageRoot}/dist/page/${name}.js`)).trim();
}

/** The style sheet of a page, as it was bundled. */
export async function pageStyle(name: 'dev' | 'player', { files, packageRoot }: Effects): Promise<string> {
  return new TextDecoder().decode(await files.read(`${packageRoot}/dist/page/${name}.css`)).trim();
}
