import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { lineStarts, positionAt } from './positions.js';
import { refusedCharacter } from './walk-value.js';

/** Largest outline, in bytes. */
const maxBytes = 5 * 1024 * 1024;

/** Reads bytes as UTF-8 text without a byte order mark; what is no such text is a finding; `empty` says what to write into a file of nothing. */
export function decode(bytes: Uint8Array, file: string, empty: string = startHint): string | Diagnostic {
  const fault = faultOf(bytes);
  if (fault) return diagnostic('YAML-1', fault.message, { file, hint: fault.hint });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? diagnostic('YAML-1', 'The file is empty.', { file, hint: empty }) : text;
  } catch {
    return diagnostic('YAML-1', 'The file is not UTF-8.', { file, hint: 'Save it as UTF-8 in your editor.' });
  }
}

/** What to write into an outline that holds nothing. */
export const startHint = 'A brief needs a `title` and `slides`; `briefdeck init` writes one to start from.';

function faultOf(bytes: Uint8Array): { readonly message: string; readonly hint: string } | null {
  const [first, second] = bytes;
  if (bytes.length > maxBytes) {
    const message = `The file has ${bytes.length} bytes; at most ${maxBytes} are accepted.`;
    return { message, hint: 'Split the brief; pictures belong into files of their own.' };
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return {
      message: 'The file is UTF-16; only UTF-8 is accepted.',
      hint: 'Save it as UTF-8 in your editor.',
    };
  }
  return bytes.includes(0)
    ? { message: 'The file is binary: it holds NUL bytes.', hint: 'Name a text file.' }
    : null;
}

/** A character in the text itself, comments included, that no outline may hold. */
export function characterFault(text: string, file: string): Diagnostic | null {
  const found = refusedCharacter(text.replace(/\r\n?/gu, (end) => ' '.repeat(end.length)));
  if (!found) return null;
  const place = positionAt(found.index, lineStarts(text));
  return diagnostic('YAML-1', `The character ${found.name} is not accepted.`, {
    file,
    ...place,
    hint: 'Delete it.',
  });
}
