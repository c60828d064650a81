import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { makeFolder, outline, run } from './command.js';

/** The dates in the properties of a deck: of the PDF and of the PPTX, and of the files inside the latter. */
async function datesOf(text: string, env: Readonly<Record<string, string>>) {
  const cwd = makeFolder({ 'a.yaml': text });
  expect(run(['build', 'a.yaml', '--to', 'pdf,pptx'], cwd, env).code).toBe(0);
  const pdf = readFileSync(join(cwd, 'output/a.pdf'));
  const pptx = unzipSync(readFileSync(join(cwd, 'output/a.pptx')));
  const core = strFromU8(pptx['docProps/core.xml'] ?? new Uint8Array());
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return {
    created: document.getCreationDate()?.toISOString(),
    xmp: /<xmp:CreateDate>(.*?)</u.exec(pdf.toString('latin1'))?.[1],
    pptx: /<dcterms:created[^>]*>(.*?)</u.exec(core)?.[1],
  };
}

const none = { created: undefined, xmp: undefined, pptx: undefined };

describe('the date of a deck', () => {
  it('is nowhere when neither the outline nor the environment gives one: the clock is not asked', async () => {
    expect(await datesOf(outline, { SOURCE_DATE_EPOCH: '' })).toEqual(none);
  });

  it('comes from SOURCE_DATE_EPOCH where the outline has none', async () => {
    expect(await datesOf(outline, { SOURCE_DATE_EPOCH: '1700000000' })).toEqual({
      created: '2023-11-14T00:00:00.000Z',
      xmp: '2023-11-14',
      pptx: '2023-11-14T00:00:00Z',
    });
  });

  it('comes from the outline where it has one', async () => {
    const dated = `${outline}date: 2017-11\n`;
    expect(await datesOf(dated, { SOURCE_DATE_EPOCH: '1700000000' })).toEqual({
      created: '2017-11-01T00:00:00.000Z',
      xmp: '2017-11',
      pptx: '2017-11-01T00:00:00Z',
    });
  });

  it.each(['yesterday', '-5', '1e9', '253402300800'])('cannot be %s: exit code 2', (value) => {
    const cwd = makeFolder({ 'a.yaml': outline });
    const { code, err } = run(['build', 'a.yaml', '--to', 'md'], cwd, { SOURCE_DATE_EPOCH: value });
    expect(code).toBe(2);
    expect(err).toContain(`SOURCE_DATE_EPOCH is "${value}"`);
  });
});
