import type { BuildRequest } from '../build-types.js';
import type { Files } from '../effects/effects.js';
import { outputPath } from '../output.js';
import { usage } from './arguments.js';

const hint = 'Choose another folder with --out.';

/** Everything that is wrong with output paths is said before anything is rendered: exit code 2. */
export async function refuseOutputs(request: BuildRequest, files: Files): Promise<void> {
  const owners = new Map<string, string>();
  const inputs = await Promise.all(request.inputs.map((input) => files.real(input)));
  for (const input of request.inputs) {
    for (const format of request.formats) {
      const path = outputPath(input, format, request.out);
      const owner = owners.get(path);
      if (owner !== undefined) {
        throw usage(
          `${owner} and ${input} would both be written to ${path}.`,
          'Build them to different folders with --out.',
        );
      }
      owners.set(path, input);
      const real = await files.real(path);
      if (real !== null && inputs.includes(real)) {
        throw usage(`The output ${path} is one of the inputs.`, hint);
      }
      const reason = await files.refusal(path);
      if (reason !== null) throw usage(`The output ${path} is refused: ${reason}.`, hint);
    }
  }
}
