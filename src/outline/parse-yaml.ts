import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { characterFault, decode, startHint } from './decode.js';
import { findPositions, lineStarts, type Positions, positionAt } from './positions.js';
import { maxCharacters, maxDepth, maxValues, type Refused, walkValue } from './walk-value.js';
import { yamlFault } from './yaml-faults.js';

/** A YAML text as a value with the places of everything in it, or what is wrong with it. */
export type ParsedYaml =
  | { readonly ok: true; readonly source: string; readonly value: unknown; readonly positions: Positions }
  | { readonly ok: false; readonly source: string | null; readonly diagnostics: readonly Diagnostic[] };

const maxAliases = 100;

/** Reads bytes as one YAML document, within limits. Never throws on bad input. */
export function parseYaml(bytes: Uint8Array, file: string): ParsedYaml {
  const text = decode(bytes, file);
  if (typeof text !== 'string') return { ok: false, source: null, diagnostics: [text] };
  const refused = characterFault(text, file);
  if (refused) return { ok: false, source: text, diagnostics: [refused] };
  try {
    return parseText(text, file);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, source: text, diagnostics: [yamlFault(error, text, file)] };
  }
}

function parseText(text: string, file: string): ParsedYaml {
  const events = parseEvents(text, { maxDepth });
  const over = eventFault(events, text, file);
  if (over) return { ok: false, source: text, diagnostics: [over] };
  const [value] = constructFromEvents(events, { source: text, maxAliases });
  const positions = findPositions(events, text);
  const refused = walkValue(value).map((each) => refusal(each, file, positions));
  return refused.length > 0
    ? { ok: false, source: text, diagnostics: refused }
    : { ok: true, source: text, value, positions };
}

/** What the parser takes and an outline does not: several documents, tags, too many aliases. */
function eventFault(events: readonly Event[], text: string, file: string): Diagnostic | null {
  const at = (offset: number) => ({ file, ...positionAt(Math.max(0, offset), lineStarts(text)) });
  if (events.length <= 2) return diagnostic('YAML-1', 'The file holds no YAML.', { file, hint: startHint });
  if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1) {
    const second = text.search(/(?<=\n)(---|\.\.\.)/u);
    const hint = 'Remove the line `---` between them.';
    return diagnostic('YAML-2', 'The file holds several documents; one is accepted.', {
      ...at(second),
      hint,
    });
  }
  const aliases = events.filter((event) => event.type === EVENT_ID.ALIAS);
  const last = aliases.at(maxAliases);
  if (last) {
    const message = `The outline has ${aliases.length} aliases; at most ${maxAliases} are accepted.`;
    return diagnostic('YAML-3', message, { ...at(last.anchorStart - 1), hint: 'Write the texts out.' });
  }
  const tagged = events.find((event) => 'tagStart' in event && event.tagStart >= 0);
  if (!tagged || !('tagStart' in tagged)) return null;
  const hint = 'A text that begins with `!` must stand in quotes.';
  return diagnostic('YAML-2', 'Tags such as `!name` are not accepted.', { ...at(tagged.tagStart), hint });
}

function refusal({ at, what, detail }: Refused, file: string, positions: Positions): Diagnostic {
  const place = { file, pointer: at };
  const tooMuch = { ...place, ...positions.value(at), hint: 'Use fewer aliases (`*name`).' };
  const rows: Readonly<Record<Refused['what'], () => Diagnostic>> = {
    size: () =>
      diagnostic('YAML-3', `With its aliases the outline holds more than ${maxValues} values.`, tooMuch),
    depth: () =>
      diagnostic('YAML-3', `With its aliases the outline is more than ${maxDepth} levels deep.`, tooMuch),
    length: () =>
      diagnostic('YAML-3', `This text has ${detail} characters; at most ${maxCharacters} are accepted.`, {
        ...place,
        ...positions.value(at),
        hint: 'Divide it, or leave it out: a slide holds a thousand.',
      }),
    key: () =>
      diagnostic('SCHEMA-1', `There is no field \`${detail}\` here.`, {
        ...place,
        ...positions.key(at),
        hint: 'Delete it, or give it another name.',
      }),
    character: () =>
      diagnostic('YAML-1', `The character ${detail} is not accepted.`, {
        ...place,
        ...positions.value(at),
        hint: 'Delete it, or the escape that stands for it.',
      }),
  };
  return rows[what]();
}
