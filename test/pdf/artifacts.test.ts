import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../src/pdf/artifacts.js';

const untagged = () => false;
const content = (...lines: readonly string[]) => lines.join('\n');

describe('marking artifacts', () => {
  it('puts a stray rectangle between marks', () => {
    expect(markArtifacts(content('q', '0 0 9 9 re', 'f', 'Q'), untagged)).toBe(
      content('q', '/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', 'Q'),
    );
  });

  it('leaves what is tagged as it is', () => {
    const tagged = content('/P <</MCID 0 >>BDC', 'BT', '<0001> Tj', 'ET', '0 0 9 9 re', 'f', 'EMC');
    expect(markArtifacts(tagged, untagged)).toBe(tagged);
  });

  it('takes neighbours into one artifact and ends it before the next tag', () => {
    const stray = content('0 0 9 9 re', 'f', '1 0 0 rg', '9 0 9 9 re', 'f');
    const tag = content('/P <</MCID 0 >>BDC', 'EMC');
    expect(markArtifacts(content(stray, tag), untagged)).toBe(content('/Artifact BMC', stray, 'EMC', tag));
  });

  it('leaves a clipping path outside', () => {
    const clip = content('q', '0 0 9 9 re', 'W* n', 'Q');
    expect(markArtifacts(clip, untagged)).toBe(clip);
  });

  it('takes a stray text with its BT and ET', () => {
    expect(markArtifacts(content('BT', '<0001> Tj', 'ET'), untagged)).toBe(
      content('/Artifact BMC', 'BT', '<0001> Tj', 'ET', 'EMC'),
    );
  });

  it('never lets a mark cross the ends of a text', () => {
    const mixed = content('BT', '/P <</MCID 0 >>BDC', '<0001> Tj', 'EMC', 'ET');
    expect(markArtifacts(content('0 0 9 9 re', 'f', mixed), untagged)).toBe(
      content('/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', mixed),
    );
  });

  it('marks what stands untagged in a text that has tags', () => {
    const tagged = ['BT', '/P <</MCID 0 >>BDC', '<0001> Tj', 'EMC'];
    expect(markArtifacts(content(...tagged, '<0002> Tj', '<0003> Tj', 'ET', 'Q'), untagged)).toBe(
      content(...tagged, '/Artifact BMC', '<0002> Tj', '<0003> Tj', 'EMC', 'ET', 'Q'),
    );
  });

  it('marks an untagged text with what it says of itself', () => {
    const arabic = [
      'BT',
      '/ReversedChars BMC',
      '/Span<</ActualText <feff062b> >> BDC',
      '<004b> Tj',
      'EMC',
      'EMC',
      'ET',
    ];
    expect(markArtifacts(content(...arabic), untagged)).toBe(content('/Artifact BMC', ...arabic, 'EMC'));
    const tagged = content('/P <</MCID 0 >>BDC', ...arabic, 'EMC');
    expect(markArtifacts(tagged, untagged)).toBe(tagged);
  });

  it('marks a picture, and not a form with tags inside', () => {
    const drawn = content('/X1 Do', '/X2 Do');
    expect(markArtifacts(drawn, (name) => name === 'X2')).toBe(
      content('/Artifact BMC', '/X1 Do', 'EMC', '/X2 Do'),
    );
  });
});
