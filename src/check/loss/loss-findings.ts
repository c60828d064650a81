import { type Code, diagnostic } from '../../diagnostics/codes.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { DocumentElement } from './document-content.js';
import type { HoldingFormat } from './find-lost.js';

/** An element, and the formats that lack it. */
export interface Lost {
  readonly element: DocumentElement;
  readonly formats: readonly HoldingFormat[];
}

type Kind = DocumentElement['kind'];

interface KindRow {
  readonly code: Code;
  readonly name: string;
  /** What the author can do about it. */
  readonly hint: string;
}

const ownFault = 'This is a fault of briefdeck: report it, with the slide that it tells of.';

/** How each kind is told. What a slide says must be there; what leads on from it, or describes it, warns. */
const kinds: Readonly<Record<Kind, KindRow>> = {
  text: { code: 'LOSS-1', name: 'text', hint: ownFault },
  table: { code: 'LOSS-1', name: 'table', hint: ownFault },
  picture: { code: 'LOSS-1', name: 'picture', hint: ownFault },
  formula: { code: 'LOSS-1', name: 'formula', hint: ownFault },
  notes: { code: 'LOSS-1', name: 'notes', hint: ownFault },
  link: {
    code: 'LOSS-2',
    name: 'link',
    hint: 'Write the whole address, as in https://example.org/page or mailto:name@example.org, or `#3` for the third slide.',
  },
  'alternative text': {
    code: 'LOSS-2',
    name: 'alternative text',
    hint: 'In a PDF a picture that is drawn with a filter or half transparent has none: draw it plain, or say in the text what it shows.',
  },
};

const programs: Readonly<Record<HoldingFormat, string>> = { pptx: 'PPTX', pdf: 'PDF' };

/** One finding an element, whichever formats lack it. */
export function lossFindings(lost: readonly Lost[]): readonly Diagnostic[] {
  return lost.map(({ element, formats }) => {
    const where = formats.map((format) => `the ${programs[format]}`).join(' and ');
    const message = `Of slide ${element.slide}, ${where} ${formats.length > 1 ? 'lack' : 'lacks'} ${words(element)}.`;
    const { code, hint } = kinds[element.kind];
    return diagnostic(code, message, { pointer: element.pointer, hint });
  });
}

/** The finding on an output that cannot be read back. */
export function unreadable(format: HoldingFormat, fault: string): Diagnostic {
  const message = `The ${programs[format]} cannot be read back: ${fault}.`;
  return diagnostic('LOSS-1', message, { hint: ownFault });
}

function words(element: DocumentElement): string {
  const { name } = kinds[element.kind];
  const text = short(element.text);
  const quoted = text ? ` “${text}”` : '';
  if (element.kind === 'link') return `the link to ${element.address}${text ? ` on “${text}”` : ''}`;
  return text ? `the ${name}${quoted}` : `a ${name}`;
}

function short(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
