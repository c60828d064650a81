import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

/** One thing that the content of a page does, as far as marks are concerned. */
export interface ContentEvent {
  readonly kind: 'paint' | 'tag' | 'artifact';
  readonly operator: string;
  /** Whether it stands in tagged content, in an artifact, or in neither. */
  readonly inside: 'tag' | 'artifact' | null;
  readonly page: number;
}

/** A text that is shown: the font and the glyph codes in it, four hexadecimal digits each. */
export interface ShownText {
  readonly font: PDFDict;
  readonly codes: readonly string[];
}

/** What the pages of a document hold. */
export interface PageContent {
  readonly events: readonly ContentEvent[];
  readonly texts: readonly ShownText[];
  /** Forms that hold marked content of their own, and how often each is drawn. */
  readonly taggedForms: ReadonlyMap<PDFRef, number>;
}

type Mark = 'tag' | 'artifact' | 'replaced' | 'other';

const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Tj', 'TJ', "'", '"']);

/** Reads the content streams of all pages and of the forms that they draw, token by token. */
export function pageContent(pdf: PDFDocument): PageContent {
  const events: ContentEvent[] = [];
  const texts: ShownText[] = [];
  const taggedForms = new Map<PDFRef, number>();
  for (const [index, { node }] of pdf.getPages().entries()) {
    const contents = node.Contents();
    if (contents instanceof PDFRawStream) read(contents, node.Resources(), [], index + 1);
  }
  return { events, texts, taggedForms };

  function read(
    stream: PDFRawStream,
    resources: PDFDict | undefined,
    outer: readonly Mark[],
    page: number,
  ): void {
    const marks = [...outer];
    const tokens = textOf(stream).split(/\s+/u);
    let font: PDFDict | undefined;
    for (const [at, token] of tokens.entries()) {
      const inside = marks.findLast((mark) => mark === 'tag' || mark === 'artifact') ?? null;
      const note = (kind: ContentEvent['kind']) => events.push({ kind, operator: token, inside, page });
      if (/(?:BDC|BMC)$/u.test(token)) {
        const before = tokens.slice(Math.max(0, at - 5), at + 1).join(' ');
        const last = /\/\w+\s?(?:<<(?:[^<>]|<[^<>]*>)*>>)?\s?(?:BDC|BMC)$/u.exec(before)?.[0] ?? '';
        const kind = /^\/Artifact\b/u.test(last) ? 'artifact' : /MCID/u.test(last) ? 'tag' : null;
        if (kind) note(kind);
        marks.push(kind ?? (/ActualText/u.test(last) ? 'replaced' : 'other'));
      } else if (token === 'EMC') {
        marks.pop();
      } else if (token === 'Tf') {
        font = dictIn(resources, 'Font')?.lookupMaybe(PDFName.of((tokens[at - 2] ?? '').slice(1)), PDFDict);
      } else if (token === 'Do') {
        draw((tokens[at - 1] ?? '').slice(1));
      } else if (painting.has(token)) {
        note('paint');
        // What is shown there is read out of `/ActualText`.
        if (/T[jJ]$/u.test(token) && font && !marks.includes('replaced'))
          texts.push({ font, codes: codesOf(tokens[at - 1] ?? '') });
      }

      function draw(name: string): void {
        const ref = dictIn(resources, 'XObject')?.get(PDFName.of(name));
        const object = ref instanceof PDFRef ? pdf.context.lookup(ref) : null;
        if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef)) return;
        const isForm = object.dict.get(PDFName.of('Subtype'))?.toString() === '/Form';
        if (!isForm) note('paint');
        else {
          if (textOf(object).includes('/MCID')) taggedForms.set(ref, (taggedForms.get(ref) ?? 0) + 1);
          read(object, dictIn(object.dict, 'Resources') ?? resources, marks, page);
        }
      }
    }
  }
}

function dictIn(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return dict?.lookupMaybe(PDFName.of(key), PDFDict);
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function codesOf(shown: string): readonly string[] {
  return [...shown.matchAll(/<([0-9A-Fa-f]*)>/gu)].flatMap(([, hex = '']) => hex.match(/.{4}/gu) ?? []);
}
