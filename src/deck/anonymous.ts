import type { Brief, Source } from '../outline/brief.js';
import { isMappedText, label, type MappedText } from '../outline/mapped-text.js';
import { english } from './labels.js';

/**
 * The brief without what tells who its unnamed sources are: under the Chatham House Rule neither a speaker’s name nor affiliation
 * may be revealed, in no output and nowhere in one. Their dates, grades and descriptors stay.
 */
export function anonymous(brief: Brief): Brief {
  const unnamed = new Set(
    [...brief.sources].flatMap(([id, each]) => (each.attribution === 'named' ? [] : [id])),
  );
  if (unnamed.size === 0) return brief;
  const name = label(english.unknownSource);
  return {
    ...brief,
    sources: new Map(
      [...brief.sources].map(([id, each]) => [id, unnamed.has(id) ? withoutName(each, name) : each]),
    ),
    slides: brief.slides.map((slide) => renamed(slide, unnamed, name)),
  };
}

function withoutName(source: Source, short: MappedText): Source {
  const nobody = {
    author: null,
    title: null,
    outlet: null,
    interest: null,
    side: null,
    origin: null,
    note: null,
  };
  return { ...source, ...nobody, short, url: null, archive_url: null };
}

/** A copy of a value in which steps of chains through unnamed sources have no name. */
function renamed<T>(value: T, unnamed: ReadonlySet<string>, name: MappedText): T {
  if (typeof value !== 'object' || value === null || isMappedText(value)) return value;
  if (Array.isArray(value)) return value.map((child) => renamed(child, unnamed, name)) as T;
  const isStep = 'source' in value && 'actor' in value && 'name' in value && typeof value.source === 'string';
  const isUnnamed = isStep && unnamed.has(String(value.source));
  const entries = Object.entries(value).map(([key, child]) => [
    key,
    isUnnamed && key === 'name' ? name : renamed(child, unnamed, name),
  ]);
  // The same shape with another name in it.
  return Object.fromEntries(entries) as T;
}
