import type { Brief, Citations } from '../outline/brief.js';
import type { MappedText } from '../outline/mapped-text.js';
import { formatDate } from './dates.js';
import type { Labels } from './labels.js';

/** The source row at the foot: each source with its date and the chain by which it reached us. */
export function sourceLine(
  citations: Citations,
  note: MappedText | null,
  brief: Brief,
  labels: Labels,
  language: string,
  at: string,
): MappedText | null {
  const words = citations.map(({ source, at: place }) =>
    [reference(source, brief, labels, language), place?.text].filter(Boolean).join(', '),
  );
  const line = words.join('; ');
  if (!line) return note;
  if (!note) return { text: line, at: `${at}/sources`, form: 'inline' };
  return { text: `${line}. ${note.text}`, at: note.at, form: 'inline' };
}

function reference(id: string, brief: Brief, labels: Labels, language: string): string {
  const source = brief.sources.get(id);
  if (!source) return id;
  if (source.attribution !== 'named') return labels.unknownSource;
  const date = source.date ? formatDate(source.date, language) : null;
  const name = source.short ?? source.author ?? source.title;
  const first = [
    name?.text,
    source.outlet && source.outlet.text !== name?.text ? source.outlet.text : null,
    date,
  ]
    .filter(Boolean)
    .join(', ');
  return [first, ...relays(source.via, brief, labels, new Set([id]))].join(', ');
}

/** "as told by Ivashentsov, as cited in Cheang": the last relay is the one that we read. */
function relays(via: string | null, brief: Brief, labels: Labels, seen: Set<string>): readonly string[] {
  if (via === null || seen.has(via)) return [];
  seen.add(via);
  const source = brief.sources.get(via);
  if (!source) return [];
  const name = (source.short ?? source.author ?? source.outlet)?.text ?? via;
  return [
    `${source.held ? labels.asCitedIn : labels.asToldBy} ${name}`,
    ...relays(source.via, brief, labels, seen),
  ];
}
