import { PackageReader } from '../opc/package-reader.js';
import { Refusal } from '../opc/refusal.js';
import { childOf, type XmlElement } from '../opc/xml-reader.js';
import type { BrandTemplate } from './brand.js';
import { carryParts } from './carry-parts.js';
import { readLayouts } from './read-layouts.js';

/** A template as read, or why it cannot be used: what is wrong, and what to do. */
export type ReadTemplate =
  | { readonly template: BrandTemplate; readonly fault: null }
  | { readonly template: null; readonly fault: { readonly message: string; readonly hint: string } };

/** Reads a PowerPoint file as a template; `file` is what messages call it. */
export function readTemplate(bytes: Uint8Array, file: string): ReadTemplate {
  try {
    return { template: read(new PackageReader(bytes), file), fault: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = `${file} cannot be used as a PPTX template: ${error.message}`;
    return { template: null, fault: { message, hint: error.hint } };
  }
}

function read(reader: PackageReader, file: string): BrandTemplate {
  const { main } = reader;
  const { text, root } = reader.xml(main);
  const links = reader.links(main);
  const path = (type: string) => links.find((link) => link.type === type)?.path ?? null;
  const masters = (childOf(root, 'p:sldMasterIdLst')?.children ?? []).flatMap(({ attributes }) => {
    const master = links.find(({ id }) => id === attributes.get('r:id'))?.path ?? null;
    return master === null ? [] : [{ id: attributes.get('id') ?? null, path: master }];
  });
  if (masters.length === 0)
    throw new Refusal('it has no slide master.', 'In PowerPoint: View, Slide Master.');
  const layouts = masters.flatMap((master) => readLayouts(reader, master.path));
  if (layouts.length === 0)
    throw new Refusal(
      'its slide master has no layouts.',
      'In PowerPoint: View, Slide Master, Insert Layout.',
    );
  const notesMaster = path('notesMaster');
  const theme =
    path('theme') ?? reader.links(masters[0]?.path ?? '').find(({ type }) => type === 'theme')?.path ?? null;
  const tableStyles = path('tableStyles');
  const roots = [...masters.map((master) => master.path), notesMaster, theme, tableStyles];
  const carried = carryParts(
    reader,
    roots.filter((each) => each !== null),
  );
  return {
    file,
    ...sizesOf(root),
    masters,
    notesMaster,
    theme,
    tableStyles,
    defaultTextStyle: defaultTextStyle(text, root),
    fonts: fontsOf(theme === null ? undefined : reader.xml(theme).root),
    ...carried,
    layouts,
  };
}

function sizesOf(root: XmlElement): Pick<BrandTemplate, 'width' | 'height' | 'slideSize' | 'notesSize'> {
  const size = childOf(root, 'p:sldSz')?.attributes;
  const [width, height] = ['cx', 'cy'].map((name) => Number(size?.get(name) ?? Number.NaN) / 9525);
  // 1 to 56 inches is what PowerPoint takes.
  if (!size || !width || !height || Math.min(width, height) < 96 || Math.max(width, height) > 5376)
    throw new Refusal(
      'it names no slide size that PowerPoint accepts (1 to 56 inches).',
      'In PowerPoint: Design, Slide Size.',
    );
  const notes = childOf(root, 'p:notesSz')?.attributes;
  const known = ['cx', 'cy', 'type'].flatMap((name) => {
    const value = size.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    width,
    height,
    slideSize: Object.fromEntries(known),
    notesSize: { width: notes?.get('cx') ?? '6858000', height: notes?.get('cy') ?? '9144000' },
  };
}

/** As written, where its prefixes are the usual ones and it names no other part. */
function defaultTextStyle(text: string, root: XmlElement): string | null {
  const style = childOf(root, 'p:defaultTextStyle');
  const written = style ? text.slice(style.start, style.end) : '';
  return /^<p:/u.test(written) && !/<(?!\/?[ap]:)|xmlns|\br:/u.test(written) ? written : null;
}

function fontsOf(theme: XmlElement | undefined): BrandTemplate['fonts'] {
  const face = (name: string) =>
    childOf(theme, 'a:themeElements', 'a:fontScheme', name, 'a:latin')?.attributes.get('typeface') ?? '';
  return { heading: face('a:majorFont'), body: face('a:minorFont') };
}
