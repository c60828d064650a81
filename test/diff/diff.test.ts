import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from '../cli/command.js';
import { firstEdition, moved, type Outline, withPoint, withSlide } from './editions.js';

interface ChangeRow {
  readonly kind: string;
  readonly pointer: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly direction: string | null;
  readonly field: string | null;
  readonly line: number | null;
}

/** JSON is YAML. */
function changesOf(old: Outline | string, now: Outline | string): readonly ChangeRow[] {
  const text = (outline: Outline | string) =>
    typeof outline === 'string' ? outline : JSON.stringify(outline, null, 1);
  const folder = makeFolder({ 'old.yaml': text(old), 'new.yaml': text(now) });
  const { code, out, err } = run(['diff', 'old.yaml', 'new.yaml', '--json'], folder);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out).changes;
}

function short(changes: readonly ChangeRow[]): readonly string[] {
  return changes.map(({ kind, pointer, direction, was, now }) =>
    [kind, direction, pointer, `${was ?? ''} > ${now ?? ''}`].filter(Boolean).join(' '),
  );
}

describe('briefdeck diff', () => {
  test('finds exactly the twelve changes between two editions of sixty statements', () => {
    const old = firstEdition();
    let now = withSlide(old, 1, (slide) => ({
      ...slide,
      headline: 'denies, and what the others make of part 2',
    }));
    now = withPoint(now, [2, 0], (each) => ({ ...each, text: each.text.replace('week', 'the end of week') }));
    now = withPoint(now, [2, 3], (each) => ({ ...each, likelihood: 'very likely' }));
    now = withPoint(now, [3, 1], (each) => ({ ...each, confidence: 'low' }));
    now = withPoint(now, [4, 2], (each) => ({ ...each, sources: ['a', 'c'] }));
    now = withPoint(now, [4, 5], (each) => ({ ...each, because: 'Quite another reason' }));
    now = withSlide(now, 5, (slide) => ({ ...slide, points: slide.points.slice(1) }));
    now = withSlide(now, 6, (slide) => ({
      ...slide,
      points: [...slide.points, { text: 'A judge stops all of it.' }],
    }));
    now = withSlide(now, 7, (slide) => ({ ...slide, points: moved(slide.points, 4, 1) }));
    now = { ...now, cutoff: '2026-12-01', sources: { ...now.sources, c: { title: 'A letter' } } };
    now = { ...now, slides: moved(now.slides, 9, 0) };
    expect(short(changesOf(old, now))).toEqual([
      'date /cutoff 2026-11-01 > 2026-12-01',
      'source-added /sources/c  > A letter',
      'slide-moved /slides/0 place 10 > place 1',
      'reworded /slides/2/headline denies and what follows from part 2 > denies, and what the others make of part 2',
      'reworded /slides/3/points/0/text The port plans the night shift by week 22. > The port plans the night shift by the end of week 22.',
      'likelihood up /slides/3/points/3/likelihood likely (55–80 %) > very likely (80–95 %)',
      'confidence down /slides/4/points/1/confidence moderate > low',
      'source-added /slides/5/points/2/sources  > c',
      'reworded /slides/5/points/5/because Reason 4.5 holds > Quite another reason',
      'statement-removed /slides/5/points/0 The port doubts its own figures by week 40. > ',
      'statement-added /slides/7/points/6  > A judge stops all of it.',
      'statement-moved /slides/8/points/1 place 5 > place 2',
    ]);
  });

  test('says nothing of two editions that differ in writing alone', () => {
    const written = `title: Harbour talks
language: en
sources: { a: { title: Port News } }
slides:
  - headline: The strike will end
    points:
      - The first of two long statements, folded
        over lines
      - text: The second
        sources: [a]
`;
    const otherwise = `# a comment
language: "en"
title: 'Harbour talks'
slides:
- points:
    - {text: "The first of two long statements, folded over lines"}
    - {sources: [{source: a}], text: The second}
  kind: points
  headline: >-
    The strike
    will end
sources: {a: {title: "Port News"}}
`;
    expect(changesOf(written, otherwise)).toEqual([]);
  });

  test('takes a slide that was reworded, moved and gave a statement away for the same slide', () => {
    const old = firstEdition();
    const given = old.slides[0]?.points[2];
    if (!given) throw new Error('no statement');
    let now = withSlide(old, 0, (slide) => ({
      ...slide,
      headline: 'expects much, and what follows from part 1',
      points: slide.points.filter((each) => each !== given),
    }));
    now = withSlide(now, 3, (slide) => ({ ...slide, points: [given, ...slide.points] }));
    now = { ...now, slides: moved(now.slides, 0, 5) };
    expect(short(changesOf(old, now))).toEqual([
      'statement-moved /slides/2/points/0 slide 1, expects much, and what follows from part 1 > slide 3, delays and what follows from part 4'.replace(
        'slide 1,',
        'slide 6,',
      ),
      'slide-moved /slides/5 place 1 > place 6',
      'reworded /slides/5/headline expects and what follows from part 1 > expects much, and what follows from part 1',
    ]);
  });

  test('a change of scale is one change, and a basis that statements inherit is one', () => {
    const old = firstEdition();
    expect(short(changesOf(old, { ...old, scale: 'phia' }))).toEqual(['changed /scale icd203 > phia']);
    const [first] = old.slides;
    if (!first) throw new Error('no slide');
    const withBasis = (basis: string) => ({ ...old, slides: [{ ...first, basis }] });
    expect(short(changesOf(withBasis('fact'), withBasis('judgement')))).toEqual([
      'basis /slides/0/basis fact > judgement',
    ]);
  });

  test('names lines, and of what is gone the line in the old outline', () => {
    const slide = (points: string) =>
      `title: A\nlanguage: en\nslides:\n  - headline: H\n    points:\n${points}`;
    const changes = changesOf(
      slide('      - stays\n      - goes away\n'),
      slide('      - new here\n      - stays\n'),
    );
    expect(changes.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'statement-removed 7',
      'statement-added 6',
    ]);
  });
});

describe('what diff prints', () => {
  const old =
    'title: A\nlanguage: en\nslides:\n  - headline: The plan holds\n    points: [Both sides meet on Thursday., gone]\n';
  const now =
    'title: A\nlanguage: en\nslides:\n  - headline: The plan holds\n    points: [Both sides met on Friday.]\n';

  test('for people: by slide, with the words that went and came', () => {
    const folder = makeFolder({ 'old.yaml': old, 'new.yaml': now });
    const { code, out } = run(['diff', 'old.yaml', 'new.yaml'], folder);
    expect([code, out]).toEqual([
      0,
      `old.yaml → new.yaml: 2 changes

Slide 1: The plan holds
  gone             [-gone-]
  reworded         Both sides [-meet-]{+met+} on [-Thursday-]{+Friday+}.  (line 5)
`,
    ]);
  });

  test('as Markdown', () => {
    const folder = makeFolder({ 'old.yaml': old, 'new.yaml': now });
    expect(run(['diff', 'old.yaml', 'new.yaml', '--markdown'], folder).out).toBe(`# What changed

old.yaml → new.yaml: 2 changes.

## Slide 1: The plan holds

- **gone**: ~~gone~~
- **reworded**: Both sides ~~meet~~**met** on ~~Thursday~~**Friday**.
`);
  });

  test('with --exit-code, exit code 1 where there are differences and 0 where there are none', () => {
    const folder = makeFolder({ 'old.yaml': old, 'new.yaml': now });
    expect(run(['diff', 'old.yaml', 'new.yaml', '--exit-code'], folder).code).toBe(1);
    expect(run(['diff', 'old.yaml', 'old.yaml', '--exit-code'], folder)).toMatchObject({
      code: 0,
      out: 'old.yaml → old.yaml: no changes\n',
    });
  });

  test('of an outline with errors: the errors, as build shows them', () => {
    const folder = makeFolder({
      'old.yaml': old,
      'new.yaml': 'title: A\nslides: [{headlin: H, points: [a]}]\n',
    });
    const { code, err } = run(['diff', 'old.yaml', 'new.yaml'], folder);
    expect(code).toBe(1);
    expect(err).toContain('Did you mean `headline`?');
  });
});

describe('git revisions', () => {
  function repository(): string {
    const folder = makeFolder({
      'a.yaml': 'title: A\nlanguage: en\nslides: [{headline: H, points: [one]}]\n',
    });
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: folder });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'First');
    writeFileSync(
      join(folder, 'a.yaml'),
      'title: A\nlanguage: en\nslides: [{headline: H, points: [two words]}]\n',
    );
    return folder;
  }

  test('an outline is compared with what it was at a revision', () => {
    const { code, out } = run(['diff', 'a.yaml@HEAD', 'a.yaml'], repository());
    expect(code).toBe(0);
    expect(out).toContain('a.yaml@HEAD → a.yaml: 2 changes');
  });

  test.each([
    ['a.yaml@nowhere', 'a.yaml could not be read at the revision "nowhere": there is no such revision.'],
    ['b.yaml@HEAD', 'b.yaml could not be read at the revision "HEAD": the file is not in that revision.'],
    ['a.yaml@--output=x', 'a.yaml could not be read at the revision "--output=x": it is no revision.'],
  ])('%s: says what is wrong, exit code 4', (name, message) => {
    const { code, err } = run(['diff', name, 'a.yaml'], repository());
    expect(code).toBe(4);
    expect(err).toContain(message);
  });

  test('outside a repository: says so', () => {
    const folder = makeFolder({ 'a.yaml': 'title: A\n' });
    const { code, err } = run(['diff', 'a.yaml@HEAD', 'a.yaml'], folder, {
      GIT_CEILING_DIRECTORIES: join(folder, '..'),
    });
    expect(code).toBe(4);
    expect(err).toContain('its folder is in no git repository');
  });
});
