import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';

const outline = `# An outline of a brief. Build it with: briefdeck build FILE
title: Harbour talks
subtitle: What the strike means for the week ahead
language: en
authors: [Your name]
# A marking stands on every slide; TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.
marking: TLP:CLEAR

# Sources by id; slides name them, and the foot of the slide says where things come from.
sources:
  union:
    author: Dockers’ union
    outlet: press release
    date: 2026-11-20

slides:
  # The answer first.
  - kind: bluf
    headline: The strike will probably end this week
    text: Both sides meet on Thursday, and the union has cut its demand by half.
    basis: judgement
    sources: [union]
    notes: Say what we know, then what we think.

  # A slide without a kind is a list of points.
  - headline: Two things moved since Monday
    points:
      - Both sides meet on Thursday.
      - The union cut its demand to 4 %.
    sources: [union]
`;

/** Writes a small outline that builds without warnings; never over a file that is there. */
export async function initCommand(name: string | undefined, { files, terminal }: Effects): Promise<ExitCode> {
  if (!name) throw new BriefdeckError('init needs a name.', exitCodes.usage, 'briefdeck init data/my-brief');
  const path = /\.ya?ml$/u.test(name) ? name : `${name}.yaml`;
  if ((await files.kind(path)) !== 'missing') throw new BriefdeckError(`${path} is there already.`, exitCodes.usage, 'Choose another name.');
  await files.write(path, new TextEncoder().encode(outline));
  terminal.err(`Wrote ${path}. Build it with: briefdeck build ${path}\n`);
  return exitCodes.done;
}
