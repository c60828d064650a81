import {
  openPackage,
  type Package,
  related,
  relationshipsOf,
  relsPath,
  slidePaths,
  sourceOf,
  xmlOf,
} from './package.js';
import { all, everyAttribute } from './xml.js';

/** Finds faults of a PPTX's package that the Open XML SDK passes over and PowerPoint repairs. One line a fault. */
export function lint(bytes: Uint8Array): readonly string[] {
  const file = openPackage(bytes);
  return rules.flatMap((rule) => rule(file));
}

type Rule = (file: Package) => readonly string[];

const zipNames: Rule = ({ names }) => [
  ...names.filter((name) => name.endsWith('/')).map((name) => `${name} is a folder's entry`),
  ...doubles(names.map((name) => name.toLowerCase())).map((name) => `${name} is in the zip twice`),
];

const contentTypes: Rule = (file) => {
  const types = xmlOf(file, '[Content_Types].xml');
  const value = (element: string, name: string) =>
    all(types, element).map(({ attributes }) => attributes.get(name) ?? '');
  const overrides = value('Override', 'PartName').map((name) => name.slice(1));
  const extensions = value('Default', 'Extension');
  const parts = [...file.parts.keys()].filter(
    (path) => path !== '[Content_Types].xml' && !path.endsWith('/'),
  );
  return [
    ...overrides.filter((path) => !file.parts.has(path)).map((path) => `Override of a phantom, ${path}`),
    ...doubles([...overrides, ...extensions]).map((name) => `${name} is given a type twice`),
    ...parts
      .filter((path) => !overrides.includes(path) && !extensions.includes(path.replace(/^.*\./u, '')))
      .map((path) => `${path} has no type`),
  ];
};

const relationships: Rule = (file) =>
  [...file.parts.keys()]
    .filter((path) => path.endsWith('.rels'))
    .flatMap((rels) => {
      const source = sourceOf(rels);
      const rows = relationshipsOf(file, source);
      return [
        ...(source === '' || file.parts.has(source) ? [] : [`${rels} speaks for a part that is missing`]),
        ...doubles(rows.map(({ id }) => id)).map((id) => `${rels} has ${id} twice`),
        ...rows
          .filter(({ path }) => path !== null && !file.parts.has(path))
          .map(({ id, target }) => `${rels} ${id} dangles: ${target}`),
      ];
    });

const usedIds: Rule = (file) =>
  presentationParts(file).flatMap((path) => {
    const known = relationshipsOf(file, path).map(({ id }) => id);
    const named = everyAttribute(xmlOf(file, path)).filter(([, name]) =>
      /^r:(?:id|embed|link|pict)$/u.test(name),
    );
    const used = named.map(([, , id]) => id);
    // Layouts, masters, themes and the like are related without being named.
    const mustBeNamed = relationshipsOf(file, path).filter(({ type }) => /^(?:image|hyperlink)$/u.test(type));
    return [
      ...used
        .filter((id) => !known.includes(id))
        .map((id) => `${path} names ${id}, which ${relsPath(path)} has not`),
      ...mustBeNamed.filter(({ id }) => !used.includes(id)).map(({ id }) => `${path} never uses ${id}`),
    ];
  });

const shapeIds: Rule = (file) =>
  presentationParts(file).flatMap((path) =>
    doubles(all(xmlOf(file, path), 'p:cNvPr').map(({ attributes }) => attributes.get('id') ?? '')).map(
      (id) => `${path} has shape ${id} twice`,
    ),
  );

const listIds: Rule = (file) => {
  const presentation = xmlOf(file, 'ppt/presentation.xml');
  const ids = (path: string, name: string) =>
    all(xmlOf(file, path), name).map(({ attributes }) => attributes.get('id') ?? '');
  const slides = all(presentation, 'p:sldId').map(({ attributes }) => attributes.get('id') ?? '');
  // Masters and layouts draw from one number range over the whole file.
  const masters = ids('ppt/presentation.xml', 'p:sldMasterId');
  const layouts = masterPaths(file).flatMap((path) => ids(path, 'p:sldLayoutId'));
  return [...doubles(slides), ...doubles([...masters, ...layouts])].map((id) => `id ${id} is given twice`);
};

const layoutsOfMasters: Rule = (file) =>
  slidePaths(file).flatMap((slide) => {
    const layout = related(file, slide, 'slideLayout');
    const master = layout && related(file, layout, 'slideMaster');
    if (!layout || !master) return [`${slide} has no layout or no master`];
    const links = relationshipsOf(file, master);
    const listed = all(xmlOf(file, master), 'p:sldLayoutId').map(
      ({ attributes }) => links.find(({ id }) => id === attributes.get('r:id'))?.path,
    );
    return listed.includes(layout) ? [] : [`${slide} has ${layout}, which ${master} does not list`];
  });

const media: Rule = (file) => {
  const used = [...file.parts.keys()]
    .filter((path) => path.endsWith('.rels'))
    .flatMap((rels) => relationshipsOf(file, sourceOf(rels)).map(({ path }) => path));
  return [...file.parts.keys()]
    .filter((path) => path.startsWith('ppt/media/') && !used.includes(path))
    .map((path) => `${path} is used nowhere`);
};

const rules: readonly Rule[] = [
  zipNames,
  contentTypes,
  relationships,
  usedIds,
  shapeIds,
  listIds,
  layoutsOfMasters,
  media,
];

function presentationParts({ parts }: Package): readonly string[] {
  return [...parts.keys()].filter((path) => path.startsWith('ppt/') && path.endsWith('.xml'));
}

function masterPaths({ parts }: Package): readonly string[] {
  return [...parts.keys()].filter((path) => /^ppt\/slideMasters\/[^/]+\.xml$/u.test(path));
}

function doubles(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
