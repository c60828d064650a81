import { dirname } from 'node:path';
import type { BuildRequest } from './build-types.js';
import { checkBrief, nothingChecked } from './check/check-brief.js';
import { placeIgnored } from './check/ignored.js';
import { type BuiltDeck, deckReport, nothingMade } from './deck-report.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { editionCopy } from './edition-changes.js';
import type { Effects } from './effects/effects.js';
import { ownKindsIn, templateFolders } from './markdown/load-templates.js';
import { loadAssets } from './marp/assets.js';
import type { Brief } from './outline/brief.js';
import { placeFindings } from './outline/place-findings.js';
import { type ReadOutline, readOutline } from './outline/read-outline.js';

/** What the rules came to on one outline, with the outline as read. */
export interface CheckedOutline extends BuiltDeck {
  readonly outline: ReadOutline;
}

/** Reads one outline and runs the rules over it; nothing is drawn, so that it takes no longer than reading does. */
export async function checkOutline(
  input: string,
  request: BuildRequest,
  { files, ...effects }: Effects,
): Promise<CheckedOutline> {
  const folders = templateFolders(request.templates, { files, ...effects });
  const kinds = await ownKindsIn(folders, files);
  const outline = readOutline(await files.read(input), input, kinds);
  const { brief, positions, source } = outline;
  const { diagnostics: broken, ignored } = brief ? checkBrief(brief) : nothingChecked;
  const copy = brief ? await editionCopy(brief, input, kinds, request, files) : null;
  const pictures = brief ? await pictureFindings(brief, dirname(input), files) : [];
  const found = placeFindings([...broken, ...(copy?.diagnostics ?? []), ...pictures], input, positions);
  const made = {
    ...nothingMade,
    diagnostics: [...outline.diagnostics, ...found],
    ignored: placeIgnored(ignored, positions),
    slides: brief?.slides.length ?? 0,
  };
  const report = deckReport(input, brief?.title.text ?? null, made, request.strict);
  const sources = new Map(source === null ? [] : [[input, source]]);
  return { report, outline, sources, imprint: null };
}

/** Findings on pictures of the outline that cannot be shown. */
async function pictureFindings(
  brief: Brief,
  folder: string,
  files: Effects['files'],
): Promise<readonly Diagnostic[]> {
  const slides = brief.slides.flatMap((slide) => (slide.kind === 'image' && !slide.hidden ? [slide] : []));
  const named = [
    ...slides.map(({ file, pointer }) => ({ file, pointer: `${pointer}/file` })),
    ...(brief.logo ? [{ file: brief.logo.file, pointer: '/logo/file' }] : []),
  ];
  const { faults } = await loadAssets(
    named.map(({ file }) => file),
    folder,
    files,
  );
  return faults.map(({ address, code, message, hint }) => {
    const pointer = named.find(({ file }) => file === address)?.pointer ?? null;
    return diagnostic(code, message, { pointer, hint });
  });
}
