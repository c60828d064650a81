import { strToU8, type Zippable, zipSync } from 'fflate';

const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const presentationMl = 'application/vnd.openxmlformats-officedocument.presentationml';

/** A red square of 1 × 1 px. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

interface Box {
  readonly type: string;
  readonly index?: number;
  /** In EMU: left, top, width, height; none takes the master's. */
  readonly at?: readonly [number, number, number, number];
}

/** A layout of the house's template. */
export interface HouseLayout {
  readonly name: string;
  readonly type?: string;
  readonly boxes: readonly Box[];
  /** `p:bg`, if it has one. */
  readonly ground?: string;
  /** Shapes before the placeholders. */
  readonly shapes?: string;
  /** Rows of its relationships beside the master. */
  readonly links?: string;
}

const foot: readonly Box[] = [
  { type: 'ftr', index: 17 },
  { type: 'sldNum', index: 18 },
];
const dark =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

/** The layouts of an ordinary house, under German names. */
export const houseLayouts: readonly HouseLayout[] = [
  {
    name: 'Titelfolie',
    type: 'title',
    boxes: [{ type: 'ctrTitle' }, { type: 'subTitle', index: 1, at: [609600, 4000000, 9000000, 1000000] }],
    ground: dark,
  },
  { name: 'Titel und Inhalt', type: 'obj', boxes: [{ type: 'title' }, { type: 'obj', index: 13 }, ...foot] },
  {
    name: 'Abschnitt',
    type: 'secHead',
    boxes: [{ type: 'title' }, { type: 'body', index: 14, at: [609600, 4000000, 9000000, 1000000] }, ...foot],
    ground: dark,
  },
  { name: 'Nur Titel', type: 'titleOnly', boxes: [{ type: 'title' }, ...foot] },
  { name: 'Zitat', boxes: [{ type: 'title' }, { type: 'body', index: 15 }, ...foot] },
];

/** How a template differs from the ordinary one. */
export interface House {
  readonly layouts?: readonly HouseLayout[];
  /** EMU */
  readonly size?: readonly [number, number];
  readonly mainType?: string;
  /** Parts over or beside its own; null takes one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  /** More rows of the content types. */
  readonly types?: string;
}

/** A template as a company has one, with a logo, colours and fonts of its own, two slides' worth of cruft left out. */
export function housePackage(house: House = {}): Uint8Array {
  const { layouts = houseLayouts, size = [12192000, 6858000], mainType = 'template', types = '' } = house;
  const files: Zippable = {};
  const all: Readonly<Record<string, string | Uint8Array | null>> = {
    '[Content_Types].xml': contentTypes(layouts.length, mainType, types),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation ${namespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483700" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${size[0]}" cy="${size[1]}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships([
      ['rId1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ['rId2', 'theme', 'theme/theme1.xml'],
    ]),
    'ppt/slideMasters/slideMaster1.xml': masterXml(layouts.length),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([
      ...layouts.map(
        (_, at) => [`rId${at + 1}`, 'slideLayout', `../slideLayouts/slideLayout${at + 1}.xml`] as const,
      ),
      ['rId90', 'theme', '../theme/theme1.xml'],
      ['rId91', 'image', '../media/image1.png'],
    ]),
    'ppt/theme/theme1.xml': themeXml,
    'ppt/media/image1.png': logo,
    ...Object.fromEntries(layouts.flatMap((layout, at) => layoutParts(layout, at + 1))),
    ...house.parts,
  };
  for (const [path, content] of Object.entries(all)) {
    if (content !== null) files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function contentTypes(layouts: number, mainType: string, more: string): string {
  const part = (name: string, type: string) => `<Override PartName="/ppt/${name}" ContentType="${type}"/>`;
  const rows = Array.from({ length: layouts }, (_, at) =>
    part(`slideLayouts/slideLayout${at + 1}.xml`, `${presentationMl}.slideLayout+xml`),
  );
  const main = mainType.includes('/') ? mainType : `${presentationMl}.${mainType}.main+xml`;
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${part('presentation.xml', main)}${part('slideMasters/slideMaster1.xml', `${presentationMl}.slideMaster+xml`)}${part('theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml')}${rows.join('')}${more}</Types>`;
}

function relationships(rows: readonly (readonly [string, string, string])[], more = ''): string {
  const inside = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}${more}</Relationships>`;
}

function layoutParts(
  { name, type, boxes, ground = '', shapes = '', links = '' }: HouseLayout,
  number: number,
) {
  const path = `ppt/slideLayouts/slideLayout${number}.xml`;
  const typed = type ? ` type="${type}"` : '';
  const xml = `<p:sldLayout ${namespaces}${typed}>${commonXml(ground, shapes + boxes.map(boxXml).join(''), name)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
  const rels = relationships([['rId1', 'slideMaster', '../slideMasters/slideMaster1.xml']], links);
  return [[path, xml] as const, [`ppt/slideLayouts/_rels/slideLayout${number}.xml.rels`, rels] as const];
}

function commonXml(ground: string, shapes: string, name = ''): string {
  return `<p:cSld${name ? ` name="${name}"` : ''}>${ground}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
}

function boxXml({ type, index, at }: Box, place: number): string {
  const named = type === 'obj' ? '' : ` type="${type}"`;
  const numbered = index === undefined ? '' : ` idx="${index}"`;
  const body =
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="de"/><a:t>Text</a:t></a:r></a:p></p:txBody>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${place + 10}" name="${type} ${place}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${named}${numbered}/></p:nvPr></p:nvSpPr><p:spPr>${at ? frameXml(at) : ''}</p:spPr>${body}</p:sp>`;
}

function frameXml([x, y, width, height]: readonly [number, number, number, number]): string {
  return `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
}

/** A picture of the logo at a place, in EMU. */
export function logoXml(at: readonly [number, number, number, number], id = 5, name = 'Logo'): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId91"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frameXml(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** Loud styles, so that a slide that inherits anything shows it: capitals, wide spacing, lines at 150 %. */
function masterXml(layouts: number): string {
  const boxes: readonly Box[] = [
    { type: 'title', at: [609600, 300000, 9000000, 900000] },
    { type: 'body', index: 1, at: [609600, 1400000, 10972800, 4600000] },
    { type: 'ftr', index: 3, at: [609600, 6400000, 6000000, 300000] },
    { type: 'sldNum', index: 4, at: [11000000, 6400000, 600000, 300000] },
  ];
  const level = (size: number, colour: string) =>
    `<a:lvl1pPr algn="ctr"><a:lnSpc><a:spcPct val="150000"/></a:lnSpc><a:buChar char="*"/><a:defRPr sz="${size}" b="1" i="1" cap="all" spc="300"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>`;
  const ids = Array.from(
    { length: layouts },
    (_, at) => `<p:sldLayoutId id="${2147483701 + at}" r:id="rId${at + 1}"/>`,
  );
  const shapes = logoXml([11200000, 40000, 800000, 240000]) + boxes.map(boxXml).join('');
  return `<p:sldMaster ${namespaces}>${commonXml('<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>', shapes)}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(4400, 'accent2')}</p:titleStyle><p:bodyStyle>${level(3200, 'tx1')}</p:bodyStyle><p:otherStyle>${level(1800, 'tx1')}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

const colours: Readonly<Record<string, string>> = {
  dk1: '1F1F1F',
  lt1: 'FFFFFF',
  dk2: '002B5C',
  lt2: 'EEF3F8',
  accent1: '0067B1',
  accent2: 'E4002B',
  accent3: '7A99AC',
  accent4: 'F2A900',
  accent5: '00A19B',
  accent6: '6D2077',
  hlink: '0067B1',
  folHlink: '6D2077',
};

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="6350">${fill}</a:ln>`;
const face = (name: string) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
const scheme = Object.entries(colours).map(
  ([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`,
);
const themeXml = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements><a:clrScheme name="House">${scheme.join('')}</a:clrScheme><a:fontScheme name="House"><a:majorFont>${face('Georgia')}</a:majorFont><a:minorFont>${face('Arial')}</a:minorFont></a:fontScheme><a:fmtScheme name="House"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
