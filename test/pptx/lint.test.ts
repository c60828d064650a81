import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writePptx } from '../../src/pptx/write-pptx.js';
import type { PictureItem } from '../../src/scene/scene.js';
import { lint } from './lint.js';
import { deck, paragraph, run, slide, text, title } from './scenes.js';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const picture: PictureItem = {
  kind: 'picture',
  id: 3,
  paint: 3,
  name: 'Picture',
  role: null,
  pointers: [],
  fragment: null,
  rect: { x: 400, y: 300, width: 100, height: 100 },
  media: 0,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  alt: 'A dot',
  alpha: 1,
  link: null,
  turn: null,
  shape: null,
  border: null,
  shadow: null,
  cutOut: null,
};
const link = run('a page', { link: 'https://example.org/' });
const items = [title(1, 'Headline'), text(2, [paragraph([link], 200)]), picture];
const sound = writePptx(
  deck([slide(items, { notes: 'Say it.' }), slide([title(1, 'Next')])], {
    media: [{ source: dot, png: null }],
  }),
);

/** The sound package with parts changed, added or, by null, left out. */
function broken(changes: Readonly<Record<string, string | null | ((xml: string) => string)>>): Uint8Array {
  const files: Zippable = unzipSync(sound);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete files[path];
    else
      files[path] = strToU8(
        typeof change === 'string' ? change : change(strFromU8(unzipSync(sound)[path] ?? new Uint8Array())),
      );
  }
  return zipSync(files);
}

const swap = (from: string | RegExp, to: string) => (xml: string) => {
  expect(xml).toMatch(from);
  return xml.replace(from, to);
};
const types = '[Content_Types].xml';
const slide1 = 'ppt/slides/slide1.xml';
const rels1 = 'ppt/slides/_rels/slide1.xml.rels';
const master = 'ppt/slideMasters/slideMaster1.xml';

it('finds nothing in a sound package', () => {
  expect(lint(sound)).toEqual([]);
});

it.each<[string, Parameters<typeof broken>[0], RegExp]>([
  [
    'a phantom Override',
    { [types]: swap('</Types>', '<Override PartName="/ppt/none.xml" ContentType="a/b"/></Types>') },
    /phantom, ppt\/none\.xml/,
  ],
  ['a type given twice', { [types]: swap(/<Default [^>]*\/>/u, '$&$&') }, /given a type twice/],
  ['a part without a type', { 'ppt/media/film.mpeg': 'x' }, /film\.mpeg has no type/],
  ['a dangling relationship', { [rels1]: swap('slideLayout4', 'slideLayout33') }, /dangles: .*slideLayout33/],
  ['a relationship to a part that is missing', { 'ppt/media/image1.gif': null }, /dangles: .*image1\.gif/],
  ['relationships of no part', { 'ppt/_rels/none.xml.rels': '<Relationships/>' }, /part that is missing/],
  [
    'an r:id without a relationship',
    { [slide1]: swap(/r:embed="rId\d+"/u, 'r:embed="rId77"') },
    /names rId77/,
  ],
  [
    'a relationship that nothing uses',
    { [slide1]: swap(/<a:hlinkClick.*?<\/a:hlinkClick>/u, '') },
    /never uses rId\d/,
  ],
  ['a relationship id given twice', { [rels1]: swap(/Id="rId2"/u, 'Id="rId1"') }, /rId1 twice/],
  ['a shape id given twice', { [slide1]: swap(/<p:cNvPr id="3"/u, '<p:cNvPr id="2"') }, /shape 2 twice/],
  ["a folder's entry", { 'ppt/empty/': '' }, /folder's entry/],
  ['a name that differs by capitals alone', { 'PPT/slides/slide1.xml': '<x/>' }, /in the zip twice/],
  [
    'a slide id given twice',
    { 'ppt/presentation.xml': swap('id="257"', 'id="256"') },
    /id 256 is given twice/,
  ],
  [
    "a layout's id that is the master's",
    { [master]: swap('id="2147483649"', 'id="2147483648"') },
    /id 2147483648 is/,
  ],
  [
    'a layout that its master does not list',
    { [master]: swap(/<p:sldLayoutId id="2147483652"[^>]*>/u, '') },
    /does not list/,
  ],
  ['a picture that no slide shows', { 'ppt/media/image9.gif': 'x' }, /image9\.gif is used nowhere/],
])('finds %s', (_, changes, fault) => {
  expect(lint(broken(changes)).join('\n')).toMatch(fault);
});

it('throws at a part that is not well formed', () => {
  expect(() => lint(broken({ [slide1]: swap('</p:sld>', '') }))).toThrow(SyntaxError);
});
