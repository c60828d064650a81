import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { type Code, diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findPositions, lineStarts, type Positions, positionAt } from './positions.js';

/** A YAML text as a value with the places of everything in it, or what is wrong with it. */
export type ParsedYaml =
  | { readonly ok: true; readonly source: string; readonly value: unknown; readonly positions: Positions }
  | { readonly ok: false; readonly source: string | null; readonly diagnostics: readonly Diagnostic[] };

const maxBytes = 5 * 1024 * 1024;
const maxDepth = 64;
const maxAliases = 100;
const maxValues = 100_000;

/** Mistakes that people often make, told by the line that the parser stumbled over. */
const hints: readonly { readonly when: RegExp; readonly hint: string }[] = [
  { when: /^\s*\t/u, hint: 'Indent with spaces; YAML does not take tabs.' },
  { when: /^[^'"#]*:\s[^'"]*:\s/u, hint: 'A text that holds ": " must stand in quotes.' },
  { when: /:\s+[@%`]/u, hint: 'A text that begins with @, % or ` must stand in quotes.' },
  { when: /:\s+\*/u, hint: 'A text that begins with * must stand in quotes, for YAML takes it for an alias.' },
  { when: /(?:["'])[^"']*$/u, hint: 'A quotation mark may be missing at the end of the text.' },
];

/** Reads bytes as one YAML document, within limits. Never throws on bad input. */
export function parseYaml(bytes: Uint8Array, file: string): ParsedYaml {
  const text = decode(bytes, file);
  if (typeof text !== 'string') return { ok: false, source: null, diagnostics: [text] };
  const refused = refusedCharacter(text, file);
  if (refused) return { ok: false, source: text, diagnostics: [refused] };
  try {
    const events = parseEvents(text, { maxDepth });
    const over = beyondLimits(events, text, file);
    if (over) return { ok: false, source: text, diagnostics: [over] };
    const [value] = constructFromEvents(events, { source: text, maxAliases });
    return countValues(value, maxValues) < 0
      ? { ok: false, source: text, diagnostics: [diagnostic('YAML-3', `The outline unfolds to more than ${maxValues} values.`, { file, hint: 'Use fewer aliases.' })] }
      : { ok: true, source: text, value, positions: findPositions(events, text) };
  } catch (error) {
    return { ok: false, source: text, diagnostics: [yamlFault(error, text, file)] };
  }
}

function decode(bytes: Uint8Array, file: string): string | Diagnostic {
  const refuse = (message: string, hint: string) => diagnostic('YAML-1', message, { file, hint });
  if (bytes.length > maxBytes) return refuse(`The file has ${bytes.length} bytes; at most ${maxBytes} are accepted.`, 'Split the brief.');
  if (bytes.length === 0) return refuse('The file is empty.', 'A brief needs a `title` and `slides`; `briefdeck init` writes one to start from.');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('The file is UTF-16; only UTF-8 is accepted.', 'Save it as UTF-8 in your editor.');
  }
  if (bytes.includes(0)) return refuse('The file is binary: it holds NUL bytes.', 'Name a YAML file.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('The file is not UTF-8.', 'Save it as UTF-8 in your editor.');
  }
}

/** Control characters and plane 16: the first have no place in a text, the second mark texts on their way. */
function refusedCharacter(text: string, file: string): Diagnostic | null {
  const match = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\u{100000}-\u{10ffff}]/u.exec(text);
  if (!match) return null;
  const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return diagnostic('YAML-1', `The character U+${code} is not accepted.`, { file, ...positionAt(match.index, lineStarts(text)), hint: 'Delete it.' });
}

function beyondLimits(events: readonly Event[], text: string, file: string): Diagnostic | null {
  const at = (offset: number) => ({ file, ...positionAt(Math.max(0, offset), lineStarts(text)) });
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT);
  if (documents.length > 1) return diagnostic('YAML-2', 'The file holds several documents; one is accepted.', { file, hint: 'Remove the line `---` between them.' });
  if (documents.length === 0 || events.length <= 2) return diagnostic('YAML-1', 'The file holds no YAML.', { file, hint: 'A brief needs a `title` and `slides`.' });
  const aliases = events.filter((event) => event.type === EVENT_ID.ALIAS);
  const last = aliases.at(maxAliases);
  if (last?.type === EVENT_ID.ALIAS) return diagnostic('YAML-3', `The outline has ${aliases.length} aliases; at most ${maxAliases} are accepted.`, at(last.anchorStart));
  const tagged = events.find((event) => 'tagStart' in event && event.tagStart >= 0);
  return tagged && 'tagStart' in tagged ? diagnostic('YAML-2', 'Tags such as `!name` are not accepted.', at(tagged.tagStart)) : null;
}

/** Values left of a budget after walking a value, aliases followed; negative when it is spent. */
function countValues(value: unknown, budget: number, depth = 0): number {
  let left = budget - 1;
  if (typeof value !== 'object' || value === null) return left;
  if (depth > maxDepth) return -1;
  for (const child of Object.values(value)) {
    if (left < 0) return left;
    left = countValues(child, left, depth + 1);
  }
  return left;
}

function yamlFault(error: unknown, text: string, file: string): Diagnostic {
  if (!(error instanceof YAMLException)) throw error;
  const offset = error.mark && 'position' in error.mark ? Number(error.mark.position) : 0;
  const place = positionAt(Math.min(offset, text.length), lineStarts(text));
  const code: Code = /depth|nest|alias/iu.test(error.reason) ? 'YAML-3' : 'YAML-2';
  const lines = text.split('\n');
  const near = [lines[place.line - 1] ?? '', lines[place.line - 2] ?? ''];
  const hint = hints.find(({ when }) => near.some((line) => when.test(line)))?.hint ?? null;
  return diagnostic(code, `${error.reason.charAt(0).toUpperCase()}${error.reason.slice(1)}.`, { file, ...place, hint });
}
