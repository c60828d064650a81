import { dirname } from 'node:path';
import type { BuildRequest } from './build-types.js';
import { BriefdeckError, exitCodes } from './diagnostics/briefdeck-error.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Files } from './effects/effects.js';
import { kindNames } from './outline/kinds.js';
import { outputPath } from './output-path.js';
import type { PptxInput } from './pptx/pptx-input.js';
import type { Brand } from './pptx/template/brand.js';

/** What the PPTX of a deck is aimed at and built on, and what was found wrong with it. */
export interface ReadBrand {
  readonly office: Pick<PptxInput, 'target' | 'brand'>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the template that the request names, else the outline's own (`theme.pptx`, null for none), with the mapping of its layouts;
 * `kinds` are slide kinds of the user's own that a mapping may name.
 */
export async function readBrand(
  input: string,
  own: string | null,
  kinds: readonly string[],
  request: TemplateRequest,
  files: Files,
): Promise<ReadBrand> {
  const { formats, pptxFor = 'powerpoint' } = request;
  // `check` makes no output, and says what is wrong with all that any output is made of.
  const wanted = formats.length === 0 || formats.includes('pptx');
  const { brand, diagnostics } = wanted ? await find(input, own, kinds, request, files) : nothing;
  return { office: { target: pptxFor, brand }, diagnostics };
}

type TemplateRequest = Pick<BuildRequest, 'formats' | 'out' | 'pptxFor' | 'pptxTemplate' | 'pptxLayouts'>;

interface Found {
  readonly brand: Brand | null;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: Found = { brand: null, diagnostics: [] };

async function find(
  input: string,
  own: string | null,
  kinds: readonly string[],
  { out, pptxTemplate = null, pptxLayouts = null }: TemplateRequest,
  files: Files,
): Promise<Found> {
  const given = pptxTemplate !== null;
  const { path, fault } = given
    ? { path: pptxTemplate, fault: null }
    : await ownPath(own, dirname(input), files);
  if (fault) return refused(fault);
  if (path === null) return pptxLayouts === null ? nothing : refused(needless(pptxLayouts));
  await refuseOverwriting(path, outputPath(input, '.pptx', out), files);
  const [bytes, { readTemplate }] = await Promise.all([
    files.read(path),
    import('./pptx/template/read-template.js'),
  ]);
  const read = readTemplate(bytes, shownPath(path));
  if (read.fault) {
    const { message, hint } = read.fault;
    return refused(diagnostic('PPTX-10', message, { pointer: given ? null : '/theme/pptx', hint }));
  }
  const { template } = read;
  const mapping = pptxLayouts ?? (await mappingBeside(path, files));
  if (mapping === null) return { brand: { template, map: new Map() }, diagnostics: [] };
  const { readLayoutMap } = await import('./pptx/template/layout-map.js');
  const known = [...kindNames, ...kinds];
  const { map, diagnostics } = readLayoutMap(
    await files.read(mapping),
    shownPath(mapping),
    template.layouts,
    known,
  );
  return { brand: { template, map }, diagnostics };
}

function refused(fault: Diagnostic): Found {
  return { brand: null, diagnostics: [fault] };
}

function needless(mapping: string): Diagnostic {
  const message = `The mapping ${mapping} is for a PPTX template, and the deck has none.`;
  const hint = 'Name the template with --pptx-template, or in the outline: `theme: {pptx: house.potx}`.';
  return diagnostic('PPTX-11', message, { hint });
}

/** The outline may name a template inside its own folder alone, as it may pictures. */
async function ownPath(path: string | null, folder: string, files: Files) {
  if (path === null) return { path: null, fault: null };
  const refuse = (message: string, hint: string) => ({
    path: null,
    fault: diagnostic('PPTX-10', message, { pointer: '/theme/pptx', hint }),
  });
  const named = path.replace(/\\/gu, '/');
  const root = ((await files.real(folder)) ?? folder).replace(/\\/gu, '/').replace(/\/+$/u, '');
  const real = (await files.real(`${folder}/${named}`))?.replace(/\\/gu, '/') ?? null;
  const outside = /^\/|^[a-z][a-z\d+.-]*:|(?:^|\/)\.\.(?:\/|$)/iu.test(named);
  if (outside || (real !== null && !real.startsWith(`${root}/`))) {
    const message = `The PPTX template "${path}" lies outside the folder of the outline; only files inside it are read.`;
    return refuse(message, 'Copy it there, or name it on the command line: --pptx-template.');
  }
  const kind = real === null ? 'missing' : await files.kind(real);
  if (kind === 'file') return { path: `${folder}/${named}`, fault: null };
  const message = `The PPTX template "${path}" ${kind === 'missing' ? 'is not there' : 'is no file'}.`;
  return refuse(message, 'The path is taken from the folder of the outline; upper and lower case count.');
}

/** `corporate.layouts.yaml` beside `corporate.potx`; null where there is none. */
async function mappingBeside(path: string, files: Files): Promise<string | null> {
  const beside = `${path.replace(/\.[^./\\]+$/u, '')}.layouts.yaml`;
  return (await files.kind(beside)) === 'file' ? beside : null;
}

async function refuseOverwriting(path: string, output: string, files: Files): Promise<void> {
  const [template, target] = await Promise.all([files.real(path), files.real(output)]);
  if (template === null || template !== target) return;
  const hint = 'Choose another folder with --out.';
  throw new BriefdeckError(`The output ${output} is the PPTX template itself.`, exitCodes.usage, hint);
}

/** As the user named it, with `/` between its parts. */
function shownPath(path: string): string {
  return path.replace(/\\/gu, '/').replace(/^\.\//u, '');
}
