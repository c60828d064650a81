import { join } from 'node:path';
import { embeddedPackage, unpackEmbedded } from './embedded.js';
import type { Host } from './host.js';

/** What the browser's process is given of the outside. */
export interface Environment {
  readonly variables: NodeJS.ProcessEnv;
  /** Folder of the only fonts that the browser sees beside the deck's own; null where the machine's fonts stay (macOS, Windows). */
  readonly fonts: string | null;
}

/**
 * The environment of the browser. On Linux it holds nothing of the user's: same time zone, language and fonts everywhere, and
 * HOME and the temporary folder inside the private folder, so that whatever the browser writes goes with it.
 */
export async function findEnvironment(folder: string, libraries: boolean, host: Host): Promise<Environment> {
  const places = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'temporary'), TZ: 'UTC' };
  if (host.platform !== 'linux') return { variables: { ...host.env, ...places }, fonts: null };
  const source = embeddedPackage();
  const quiet = () => {};
  const fonts = source ? await unpackEmbedded('fonts', source, host, quiet) : null;
  const added = source && libraries ? await unpackEmbedded('libraries', source, host, quiet) : null;
  return {
    fonts: fonts ? join(fonts, 'fonts') : null,
    variables: {
      ...places,
      LANG: 'C.UTF-8',
      PATH: host.env.PATH,
      ...(fonts ? { FONTCONFIG_FILE: join(folder, 'fonts.conf') } : {}),
      ...(added ? { LD_LIBRARY_PATH: join(added, 'lib') } : {}),
    },
  };
}
