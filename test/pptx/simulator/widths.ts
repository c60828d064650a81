import { textFamilies } from '../../../src/fonts/catalogue.js';
import { drawnCodePoints } from '../../../src/fonts/characters.js';
import { officeTypefaces } from '../../../src/fonts/office.js';
import { libraryHere } from '../../fonts/library.js';
import type { SimulatedRun } from './text-body.js';

/** A character with how far it moves the pen, pt. */
export interface SetCharacter {
  readonly character: string;
  readonly width: number;
  readonly run: SimulatedRun;
}

/** Sets the characters of a run. */
export type SetRun = (run: SimulatedRun) => readonly SetCharacter[];

const twins = new Map(textFamilies.map((family) => [officeTypefaces[family], family] as const));

/** Scripts that Office sets in faces without a twin here, or joins as widths alone do not tell. */
const otherScripts =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}\p{Emoji_Presentation}]/u;

/** Whether a text has characters of such a script. */
export function isForeign(text: string): boolean {
  return otherScripts.test(text);
}

/** Why the width of a run is not known; null where it is. */
export function unlikeness({ face, text }: SimulatedRun): string | null {
  if (!twins.has(face)) return `face ${face} has no twin`;
  const [character] = otherScripts.exec(text) ?? [];
  return character ? `script of ${character} has no twin` : null;
}

/** Opens the twins of the faces that these runs are set in. */
export async function widthsOf(runs: readonly SimulatedRun[]): Promise<SetRun> {
  const library = libraryHere();
  const text = `- ${runs.map((each) => each.text).join('')}`;
  const style = (run: SimulatedRun) => {
    const family = twins.get(run.face) ?? 'Arimo';
    const weight = run.bold ? 700 : 400;
    return { family, weight, italic: run.italic, sizePx: run.size, letterSpacing: run.spacing } as const;
  };
  const faces = new Map(runs.map((run) => [`${run.face} ${run.bold} ${run.italic}`, style(run)] as const));
  await library.load([...faces.values()], drawnCodePoints(text, true));
  return (run) => {
    const shown = (character: string) => (run.capitals ? character.toUpperCase() : character);
    return [...run.text].map((character) => ({
      character,
      width: library.width(shown(character), style(run)),
      run,
    }));
  };
}
