import { openPackage, type ReadPackage } from './pptx/opc/read-package.js';
import { manifestNamespace } from './pptx/parts/manifest.js';
import { attribute, xmlText } from './pptx/read/xml-text.js';

/** What a file says of itself, which anybody could have written. */
export interface SelfDescription {
  readonly format: 'html' | 'pdf' | 'pptx' | null;
  readonly title: string | null;
  readonly edition: string | null;
  readonly date: string | null;
  /** The program that made it, such as `briefdeck 0.1.0`. */
  readonly madeBy: string | null;
  /** What other programs left in it, each a sentence. */
  readonly traces: readonly string[];
}

/** Reads what a distributed file says of itself. */
export function describeItself(bytes: Uint8Array): SelfDescription {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (text.startsWith('%PDF-')) return describePdf(text);
  if (text.startsWith('PK')) return describePptx(bytes);
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|!--)/iu.test(text) ? describeHtml(bytes) : nothing;
}

const nothing: SelfDescription = {
  format: null,
  title: null,
  edition: null,
  date: null,
  madeBy: null,
  traces: [],
};

function describeHtml(bytes: Uint8Array): SelfDescription {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const head = text.slice(0, Math.max(text.search(/<style|<body/iu), 0) || text.length);
  const meta = [...head.matchAll(/<meta((?:\s+[\w-]+="[^"]*")*)\s*\/?>/giu)].map(([, values = '']) => values);
  const named = (name: string) => {
    const values = meta.find((each) => attribute(each, 'name').toLowerCase() === name);
    return values === undefined ? null : attribute(values, 'content') || null;
  };
  return {
    format: 'html',
    title: xmlText(/<title>([^<]*)<\/title>/iu.exec(head)?.[1] ?? '') || null,
    edition: named('briefdeck.edition'),
    date: named('dcterms.date'),
    madeBy: named('generator'),
    traces: /<!--\s*saved from url=/iu.test(head) ? ['A browser saved it.'] : [],
  };
}

function describePdf(text: string): SelfDescription {
  const packet = text.slice(text.lastIndexOf('<x:xmpmeta'), text.lastIndexOf('</x:xmpmeta>'));
  const xmp = Buffer.from(packet, 'latin1').toString('utf8');
  // Some programs write an element where others write an attribute.
  const value = (name: string) =>
    xmlText(
      new RegExp(`<${name}>(?:\\s*<rdf:\\w+>\\s*<rdf:li[^>]*>)?([^<]*)<|\\s${name}="([^"]*)"`, 'u')
        .exec(xmp)
        ?.slice(1)
        .find(Boolean) ?? '',
    ) || null;
  const producer = value('pdf:Producer');
  const traces = [
    (text.match(/%%EOF/gu)?.length ?? 0) > 1
      ? 'Something was added after it was made, such as a signature, a comment or a filled field.'
      : null,
    producer !== null && !producer.startsWith('Skia/PDF') ? `${producer} saved it.` : null,
  ];
  return {
    format: 'pdf',
    title: value('dc:title'),
    edition: value('prism:edition'),
    date: value('xmp:CreateDate'),
    madeBy: value('xmp:CreatorTool'),
    traces: traces.filter((trace) => trace !== null),
  };
}

function describePptx(bytes: Uint8Array): SelfDescription {
  const file = openPackage(bytes);
  if (typeof file === 'string') return nothing;
  const core = file.text('docProps/core.xml') ?? '';
  const program = element(file.text('docProps/app.xml') ?? '', 'Application');
  const manifest = manifestOf(file);
  const own = (name: string) => (manifest === null ? null : attribute(manifest, name) || null);
  return {
    format: 'pptx',
    title: own('title') ?? element(core, 'dc:title'),
    edition: own('edition'),
    date: own('date') ?? element(core, 'dcterms:created')?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    madeBy: own('generator') ?? (program === 'briefdeck' ? program : null),
    traces:
      program !== null && program !== 'briefdeck'
        ? [`${program.replace(/\$.*$/u, '').replace('/', ' ')} saved it.`]
        : [],
  };
}

/** What stands in the first tag of the manifest part, wherever another program put it. */
function manifestOf(file: ReadPackage): string | null {
  const parts = file.paths.filter((path) => /^customXml\/[^/]+\.xml$/iu.test(path));
  const tags = parts.map((path) => /<manifest(\s[^>]*)>/u.exec(file.text(path) ?? '')?.[1] ?? '');
  return tags.find((values) => attribute(values, 'xmlns') === manifestNamespace) ?? null;
}

function element(xml: string, name: string): string | null {
  return xmlText(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`, 'u').exec(xml)?.[1] ?? '') || null;
}
