import type { Verified } from '../verify-file.js';
import { harmless } from './say-changes.js';

/** What people are told of a file; `given` tells whether they named the manifest. */
export function sayVerified(verified: Verified, given: boolean): string {
  const lines = { unchanged, changed, unknown }[verified.status](verified, given);
  return lines.map((line) => `${harmless(line)}\n`).join('');
}

function unchanged({ file, found }: Verified): readonly string[] {
  if (!found) return [];
  const { path, manifest, output } = found;
  return [
    `${file}: unchanged`,
    `  ${editionWords(manifest)}`,
    `  as briefdeck ${manifest.madeBy.briefdeck} made it: ${output.path}, ${output.bytes} bytes, in ${path}`,
  ];
}

function changed({ file, found, bytes, sha256, changes }: Verified): readonly string[] {
  if (!found) return [];
  const { path, manifest, output } = found;
  return [
    `${file}: changed`,
    `  It is not as it was made: ${editionWords(manifest)}`,
    `  ${path} has ${output.path} with ${output.bytes} bytes, SHA-256 ${short(output.sha256)}; this file has ${bytes}, ${short(sha256)}.`,
    ...changes.map((change) => `  ${change}`),
  ];
}

function unknown({ file, says, changes }: Verified, given: boolean): readonly string[] {
  const where = given ? 'the manifest does not tell of it' : 'no manifest beside it tells of it';
  const { title, madeBy } = says;
  const what =
    title === null ? null : `${editionWords({ ...says, title })}${madeBy ? `, made by ${madeBy}` : ''}`;
  return [
    `${file}: unknown, ${where}`,
    ...(what === null
      ? ['  It says nothing of itself.']
      : [`  It says of itself: ${what}`, '  That is no proof: anybody can write it.']),
    ...changes.map((change) => `  ${change}`),
    given
      ? '  hint: It is of another edition, or was not made by this build.'
      : '  hint: Give the manifest of the edition: --manifest FILE. `briefdeck build --seal` writes it.',
  ];
}

interface Named {
  readonly title: string;
  readonly edition: string | null;
  readonly date: string | null;
  readonly marking?: string | null;
}

function editionWords({ title, edition, date, marking = null }: Named): string {
  return [title, edition && `edition ${edition}`, date, marking].filter(Boolean).join(', ');
}

function short(hash: string): string {
  return `${hash.slice(0, 12)}…`;
}
