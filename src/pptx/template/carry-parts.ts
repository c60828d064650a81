import { type PackageLink, type PackageReader, relsOf } from '../opc/package-reader.js';
import { Refusal } from '../opc/refusal.js';
import { everyElement, type XmlElement } from '../opc/xml-reader.js';

/** A part of the template as it goes into the deck. */
export interface CarriedPart {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Its content type. */
  readonly type: string;
}

/** The parts that are carried, and what was left out of them. */
export interface CarriedParts {
  readonly parts: readonly CarriedPart[];
  /** `ppt/slideLayouts/slideLayout2.xml: a link to file:///…`, one for each. */
  readonly dropped: readonly string[];
}

/** Kinds of relationship that never go along: the template's own slides and what belongs to them, its data, and what can run. */
const left = new Set([
  'slide',
  'notesSlide',
  'comments',
  'commentAuthors',
  'authors',
  'customXml',
  'vbaProject',
  'control',
  'activeXControlBinary',
  'printerSettings',
  'attachedTemplate',
]);

/** Elements that say nothing without what they name; of others only the attribute goes. */
const emptied = new Set([
  'a:hlinkClick',
  'a:hlinkHover',
  'a:hlinkMouseOver',
  'a:audioFile',
  'a:videoFile',
  'a:quickTimeFile',
  'a:wavAudioFile',
  'a:snd',
  'p:custData',
  'p:control',
]);

/** Carries parts with all that they are related to, byte for byte where nothing has to be left out. */
export function carryParts(file: PackageReader, roots: readonly string[]): CarriedParts {
  const parts = new Map<string, readonly CarriedPart[]>();
  const dropped: string[] = [];
  const waiting = [...roots];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (parts.has(path)) continue;
    const links = file.links(path);
    const kept = links.filter(isKept);
    const gone = links.filter((link) => !isKept(link));
    parts.set(path, carry(file, path, gone));
    dropped.push(...gone.filter(({ type }) => isTold(type)).map((link) => `${path}: ${nameOf(link)}`));
    waiting.push(...kept.flatMap((link) => link.path ?? []));
  }
  return { parts: [...parts.values()].flat(), dropped };
}

/** Links to the web and mail may go along; whatever else leads out of the package may not, nor what leads nowhere. */
function isKept({ type, path, target }: PackageLink): boolean {
  if (path !== null) return !left.has(type);
  return (
    type === 'hyperlink' && /^(?:https?:\/\/[^\s\\]+|mailto:[^\s\\]+)$/iu.test(target) && URL.canParse(target)
  );
}

/** What nobody misses is not told: the bond of a layout to the template's own slides or data. */
function isTold(type: string): boolean {
  return !['customXml', 'slide', 'printerSettings'].includes(type);
}

function nameOf({ type, target }: PackageLink): string {
  const shown = target.length > 80 ? `${target.slice(0, 79)}…` : target;
  return type === 'hyperlink' ? `a link to ${shown}` : `${type} ${shown}`;
}

/** Where a deck has parts of its own. */
const taken =
  /^(?:ppt\/(?:presentation|presProps|viewProps)\.xml|(?:ppt\/slides|ppt\/notesSlides|docProps|customXml|_rels)\/)/iu;

function carry(file: PackageReader, path: string, gone: readonly PackageLink[]): readonly CarriedPart[] {
  if (taken.test(path))
    throw new Refusal(`a layout or master of it needs ${path}, where decks have parts of their own.`, anew);
  const type = file.typeOf(path);
  if (type === null) throw new Refusal(`its part ${path} has no content type.`, anew);
  // Old drawings need not be well formed; all else is read, so that no DOCTYPE goes along.
  const isXml = /[+/]xml$/u.test(type) || path.toLowerCase().endsWith('.xml');
  const { text, root } = isXml ? file.xml(path) : { text: '', root: null };
  const own = root && gone.length > 0 ? encode(without(text, root, gone)) : file.bytes(path);
  const part = { path, bytes: own, type };
  const rels = relsOf(path);
  if (!file.has(rels) || (gone.length > 0 && gone.length === file.links(path).length)) return [part];
  const written = gone.length > 0 ? encode(withoutRows(file, rels, gone)) : file.bytes(rels);
  return [part, { path: rels, bytes: written, type: relationships }];
}

const anew = 'Open it in PowerPoint, save it again, and use that file.';
const relationships = 'application/vnd.openxmlformats-package.relationships+xml';

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/u, '$1UTF-8'));
}

/** The part's text without what names a relationship that is gone. */
function without(text: string, root: XmlElement, gone: readonly PackageLink[]): string {
  const ids = new Set(gone.map(({ id }) => id));
  const cuts = everyElement(root).flatMap((element): readonly (readonly [number, number])[] => {
    const named = [...element.attributes].filter(([name, value]) => name.startsWith('r:') && ids.has(value));
    if (named.length === 0) return [];
    if (emptied.has(element.name)) return [[element.start, element.end]];
    const tag = text.slice(element.start, element.open);
    return [...tag.matchAll(/\s+[\w.-]+:[\w.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)]
      .filter(([, double, single]) => ids.has(double ?? single ?? ''))
      .map(({ 0: match, index }) => [element.start + index, element.start + index + match.length]);
  });
  return cut(text, cuts);
}

function withoutRows(file: PackageReader, rels: string, gone: readonly PackageLink[]): string {
  const { text, root } = file.xml(rels);
  const ids = new Set(gone.map(({ id }) => id));
  const rows = root.children.filter(({ attributes }) => ids.has(attributes.get('Id') ?? ''));
  return cut(
    text,
    rows.map(({ start, end }) => [start, end]),
  );
}

/** A text without these stretches; one inside another goes with it. */
function cut(text: string, cuts: readonly (readonly [number, number])[]): string {
  let kept = '';
  let at = 0;
  for (const [start, end] of cuts.toSorted(([a], [b]) => a - b)) {
    if (start < at) continue;
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}
