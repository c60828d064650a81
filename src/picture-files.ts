import type { Files } from './effects/effects.js';
import { inFolder, outputName } from './output-path.js';

/**
 * A chunk "tEXt" that says `Software: briefdeck`, its length before it and its checksum behind it. By it a later run knows the
 * pictures that it may replace or remove.
 */
const mark = Buffer.from('\0\0\0\x12tEXtSoftware\0briefdeck', 'latin1');
const checksum = Buffer.from('854850d0', 'hex');

/** Where the first chunk of a PNG ends: after its signature and IHDR. */
const afterHeader = 33;

/** The picture, marked as made by briefdeck. */
export function markPicture(png: Uint8Array): Uint8Array {
  return Buffer.concat([png.subarray(0, afterHeader), mark, checksum, png.subarray(afterHeader)]);
}

function isMarked(png: Uint8Array): boolean {
  return mark.equals(png.subarray(afterHeader, afterHeader + mark.length));
}

/** What the picture of a slide is called behind the deck's name: `-01.png`, with as many digits as the deck needs, at least two. */
export function pictureEnding(slide: number, slides: number): string {
  return `-${String(slide).padStart(Math.max(2, String(slides).length), '0')}.png`;
}

/** What the contact sheet and the social picture are called behind the deck's name. */
export function documentPictureEnding(format: 'sheet' | 'social'): string {
  return `-${format}.png`;
}

/** Files in the folder for outputs that are called as the pictures of this outline's slides are. */
export async function pictureFiles(input: string, out: string, files: Files): Promise<readonly string[]> {
  const start = `${outputName(input)}-`;
  const names = await files.list(inFolder(out, ''));
  return names
    .filter((name) => name.startsWith(start) && /^\d{2,}\.png$/u.test(name.slice(start.length)))
    .map((name) => inFolder(out, name));
}

/** Whether a file is a picture that briefdeck made. */
export async function isOwnPicture(path: string, files: Files): Promise<boolean> {
  return isMarked(await files.read(path));
}

/** Removes the pictures of an earlier run that this one did not replace: a deck that became shorter leaves none that looks current. */
export async function removeStalePictures(
  input: string,
  out: string,
  written: readonly string[],
  files: Files,
): Promise<void> {
  for (const path of await pictureFiles(input, out, files)) {
    if (!written.includes(path) && (await isOwnPicture(path, files))) await files.remove(path);
  }
}
