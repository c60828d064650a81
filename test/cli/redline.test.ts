import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../pptx/package.js';
import { makeFolder, root, run } from './command.js';

const golden = join(root, 'test/golden/editions');
const files = {
  'old.yaml': readFileSync(join(golden, 'harbour-2.yaml'), 'utf8'),
  'new.yaml': readFileSync(join(golden, 'harbour-3.yaml'), 'utf8'),
};

const simple = (points: string, more = '') =>
  `title: A\nlanguage: en\nslides:\n  - headline: The plan holds\n    points:\n${points}${more}`;

/** The redline of two outlines as Markdown. */
function redline(old: string, now: string, more: readonly string[] = []): string {
  const folder = makeFolder({ 'old.yaml': old, 'new.yaml': now });
  const { code, err } = run(['diff', 'old.yaml', 'new.yaml', '--to', 'md', ...more], folder);
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  return readFileSync(join(folder, 'output/new-changes.md'), 'utf8');
}

describe('the redline deck', () => {
  test('is HTML, PDF and PPTX beside the deck of the new edition, with strike and underline that PowerPoint knows', () => {
    const folder = makeFolder(files);
    const { code, out, err } = run(
      ['diff', 'old.yaml', 'new.yaml', '--to', 'html,pdf,pptx', '--out', 'red'],
      folder,
    );
    expect([code, err.includes('error')]).toEqual([0, false]);
    expect(out).toContain('old.yaml → new.yaml: 21 changes');
    expect(readdirSync(join(folder, 'red'))).toEqual(
      ['html', 'pdf', 'pptx'].map((format) => `new-changes.${format}`),
    );
    const { parts } = openPackage(readFileSync(join(folder, 'red/new-changes.pptx')));
    const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
    const xml = slides.map(([, bytes]) => Buffer.from(bytes).toString('utf8')).join('\n');
    const runs = [...xml.matchAll(/<a:r><a:rPr([^>]*)>.*?<a:t>(.*?)<\/a:t><\/a:r>/gu)];
    const text = (attribute: string) =>
      runs.flatMap(([, attributes = '', words = '']) =>
        attributes.includes(attribute) ? [words.trim()] : [],
      );
    expect(text('strike="sngStrike"')).toEqual(
      expect.arrayContaining(['November', 'Night shifts are settled.']),
    );
    expect(text('u="sng"')).toEqual(expect.arrayContaining(['December', 'Their council votes on Tuesday.']));
    expect(readFileSync(join(folder, 'red/new-changes.html'), 'utf8')).toContain('<ins>December</ins>');
  }, 60_000);

  test('names both editions, counts, and shows the slides that changed and no others', () => {
    const markdown = redline(files['old.yaml'], files['new.yaml']);
    expect(markdown).toContain('# Changes to Harbour talks');
    expect(markdown).toContain('From edition 2 (old\\.yaml) to edition 3 (new\\.yaml)');
    expect(markdown).toContain('# 21 changes: 3 judgements moved, 1 new, 1 gone, 7 texts reworded');
    expect(markdown).toContain('likely (55–80\u00a0%), confidence moderate: The two sides');
    expect(markdown).toContain('asks for <del>4.5</del> <ins>4</ins> %');
    expect(markdown).toContain('- <del>Night shifts are settled.</del>');
    expect(markdown).not.toContain('The strike costs both sides');
  });

  test('shows a slide that is gone where it stood, all struck through', () => {
    const gone = '  - {headline: It goes, points: [one point], notes: Said aloud}\n';
    const markdown = redline(simple('      - stays\n', gone), simple('      - stays\n'));
    const slide = markdown.split('\n\n---\n\n').find((each) => each.includes('# <del>It goes</del>'));
    expect(slide).toContain('<span class="change removed">Removed</span>');
    expect(slide).toContain('- <del>one point</del>');
    expect(markdown).not.toContain('Said aloud');
  });

  test('keeps emphasis and links of the new text, and every character for itself', () => {
    const markdown = redline(
      simple(
        '      - "The *union* asks for a <b> and 2 * 3 ~~much~~ of [this](https://example.org) today"\n',
      ),
      simple('      - "The *union* asks for a <b> and 2 * 3 ~~all~~ of [this](https://example.org) today"\n'),
    );
    expect(markdown).toContain(
      'The *union* asks for a \\<b\\> and 2 \\* 3 \\~\\~<del>much</del> <ins>all</ins>\\~\\~ of [this]',
    );
  });

  test('puts texts with little in common one after the other', () => {
    const markdown = redline(
      simple('      - {id: a, text: Ships wait outside in the rain}\n'),
      simple('      - {id: a, text: Nobody expects a second strike before the spring}\n'),
    );
    expect(markdown).toContain(
      '<del>Ships wait outside in the rain</del> <ins>Nobody expects a second strike before the spring</ins>',
    );
  });

  test('divides words of languages without spaces between them', () => {
    const korean = simple('      - 양측은 목요일에 만난다.\n');
    expect(redline(korean, korean.replace('목요일에', '금요일에'))).toContain(
      '양측은 <del>목요일에</del> <ins>금요일에</ins> 만난다.',
    );
  });

  test('says where nothing changed', () => {
    expect(redline(simple('      - stays\n'), simple('      - stays\n'))).toContain('# Nothing changed');
  });

  test('leaves out what its readers may not see, in both editions', () => {
    const hush = '      - {text: Zebra of old, audience: [Cabinet]}\n';
    const old = simple(
      `      - stays\n${hush}`,
      '  - {headline: Zebrahead, audience: [Cabinet], points: [Zebra]}\n',
    );
    const now = simple(`      - stays here\n${hush.replace('old', 'late')}`);
    expect(redline(old, now)).not.toContain('Zebra');
    expect(redline(old, now, ['--audience', 'Cabinet'])).toContain('Zebra of <del>old</del> <ins>late</ins>');
  });

  test('stays out of the way of other outputs and options', () => {
    const folder = makeFolder(files);
    expect(run(['diff', 'old.yaml', 'new.yaml', '--out', 'red'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out is for the redline deck alone.'),
    });
    run(['diff', 'old.yaml', 'new.yaml', '--to', 'md', '--exit-code'], folder);
    expect(existsSync(join(folder, 'output/new.md'))).toBe(false);
    expect(existsSync(join(folder, 'new-changes.yaml'))).toBe(false);
    const { code, out } = run(
      ['diff', 'old.yaml', 'new.yaml', '--to', 'md', '--json', '--exit-code'],
      folder,
    );
    expect([code, JSON.parse(out).changes.length]).toEqual([1, 21]);
  });
});
