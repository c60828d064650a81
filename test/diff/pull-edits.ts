import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** An edit of one word of one paragraph, and what must come of it in the outline. */
export interface WordEdit {
  readonly pointer: string;
  readonly was: string;
  readonly now: string;
}

/** A paragraph of a deck that shows a text of the outline. */
interface Editable {
  readonly part: string;
  readonly pointer: string;
  readonly text: string;
  readonly scalar: string;
}

/** Numbers in a row that is the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The XML of the parts of a PPTX. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name));
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]));
}

/** A PPTX with other XML in some of its parts. */
export function withParts(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Uint8Array {
  const changed = [...parts].map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) }, { level: 1 });
}

/** Paragraphs that stand once on their slide and show a text of the outline once. */
export function editables(
  parts: ReadonlyMap<string, string>,
  scalarAt: (pointer: string) => unknown,
): Editable[] {
  const manifest = parts.get('customXml/item1.xml') ?? '';
  return [...manifest.matchAll(/<slide number="(\d+)".*?<\/slide>/gsu)].flatMap(([slide, number]) => {
    const part = `ppt/slides/slide${number}.xml`;
    const texts = paragraphsOf(parts.get(part) ?? '').map(textOf);
    return [...slide.matchAll(/<p src="([^"]*)">([^<]*)<\/p>/gu)].flatMap(([, src = '', text = '']) =>
      src.split(' ').flatMap((pointer) => {
        // Duties name their lane by its name: another one there would break the outline, and is refused.
        if (/\/lanes\/\d+\/name$/u.test(pointer)) return [];
        const scalar = scalarAt(pointer);
        if (typeof scalar !== 'string' || text.split(scalar).length !== 2) return [];
        return texts.filter((each) => each === text).length === 1 ? [{ part, pointer, text, scalar }] : [];
      }),
    );
  });
}

function paragraphsOf(xml: string): readonly string[] {
  return xml.match(/<a:p>.*?<\/a:p>/gsu) ?? [];
}

function textOf(paragraph: string): string {
  return [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text).join('');
}

/** Rewords, adds or deletes a word in so many paragraphs, each of a text of its own. */
export function editAtRandom(
  parts: Map<string, string>,
  found: readonly Editable[],
  count: number,
  random: () => number,
): WordEdit[] {
  const left = [...found];
  const edits: WordEdit[] = [];
  const slots = new Set<string>();
  while (edits.length < count && left.length > 0) {
    const [place] = left.splice(Math.floor(random() * left.length), 1);
    if (
      !place ||
      edits.some(({ pointer }) => pointer === place.pointer) ||
      slots.has(`${place.part} ${place.text}`)
    )
      continue;
    const once = (place.scalar.match(/\p{L}{4,}/gu) ?? []).filter(
      (word) => place.text.split(word).length === 2,
    );
    const word = once[Math.floor(random() * once.length)];
    const xml = parts.get(place.part) ?? '';
    const old = paragraphsOf(xml).find((each) => textOf(each) === place.text);
    if (!word || !old?.includes(word)) continue;
    const put = `${['Zeal', 'brisk', 'quarterly', 'été'][Math.floor(random() * 4)]}${edits.length}`;
    const kinds = [
      put,
      `${word} ${put}`,
      `${put} ${word}`,
      ...(place.scalar.includes(` ${word} `) ? [''] : []),
    ];
    const now = kinds[Math.floor(random() * kinds.length)] ?? put;
    const edit = (text: string) => (now === '' ? text.replace(` ${word} `, ' ') : text.replace(word, now));
    if (!textOf(edit(old)).includes(edit(place.scalar))) continue;
    parts.set(
      place.part,
      xml.replace(old, () => edit(old)),
    );
    edits.push({ pointer: place.pointer, was: place.scalar, now: edit(place.scalar) });
    slots.add(`${place.part} ${place.text}`);
  }
  return edits;
}
