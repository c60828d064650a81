import { deflateSync, inflateSync } from 'node:zlib';
import { objectOf, type PdfFile, reference } from './pdf-file.js';

/**
 * Takes out of the fonts' maps to Unicode what maps to U+0000: Skia writes so of glyphs that stand for no character by themselves,
 * such as the dots of Arabic letters, and says beside each text with them what it reads (`/ActualText`).
 */
export function cleanUnicodeMaps(file: PdfFile): void {
  for (const { body } of [...file.objects.values()]) {
    const number = body.includes('/ToUnicode ') ? reference(body, 'ToUnicode') : null;
    if (number !== null) cleanMap(file, number);
  }
}

function cleanMap(file: PdfFile, number: number): void {
  const { body, stream } = objectOf(file, number);
  if (stream === null) return;
  const flate = body.includes('/FlateDecode');
  const text = (flate ? inflateSync(stream) : Buffer.from(stream)).toString('latin1');
  if (!text.includes('> <0000>')) return;
  const cleaned = text.replace(
    /\d+ beginbf(char|range)\n([\s\S]*?)endbf\1\n?/gu,
    (_, kind: string, rows: string) => {
      const kept = rows.split('\n').filter((row) => row !== '' && !row.endsWith('> <0000>'));
      return kept.length === 0 ? '' : `${kept.length} beginbf${kind}\n${kept.join('\n')}\nendbf${kind}\n`;
    },
  );
  const packed = flate ? deflateSync(Buffer.from(cleaned, 'latin1')) : Buffer.from(cleaned, 'latin1');
  file.objects.set(number, {
    body: body.replace(/\/Length \d+/u, `/Length ${packed.length}`),
    stream: packed,
  });
}
