import type { Format } from './build-types.js';

/** Where a deck goes: the outline's name in the folder for outputs, with `/` between its parts on every system. */
export function outputPath(input: string, format: Format, out: string): string {
  const name = input.replace(/^.*[\\/]/u, '').replace(/\.(?:ya?ml|md)$/u, '');
  const folder = out === '/' ? '' : out.replace(/[\\/]+$/u, '').replace(/\\/gu, '/');
  return `${folder}/${name}.${format}`;
}
