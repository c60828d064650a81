import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, makeFolder, root, run } from './command.js';

const brief = `title: Harbour talks
language: en
edition: "3"
date: 2026-11-23
marking: TLP:AMBER
slides:
  - headline: The strike will probably end this week
    points: [Both sides meet on Thursday., The union cut its demand to 4 %.]
    notes: Nobody but the speaker reads this.
`;

let cwd = '';
beforeAll(() => {
  cwd = makeFolder({ 'brief.yaml': brief });
  mkdirSync(join(cwd, 'away'));
  expect(run(['build', 'brief.yaml', '--seal'], cwd)).toMatchObject({ code: 0 });
});

const manifest = () => JSON.parse(readFileSync(join(cwd, 'output/brief.manifest.json'), 'utf8'));

/** A copy without its manifest, changed. */
function copy(name: string, change: (bytes: Buffer) => Uint8Array = (bytes) => bytes, as = `away/${name}`) {
  writeFileSync(join(cwd, as), change(readFileSync(join(cwd, 'output', name))));
  return as;
}

const verify = (...words: string[]) => run(['verify', ...words], cwd);
const against = ['--manifest', 'output/brief.manifest.json'];

describe('a manifest', () => {
  it('holds what the edition was made from and came to, and no other text of the brief', () => {
    const { inputs, fonts, outputs, madeBy, ...imprint } = manifest();
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(imprint).toEqual({
      manifest: 1,
      title: 'Harbour talks',
      edition: '3',
      date: '2026-11-23',
      language: 'en',
      marking: 'TLP:AMBER',
    });
    expect(madeBy).toEqual({
      briefdeck: version,
      node: process.versions.node,
      browser: expect.stringMatching(/\d/u),
    });
    expect(inputs[0]).toEqual({
      role: 'outline',
      path: 'brief.yaml',
      sha256: hashOf(join(cwd, 'brief.yaml')),
    });
    expect(fonts).toContainEqual({
      family: 'Carlito',
      package: '@fontsource/carlito',
      version: expect.stringMatching(/^\d/u),
    });
    expect(outputs.map(({ path }: { path: string }) => path)).toEqual([
      'brief.html',
      'brief.pdf',
      'brief.pptx',
    ]);
    for (const { path, sha256, bytes } of outputs) {
      expect(sha256).toBe(hashOf(join(cwd, 'output', path)));
      expect(bytes).toBe(readFileSync(join(cwd, 'output', path)).length);
    }
    const text = readFileSync(join(cwd, 'output/brief.manifest.json'), 'utf8');
    for (const words of ['strike', 'Thursday', 'speaker', cwd, root]) expect(text).not.toContain(words);
  });

  it('names templates, themes and pictures, and has the same bytes from another folder', () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const slide = '  - {kind: image, headline: A picture, file: pictures/dot.png, alt: A dot}\n';
    const sealed = [makeFolder({ 'a.yaml': brief + slide }), makeFolder({ 'a.yaml': brief + slide })].map(
      (folder) => {
        mkdirSync(join(folder, 'pictures'));
        writeFileSync(join(folder, 'pictures/dot.png'), picture);
        mkdirSync(join(folder, 'templates/slides'), { recursive: true });
        copyFileSync(join(root, 'templates/slides/points.hbs'), join(folder, 'templates/slides/points.hbs'));
        expect(run(['build', 'a.yaml', '--seal', '--to', 'html'], folder)).toMatchObject({ code: 0 });
        return readFileSync(join(folder, 'output/a.manifest.json'), 'utf8');
      },
    );
    expect(sealed[0]).toBe(sealed[1]);
    const { inputs, madeBy } = JSON.parse(sealed[0] ?? '');
    expect(madeBy.browser).toBe(null);
    expect(inputs.map(({ role, path }: { role: string; path: string }) => `${role} ${path}`)).toEqual([
      'outline a.yaml',
      'image pictures/dot.png',
      'template templates/slides/points.hbs',
      'briefdeck templates',
    ]);
  });
});

describe('verify', () => {
  it('knows each output beside its manifest, and under another name: exit code 0', () => {
    const { code, out } = verify('output/brief.html', 'output/brief.pdf', 'output/brief.pptx');
    expect(code).toBe(0);
    expect(out.match(/: unchanged$/gmu)).toHaveLength(3);
    expect(out).toContain('Harbour talks, edition 3, 2026-11-23, TLP:AMBER');
    copy('brief.pdf', undefined, 'output/final (2).pdf');
    expect(verify('output/final (2).pdf').out).toMatch(/unchanged\n.*Harbour talks.*\n.*brief\.pdf/u);
  });

  it.each(['brief.html', 'brief.pdf', 'brief.pptx'])('sees one changed byte of %s under any name', (name) => {
    const path = copy(
      name,
      (bytes) => {
        const at = bytes.length - 40;
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      },
      `away/renamed-${name}`,
    );
    const { code, out } = verify(path, ...against);
    expect(code).toBe(1);
    expect(out).toContain(`${path}: changed\n  It is not as it was made: Harbour talks, edition 3`);
  });

  it('says what was written behind a PDF', () => {
    const path = copy('brief.pdf', (bytes) =>
      Buffer.concat([bytes, Buffer.from('1 0 obj\nendobj\n%%EOF\n')]),
    );
    expect(verify(path, ...against).out).toMatch(
      /Something was added after it was made.*\n.*21 were added behind them/u,
    );
  });

  it('names the program that saved a PPTX and the slides whose texts it changed', () => {
    const path = copy('brief.pptx', (bytes) => {
      const parts = unzipSync(bytes);
      const edit = (part: string, old: string, now: string) => {
        const text = strFromU8(parts[part] ?? new Uint8Array());
        expect(text).toContain(old);
        parts[part] = strToU8(text.replaceAll(old, now));
      };
      edit('docProps/app.xml', '>briefdeck<', '>Microsoft Office PowerPoint<');
      edit('ppt/slides/slide2.xml', 'Thursday', 'Friday');
      return zipSync(parts);
    });
    const { code, out } = verify(path, ...against);
    expect(code).toBe(1);
    expect(out).toContain('Microsoft Office PowerPoint saved it.');
    expect(out).toContain('differ from those that it was built with on slide 2.');
  });

  it('tells what a file says of itself where there is no manifest, and that this proves nothing', () => {
    for (const name of ['brief.html', 'brief.pdf', 'brief.pptx']) {
      const { code, out } = verify(copy(name));
      expect(code).toBe(1);
      expect(out).toMatch(/unknown, no manifest beside it/u);
      expect(out).toMatch(/Harbour talks, edition 3, 2026-11-23, made by briefdeck \d/u);
      expect(out).toContain('That is no proof');
    }
    writeFileSync(join(cwd, 'away/other.pdf'), 'hello');
    expect(verify('away/other.pdf').out).toContain('It says nothing of itself.');
  });

  it('takes no other edition for this one', () => {
    const other = makeFolder({ 'brief.yaml': brief.replace('"3"', '"4"') });
    expect(run(['build', 'brief.yaml', '--to', 'html'], other)).toMatchObject({ code: 0 });
    copyFileSync(join(other, 'output/brief.html'), join(cwd, 'away/brief-4.html'));
    const { code, out } = verify('away/brief-4.html', ...against);
    expect(code).toBe(1);
    expect(out).toMatch(/unknown, the manifest does not tell of it\n.*edition 4/u);
  });

  it('prints one document with --json', () => {
    const { code, out } = verify('output/brief.pdf', copy('brief.html'), '--json');
    expect(code).toBe(1);
    const { version, ok, files } = JSON.parse(out);
    expect({ version, ok }).toEqual({ version: 1, ok: false });
    expect(files[0]).toMatchObject({
      file: 'output/brief.pdf',
      status: 'unchanged',
      edition: { title: 'Harbour talks', edition: '3', marking: 'TLP:AMBER' },
      output: { format: 'pdf', path: 'brief.pdf' },
    });
    expect(files[1]).toMatchObject({ status: 'unknown', manifest: null, says: { edition: '3' } });
  });

  it('ends with 2 without a file, and with 4 where a file or a manifest cannot be read', () => {
    expect(verify().code).toBe(2);
    expect(verify('none.pdf').code).toBe(4);
    expect(verify('output/brief.pdf', '--manifest', 'brief.yaml')).toMatchObject({
      code: 4,
      err: expect.stringContaining('brief.yaml is no manifest of an edition'),
    });
  });

  it('survives manifests beside it that are none', () => {
    renameSync(join(cwd, 'away/brief.pdf'), join(cwd, 'away/x.pdf'));
    writeFileSync(join(cwd, 'away/x.manifest.json'), '{"manifest":1,"title":null}');
    appendFileSync(join(cwd, 'away/y.manifest.json'), '{');
    expect(verify('away/x.pdf').out).toContain('unknown');
  });
});

it('writes over no file that is not its own business: a folder in place of the manifest is refused', () => {
  const folder = makeFolder({ 'a.yaml': brief });
  mkdirSync(join(folder, 'output/a.manifest.json'), { recursive: true });
  const { code, err } = run(['build', 'a.yaml', '--seal', '--to', 'html'], folder);
  expect(code).toBe(2);
  expect(err).toContain('a.manifest.json is refused: it is a folder');
  expect(readdirSync(join(folder, 'output'))).toEqual(['a.manifest.json']);
});
