import type { BuildRequest, Format } from '../build-types.js';
import type { Files } from '../effects/effects.js';
import { outputPath } from '../output-path.js';
import { pdfEnding, plainPdf } from '../pdf-request.js';
import { documentPictureEnding, isOwnPicture, pictureEnding, pictureFiles } from '../picture-files.js';
import { manifestEnding } from '../seal.js';
import { usage } from './arguments.js';

const hint = 'Choose another folder with --out.';

/** Everything that is wrong with output paths is said before anything is rendered: exit code 2. */
export async function refuseOutputs(request: BuildRequest, files: Files): Promise<void> {
  const owners = new Map<string, string>();
  const inputs = await Promise.all(request.inputs.map((input) => files.real(input)));
  for (const input of request.inputs) {
    for (const path of await outputsOf(input, request, files)) {
      const owner = owners.get(path);
      if (owner !== undefined) {
        throw usage(
          `${owner} and ${input} would both be written to ${path}.`,
          'Build them to different folders with --out.',
        );
      }
      owners.set(path, input);
      await refuse(path, inputs, files);
    }
  }
}

/** How many slides there will be is not known yet: of pictures, the first and all that are there from an earlier run. */
async function outputsOf(
  input: string,
  { formats, out, pdf = plainPdf, seal = false }: BuildRequest,
  files: Files,
): Promise<readonly string[]> {
  const endings: Readonly<Partial<Record<Format, readonly string[]>>> = {
    pdf: pdf.forms.map(pdfEnding),
    png: [pictureEnding(1, 1)],
    sheet: [documentPictureEnding('sheet')],
    social: [documentPictureEnding('social')],
  };
  const named = formats.flatMap((format) => endings[format] ?? [`.${format}`]);
  const earlier = formats.includes('png') ? await pictureFiles(input, out, files) : [];
  if (seal) named.push(manifestEnding);
  return [...new Set([...named.map((ending) => outputPath(input, ending, out)), ...earlier])];
}

async function refuse(path: string, inputs: readonly (string | null)[], files: Files): Promise<void> {
  const real = await files.real(path);
  if (real !== null && inputs.includes(real)) throw usage(`The output ${path} is one of the inputs.`, hint);
  const reason = await files.refusal(path);
  if (reason !== null) throw usage(`The output ${path} is refused: ${reason}.`, hint);
  if (path.endsWith('.png') && real !== null && !(await isOwnPicture(path, files)))
    throw usage(`The output ${path} is refused: it is a picture that briefdeck did not make.`, hint);
}
