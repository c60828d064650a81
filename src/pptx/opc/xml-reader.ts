import { Refusal } from './refusal.js';

/** An element of a part, with where it stands in the text, so that it can be taken out and all else left as it is. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file has: `p:sp`, `a:blip`; package parts have none. */
  readonly name: string;
  /** By name; those of relationships as `r:id`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly start: number;
  /** End of the start tag. */
  readonly open: number;
  readonly end: number;
}

/** The namespaces that are read, with their usual prefixes; others keep the prefix that they have, after a question mark. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
};

const maxDepth = 200;
const maxElements = 200_000;
const hint = 'Open it in PowerPoint, save it again, and use that file.';

/** The text of an XML part: UTF-8, or UTF-16 where it says so by its first bytes. */
export function xmlText(bytes: Uint8Array, part: string): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`its part ${part} is no text.`, hint);
  }
}

/** Reads a part strictly: what is not well formed, and every DOCTYPE and entity, is refused. */
export function readXml(text: string, part: string): XmlElement {
  return new Reader(text, part).read();
}

interface Open {
  readonly written: string;
  readonly element: XmlElement;
  readonly children: XmlElement[];
  readonly spaces: ReadonlyMap<string, string>;
}

/** A comment, an instruction or CDATA; an end tag; a start tag with its attributes; text. */
const token =
  /<!--(?:(?!--)[\s\S])*-->|<\?[^?]*(?:\?(?!>)[^?]*)*\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/uy;

class Reader {
  readonly #stack: Open[] = [];
  #top: XmlElement | null = null;
  #count = 0;

  constructor(
    readonly text: string,
    readonly part: string,
  ) {}

  read(): XmlElement {
    let at = 0;
    while (at < this.text.length) {
      token.lastIndex = at;
      const match = token.exec(this.text);
      if (!match) this.#refuse(at);
      at = token.lastIndex;
      const [, close, name, attributes = '', empty, text] = match;
      if (text !== undefined) this.#readText(text);
      else if (name !== undefined) this.#enter(name, attributes, empty === '/', match.index, at);
      else if (close !== undefined) this.#leave(close, at);
    }
    if (!this.#top || this.#stack.length > 0) this.#refuse(at);
    return this.#top;
  }

  #readText(text: string): void {
    if (this.#stack.length === 0 && /[^\s\ufeff]/u.test(text)) this.#fail('is not well-formed XML');
    this.#decode(text);
  }

  #enter(written: string, attributes: string, empty: boolean, start: number, open: number): void {
    this.#count += 1;
    if (this.#count > maxElements || this.#stack.length >= maxDepth) this.#fail('is too large or too deep');
    const values = this.#values(attributes);
    const spaces = new Map(this.#stack.at(-1)?.spaces);
    for (const [name, value] of values) {
      const prefix = name === 'xmlns' ? '' : /^xmlns:(.*)$/u.exec(name)?.[1];
      if (prefix !== undefined) spaces.set(prefix, value);
    }
    const named = [...values].filter(([name]) => !/^xmlns(?::|$)/u.test(name));
    const children: XmlElement[] = [];
    const element = {
      name: usual(written, spaces),
      attributes: new Map(
        named.map(([name, value]) => [name.includes(':') ? usual(name, spaces) : name, value]),
      ),
      children,
      start,
      open,
      end: open,
    };
    this.#stack.push({ written, element, children, spaces });
    if (empty) this.#leave(written, open);
  }

  #leave(written: string, end: number): void {
    const top = this.#stack.pop();
    if (top?.written !== written) this.#fail('is not well-formed XML');
    const element = { ...top.element, end };
    const parent = this.#stack.at(-1);
    if (parent) parent.children.push(element);
    else if (this.#top) this.#fail('is not well-formed XML');
    else this.#top = element;
  }

  #values(written: string): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const [, name = '', double, single = ''] of written.matchAll(
      /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
    )) {
      if (values.has(name)) this.#fail('is not well-formed XML');
      values.set(name, this.#decode(double ?? single));
    }
    return values;
  }

  #decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&(?:#(\d{1,7}|x[\da-f]{1,6});|(\w+);)?/giu, (_, digits?: string, name?: string) => {
      const code = digits ? Number(digits.replace(/^x/iu, '0x')) : 0;
      const character = digits && code <= 0x10ffff ? String.fromCodePoint(code) : entities[name ?? ''];
      return character ?? this.#fail('names an entity, which is refused');
    });
  }

  #refuse(at: number): never {
    const declares =
      this.text.startsWith('<!', at) && !/^<!(?:--|\[CDATA\[)/u.test(this.text.slice(at, at + 9));
    this.#fail(declares ? 'declares a DOCTYPE, which is refused' : 'is not well-formed XML');
  }

  #fail(what: string): never {
    throw new Refusal(`its part ${this.part} ${what}.`, hint);
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function usual(written: string, spaces: ReadonlyMap<string, string>): string {
  const [, prefix = '', local = ''] = /^(?:([^:]*):)?(.*)$/u.exec(written) ?? [];
  const space = spaces.get(prefix);
  const known = space === undefined ? undefined : prefixes[space];
  return known === undefined ? `?${prefix}:${local}` : known + local;
}

/** The first child of a name, one step after another. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce(
    (at: XmlElement | undefined, name) => at?.children.find((child) => child.name === name),
    element,
  );
}

/** Every element at or below one. */
export function everyElement(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}
