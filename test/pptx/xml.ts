/** An element of an XML part; names keep their prefixes, since the writer's own are the usual ones of Office. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/)?([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/)?>|([^<]+)|([\s\S])/gu;

/** Characters that XML 1.0 cannot hold. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Reads a part by a reader that shares nothing with `src/pptx`, and throws where it is not well formed. */
export function parseXml(xml: string): Element {
  if (forbidden.test(xml)) throw new SyntaxError('a character that XML cannot hold');
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  for (const match of xml.matchAll(token)) readToken(match, open);
  const [top, ...more] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || !top || more.length > 0) throw new SyntaxError('not one element');
  return top;
}

interface Open extends Element {
  readonly children: (Element | string)[];
}

function readToken([, close, name, attributes, empty, text, wrong]: RegExpMatchArray, open: Open[]): void {
  const top = open.at(-1);
  if (wrong !== undefined || !top) throw new SyntaxError(`not well formed in <${top?.name}>: ${wrong}`);
  if (text !== undefined) top.children.push(decode(text));
  if (name === undefined) return;
  if (close) {
    if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes <${top.name}>`);
    return;
  }
  const element: Open = { name, attributes: readAttributes(attributes ?? ''), children: [] };
  top.children.push(element);
  if (!empty) open.push(element);
}

function readAttributes(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/([\w:.-]+)="([^"]*)"/gu)) {
    if (found.has(name)) throw new SyntaxError(`${name} is given twice`);
    found.set(name, decode(value));
  }
  return found;
}

function decode(text: string): string {
  return text.replace(/&(#?\w*;?)/gu, (whole, inside: string) => {
    const [, digits, name] = /^(?:#(\d+|x[\da-f]+)|(\w+));$/iu.exec(inside) ?? [];
    const character = digits
      ? String.fromCodePoint(Number(digits.replace(/^x/iu, '0x')))
      : entities[name ?? ''];
    if (character === undefined) throw new SyntaxError(`${whole} is no entity`);
    return character;
  });
}

/** All elements of a name at or below one, in order. */
export function all(element: Element, name: string): readonly Element[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...childrenOf(element).flatMap((child) => all(child, name))];
}

/** The first element of a name at or below one. */
export function first(element: Element | undefined, name: string): Element | undefined {
  return element && all(element, name)[0];
}

/** The elements right below one. */
export function childrenOf(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text below an element. */
export function textIn(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** Every attribute in a part, with its element. */
export function everyAttribute(element: Element): readonly (readonly [Element, string, string])[] {
  const own = [...element.attributes].map(([name, value]) => [element, name, value] as const);
  return [...own, ...childrenOf(element).flatMap(everyAttribute)];
}
