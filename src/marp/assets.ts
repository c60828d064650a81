import type { Deck } from '../deck/deck.js';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Files } from '../effects/effects.js';
import { dataUrl, imageType } from './images.js';
import { maxPixels, pictureFault } from './picture-bounds.js';

/** Why a picture cannot be shown; `code` is a row of the table of codes. */
export interface AssetFault {
  readonly address: string;
  readonly code: 'ASSET-1' | 'ASSET-2' | 'ASSET-3' | 'ASSET-4' | 'ASSET-5';
  readonly message: string;
  readonly hint: string;
}

/** Pictures of a deck as `data:` addresses, in the order asked for, and what could not be had. */
export interface LoadedAssets {
  readonly urls: readonly string[];
  readonly faults: readonly AssetFault[];
}

/** A picture larger than this is refused: it would make the deck unsendable. 32 MiB. */
const maxBytes = 32 * 1024 * 1024;

/** A grey box of 16 × 9, shown where a picture is missing: such a deck is not written, but can be previewed. */
const placeholder =
  'data:image/svg+xml;charset=utf-8,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 9%22%3E%3Crect width=%2216%22 height=%229%22 fill=%22%23C8CBC7%22/%3E%3C/svg%3E';

/** Reads the pictures that a deck names, from inside one folder and nowhere else. */
export async function loadAssets(
  addresses: readonly string[],
  folder: string,
  files: Files,
): Promise<LoadedAssets> {
  const loaded = await Promise.all(addresses.map((address) => loadAsset(address, folder, files)));
  return {
    urls: loaded.map((asset) => (typeof asset === 'string' ? asset : placeholder)),
    faults: loaded.filter((asset) => typeof asset !== 'string'),
  };
}

/**
 * The pictures of an outline's deck, with findings on those that cannot be shown. Pictures that the deck names and its HTML does
 * not hold are told too: Markdown takes `file:` for no address at all.
 */
export async function deckAssets(seen: readonly string[], deck: Deck, folder: string, files: Files) {
  const named = deck.slides.flatMap(({ images }) => images.map(({ path }) => path));
  const unseen = named.filter((path) => /^[a-z]+:/iu.test(path) && !seen.includes(path));
  const { urls, faults } = await loadAssets([...seen, ...unseen], folder, files);
  return { urls, diagnostics: assetFindings(faults, deck) };
}

/** Findings on pictures that cannot be shown, each at the first place of the outline that names it. */
export function assetFindings(faults: readonly AssetFault[], deck: Deck): readonly Diagnostic[] {
  const images = deck.slides.flatMap((slide) => slide.images);
  return faults.map(({ address, code, message, hint }) => {
    const image = images.find(({ path }) => path === address);
    return diagnostic(code, message, { pointer: image?.at ?? null, hint });
  });
}

async function loadAsset(address: string, folder: string, files: Files): Promise<string | AssetFault> {
  if (/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/iu.test(address)) return address;
  if (/^file:/iu.test(address)) return fault('outside', address);
  if (/^[a-z][a-z\d+.-]+:|^\/\//iu.test(address)) return fault('remote', address);
  const path = decode(address);
  if (path === null || /^[\\/]|^[a-z]:/iu.test(path)) return fault('outside', address);
  const root = (await files.real(folder)) ?? folder;
  const real = await files.real(`${folder}/${path}`);
  // What lies outside is refused whether it is there or not: that is nobody's business.
  if (real === null) return fault(climbs(path) ? 'outside' : 'missing', address);
  if (!inside(real, root)) return fault('outside', address);
  if ((await files.kind(real)) !== 'file') return fault('unreadable', address);
  const bytes = await files.read(real);
  const mime = imageType(bytes);
  if (mime === null) return fault('unreadable', address);
  if (bytes.length > maxBytes) return fault('tooLarge', address, bytes.length);
  const wrong = pictureFault(bytes, mime);
  return wrong === null ? dataUrl(bytes, mime) : fault(wrong, address);
}

/** Decodes until nothing changes, so that a doubly encoded `..` is seen for what it is; null where it cannot be decoded. */
function decode(address: string): string | null {
  try {
    let path = address;
    for (let round = 0; round < 4; round += 1) {
      const next = decodeURIComponent(path);
      if (next === path) break;
      path = next;
    }
    return path.replace(/\\/gu, '/');
  } catch {
    return null;
  }
}

/** Whether a relative path leaves its folder by its own words. */
function climbs(path: string): boolean {
  let depth = 0;
  for (const step of path.split('/')) {
    depth += step === '..' ? -1 : step === '' || step === '.' ? 0 : 1;
    if (depth < 0) return true;
  }
  return false;
}

function inside(path: string, folder: string): boolean {
  const slashed = (text: string) => text.replace(/\\/gu, '/').replace(/\/+$/u, '');
  return slashed(path).startsWith(`${slashed(folder)}/`);
}

/** What is said of a picture that cannot be shown, and what to do about it. */
const faults = {
  missing: {
    code: 'ASSET-1',
    message: (address) => `The picture "${address}" is not there.`,
    hint: 'The path is taken from the folder of the outline; upper and lower case count.',
  },
  outside: {
    code: 'ASSET-2',
    message: (address) =>
      `The picture "${address}" lies outside the folder of the outline; only pictures inside it are read.`,
    hint: 'Copy the picture into the folder of the outline, or one below it.',
  },
  remote: {
    code: 'ASSET-3',
    message: (address) =>
      `The picture "${address}" is not a file beside the outline; briefdeck fetches nothing from a network.`,
    hint: 'Save the picture beside the outline and name that file.',
  },
  unreadable: {
    code: 'ASSET-4',
    message: (address) =>
      `"${address}" is not a picture that can be shown; accepted are PNG, JPEG, GIF, WebP and SVG.`,
    hint: 'Convert it to PNG or SVG.',
  },
  damaged: {
    code: 'ASSET-4',
    message: (address) => `The picture "${address}" is damaged: it ends before it is whole.`,
    hint: 'Take the file anew from where it came.',
  },
  entities: {
    code: 'ASSET-4',
    message: (address) => `The picture "${address}" has entities that stand for files or for other entities.`,
    hint: 'Save it anew from a drawing program, as plain SVG.',
  },
  tooManyPixels: {
    code: 'ASSET-5',
    message: (address) =>
      `The picture "${address}" has more pixels than the ${maxPixels / 1e6} million that are accepted.`,
    hint: 'Scale it down: a slide shows 1280 × 720 px.',
  },
  tooLarge: {
    code: 'ASSET-5',
    message: (address, bytes) =>
      `The picture "${address}" has ${Math.round(bytes / 1048576)} MB; at most ${maxBytes / 1048576} MB are accepted.`,
    hint: 'Scale it down: a slide shows 1280 × 720 px.',
  },
} as const satisfies Record<string, FaultRow>;

interface FaultRow {
  readonly code: AssetFault['code'];
  readonly message: (address: string, bytes: number) => string;
  readonly hint: string;
}

function fault(name: keyof typeof faults, address: string, bytes = 0): AssetFault {
  const { code, message, hint } = faults[name];
  return { address, code, message: message(address, bytes), hint };
}
