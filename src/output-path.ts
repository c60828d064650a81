/**
 * Where a deck goes: the outline's name and an ending such as `.pdf` or `-01.png` in the folder for outputs, with `/` between
 * its parts on every system.
 */
export function outputPath(input: string, ending: string, out: string): string {
  return inFolder(out, outputName(input) + ending);
}

/** The name that all outputs of an outline begin with. */
export function outputName(input: string): string {
  return input.replace(/^.*[\\/]/u, '').replace(/\.(?:ya?ml|md)$/iu, '');
}

/** A file of the folder for outputs. */
export function inFolder(out: string, name: string): string {
  const folder = out.replace(/\\/gu, '/').replace(/\/+$/u, '');
  return `${folder}/${name}`;
}
