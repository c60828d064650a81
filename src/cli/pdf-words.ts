import type { PictureDetail } from '../browser/print-pictures.js';
import type { Format } from '../build-types.js';
import type { Paper } from '../deck/paper.js';
import type { PerPage } from '../marp/forms/form.js';
import { type PdfForm, type PdfRequest, plainPdf } from '../pdf-request.js';
import { unknown, usage } from './arguments.js';
import type { Words } from './commands.js';
import type { OptionName } from './options.js';

const forms: readonly PdfForm[] = ['slides', 'notes', 'handout', 'summary'];
const papers: readonly Paper[] = ['a4', 'letter'];
const details: readonly PictureDetail[] = ['screen', 'print', 'original'];
const counts: readonly PerPage[] = [2, 3, 4, 6];

/** Options that say something of a PDF, and the form that each needs. */
const needs: readonly (readonly [OptionName, readonly PdfForm[]])[] = [
  ['pdf', forms],
  ['pdf-images', forms],
  ['paper', ['notes', 'handout', 'summary']],
  ['per-page', ['handout']],
];

/** Which PDFs are asked for; what would have no effect is wrong usage. */
export function readPdf(words: Words, formats: readonly Format[]): PdfRequest {
  const wanted = words
    .text('pdf')
    ?.split(',')
    .map((word) => oneOf('form', word, forms));
  const request: PdfRequest = {
    forms: wanted ? [...new Set(wanted)] : plainPdf.forms,
    paper: read(words, 'paper', 'paper', papers),
    perPage: perPage(words.text('per-page')),
    pictures: read(words, 'pdf-images', 'detail', details) ?? plainPdf.pictures,
  };
  for (const [option, of] of needs) {
    if (words.text(option) === null) continue;
    if (!formats.includes('pdf')) throw usage(`--${option} is for PDF alone.`, 'Add pdf to --to.');
    if (!request.forms.some((form) => of.includes(form)))
      throw usage(`--${option} is for ${of.join(', ')} alone.`, `Add --pdf ${of.at(0)}.`);
  }
  return request;
}

function read<T extends string>(
  words: Words,
  option: OptionName,
  what: string,
  known: readonly T[],
): T | null {
  const word = words.text(option);
  return word === null ? null : oneOf(what, word, known);
}

function oneOf<T extends string>(what: string, word: string, known: readonly T[]): T {
  const found = known.find((each) => each === word.trim().toLowerCase());
  if (!found) throw unknown(what, word.trim(), known);
  return found;
}

function perPage(word: string | null): PerPage {
  if (word === null) return plainPdf.perPage;
  const count = counts.find((each) => String(each) === word);
  if (!count) throw usage(`--per-page is "${word}".`, 'Accepted are 2, 3, 4 and 6.');
  return count;
}
