import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Draws PPTX files as PDFs of the same names into a folder, in one run of LibreOffice under a profile of its own, since it takes
 * seconds to start. A run that breaks off goes on without the file that broke it; gives the path for each file, null for none.
 */
export function drawByLibreOffice(files: readonly string[], out: string): readonly (string | null)[] {
  const profile = mkdtempSync(join(tmpdir(), 'briefdeck-office-'));
  const drawn = (file: string) => join(out, basename(file).replace(/\.pptx$/u, '.pdf'));
  try {
    let left = [...files];
    while (left.length > 0) {
      const place = [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        out,
      ];
      spawnSync('soffice', [...place, ...left], { stdio: 'ignore' });
      const missing = left.findIndex((file) => !existsSync(drawn(file)));
      left = missing < 0 ? [] : left.slice(missing + 1).filter((file) => !existsSync(drawn(file)));
    }
    return files.map((file) => (existsSync(drawn(file)) ? drawn(file) : null));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
