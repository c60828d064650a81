import { type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { usage } from './arguments.js';
import type { Words } from './commands.js';

const outline = `# An outline of a brief. \`briefdeck schema\` prints every field that there is.
# To have your editor complete and check it: \`briefdeck schema > brief.schema.json\` beside it, and as first line
# here \`# yaml-language-server: $schema=./brief.schema.json\`.
title: Harbour talks
subtitle: What the strike means for the week ahead
language: en
date: 2026-11-23
# Information up to here.
cutoff: 2026-11-22
authors: [Your name]
# Stands above and below every slide: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or your own words.
marking: TLP:CLEAR

# Where things come from. Slides name these by their ids, and list them at the foot.
sources:
  union:
    title: The offer of the week
    author: Dockers’ union
    date: 2026-11-20

slides:
  # The answer first.
  - kind: bluf
    headline: The strike turns on Thursday’s meeting
    text: Both sides meet on Thursday, and the union has cut its demand by half.
    sources: [union]
    notes: What you say and do not show goes into the notes.

  # A slide without a kind is a list of points. A point is a text, or says what it rests on:
  # its basis is fact, position, judgement or assumption.
  - headline: Two things moved since Monday
    points:
      - text: The union cut its demand from 8 % to *4 %*.
        basis: fact
        sources: [union]
      - Both sides agreed to meet on Thursday.
`;

/** Writes a small outline that builds without warnings; never over a file that is there. */
export async function initCommand({ names }: Words, { files, terminal }: Effects): Promise<ExitCode> {
  const [name] = names;
  if (!name) throw usage('init needs a name.', 'For example: briefdeck init data/my-brief');
  const path = /\.ya?ml$/u.test(name) ? name : `${name}.yaml`;
  if ((await files.kind(path)) !== 'missing')
    throw usage(`${path} is there already.`, 'Choose another name.');
  await files.write(path, new TextEncoder().encode(outline));
  terminal.err(`Wrote ${path}. To build it: briefdeck build ${path}\n`);
  return exitCodes.done;
}
