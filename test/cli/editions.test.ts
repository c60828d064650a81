import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../pptx/package.js';
import { makeFolder, root, run } from './command.js';

const golden = join(root, 'test/golden/editions');
const old = readFileSync(join(golden, 'harbour-2.yaml'), 'utf8');
const now = readFileSync(join(golden, 'harbour-3.yaml'), 'utf8');

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number | null;
}

/** Builds two editions to Markdown: what was found, the exit code, and the slides. */
function built(next: string, last: string | null = old, more: readonly string[] = []) {
  const folder = makeFolder({ 'new.yaml': next, ...(last === null ? {} : { 'harbour-2.yaml': last }) });
  return builtIn(folder, more);
}

function builtIn(folder: string, more: readonly string[] = []) {
  const { code, out } = run(['build', 'new.yaml', '--to', 'md', '--json', ...more], folder);
  const findings: readonly Finding[] = JSON.parse(out).decks[0].diagnostics;
  const markdown = readFileSync(join(folder, 'output/new.md'), 'utf8');
  return { code, findings, markdown, slides: markdown.split('\n\n---\n\n') };
}

/** The mark in the margin of the slide with a headline; null for none. */
function markOf(slides: readonly string[], headline: string): string | null {
  const slide = slides.find((each) => each.includes(`# ${headline}`));
  if (slide === undefined) throw new Error(`no slide ${headline}`);
  return /<span class="change [a-z]+">(.*?)<\/span>/u.exec(slide)?.[1] ?? null;
}

describe('an update that names its previous edition', () => {
  let made: ReturnType<typeof built> | null = null;
  const update = () => {
    made ??= built(now);
    return made;
  };

  test('gets the slide of what is new, filled: judgements that moved first, then the rest, and how many more', () => {
    const { slides, findings, code } = update();
    const slide = slides.find((each) => each.includes('_class: whats-new'));
    expect([code, findings]).toEqual([0, []]);
    expect(`${slide}\n`).toBe(readFileSync(join(golden, 'harbour-3.whats-new.md'), 'utf8'));
  });

  test('marks slides that are new and slides that changed, and no others', () => {
    const { slides } = update();
    expect(markOf(slides, 'A settlement this week is likely')).toBe('Changed');
    expect(markOf(slides, 'What stands between them is small')).toBe('Changed');
    expect(markOf(slides, 'The strike costs both sides more each day')).toBe(null);
    expect(markOf(slides, 'The crane crews can still break it')).toBe('New');
    expect(markOf(slides, 'Sources and how they reached us')).toBe('Changed');
    expect(markOf(slides, 'What has changed since edition 2')).toBe(null);
  });

  test('says beside a judgement what it was', () => {
    const { markdown } = update();
    expect(markdown).toContain('up; was roughly even chance (45–55\u00a0%), confidence low');
    expect(markdown).toContain('down; was likely (55–80\u00a0%)');
  });

  test('keeps what the author says of a change', () => {
    const own = now.replace(
      'likelihood: likely, confidence: moderate, because: two sources close',
      'change: {direction: up, was: unclear, why: a mediator came}, likelihood: likely, confidence: moderate, because: two sources close',
    );
    const { markdown } = built(own);
    expect(markdown).toContain('up; was unclear');
    expect(markdown).toContain('    a mediator came\n');
  });
});

test('a brief of another type gets no slide of its own accord, and one that it has fills itself', () => {
  const plain = now.replace('type: update\n', '');
  expect(built(plain).markdown).not.toContain('_class: whats-new');
  const { slides } = built(`${plain}  - {kind: whats-new, headline: What moved}\n`);
  const slide = slides.find((each) => each.includes('# What moved'));
  expect(slide).toContain('roughly even chance (45–55\u00a0%), confidence low');
  expect(slide).toContain('Since edition 2');
});

test('rows that the author wrote stand alone', () => {
  const row = '{name: Talks, was: roughly even chance, now: likely, direction: up}';
  const { slides } = built(`${now}  - {kind: whats-new, headline: What moved, rows: [${row}]}\n`);
  const slide = slides.find((each) => each.includes('# What moved'));
  expect(slide?.match(/^- /gmu)).toHaveLength(1);
  expect(slide).not.toContain('further');
});

test('where nothing moved, the slide says so, and no slide is marked', () => {
  const same = old.replace('edition: 2', 'edition: 3\nprevious: harbour-2.yaml');
  const { markdown } = built(same);
  expect(markdown).toContain('No judgement has changed since the last edition.');
  expect(markdown).not.toContain('class="change ');
});

test('a slide that only moved, or whose notes alone changed, is not marked', () => {
  const points = (headline: string, more = '') =>
    `  - headline: ${headline}\n    points: [one of ${headline}]\n${more}`;
  const top = 'title: A\nlanguage: en\n';
  const { markdown } = built(
    `${top}previous: harbour-2.yaml\nslides:\n${points('The second')}${points('The first', '    notes: New words\n    minutes: 4\n')}`,
    `${top}slides:\n${points('The first', '    notes: Old words\n')}${points('The second')}`,
  );
  expect(markdown).not.toContain('class="change ');
});

test('`changes: unmarked` leaves the marks out, and nothing else', () => {
  const { markdown } = built(now.replace('previous:', 'changes: unmarked\nprevious:'));
  expect(markdown).not.toContain('class="change ');
  expect(markdown).toContain('What has changed since edition 2');
});

test('HTML, PDF and PPTX hold the mark as text, and nothing is lost between them', () => {
  const folder = makeFolder({ 'new.yaml': now, 'harbour-2.yaml': old });
  const { code, err } = run(['build', 'new.yaml', '--strict'], folder);
  expect([code, err.includes('warning')]).toEqual([0, false]);
  expect(readFileSync(join(folder, 'output/new.html'), 'utf8')).toContain('>Changed</span>');
  const { parts } = openPackage(readFileSync(join(folder, 'output/new.pptx')));
  const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
  const texts = slides.map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
  expect(texts.filter((text) => text.includes('>Changed<'))).toHaveLength(4);
  expect(texts.filter((text) => text.includes('>New<'))).toHaveLength(1);
}, 60_000);

describe('a previous edition that cannot be read is a warning with its line, and the deck is made without it', () => {
  test.each([
    ['is missing', 'gone.yaml', 'could not be read: it is not there.'],
    ['lies outside', '../other.yaml', 'lies outside the folder of the outline'],
    ['is absolute', '/etc/passwd', 'lies outside the folder of the outline'],
    ['is at no revision', 'harbour-2.yaml@nowhere', 'could not be read:'],
    ['is at what would be an option', 'harbour-2.yaml@--help', 'it is no revision'],
    ['is a folder', 'sub', 'it is a folder'],
    ['is no outline', 'broken.yaml', 'has errors; line 2: There is no field `slidez`'],
  ])('where it %s', (_, previous, message) => {
    const folder = makeFolder({
      'new.yaml': now.replace('previous: harbour-2.yaml', `previous: "${previous}"`),
      'harbour-2.yaml': old,
      'broken.yaml': 'title: A\nslidez: 3\n',
    });
    mkdirSync(join(folder, 'sub'));
    const { code, findings, markdown } = builtIn(folder);
    expect(findings.map((each) => [each.code, each.severity, each.line])).toEqual([['CHG-3', 'warning', 5]]);
    expect(findings[0]?.message).toContain(message);
    expect(code).toBe(0);
    expect(markdown).not.toContain('class="change ');
  });
});

test('a previous edition at a git revision', () => {
  const folder = makeFolder({ 'new.yaml': old });
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Second');
  writeFileSync(join(folder, 'new.yaml'), now.replace('harbour-2.yaml', 'new.yaml@HEAD'));
  const { findings, markdown } = builtIn(folder);
  expect(findings).toEqual([]);
  expect(markdown).toContain('What has changed since edition 2');
});

describe('findings', () => {
  const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

  test('CHG-1: a later edition that says nothing of changes', () => {
    const silent = now.replace('previous: harbour-2.yaml\n', '');
    const { code, findings } = built(silent);
    expect([code, codes(findings), findings[0]?.line]).toEqual([1, ['CHG-1'], 4]);
    expect(codes(built(silent.replace('edition: 3', 'edition: 1')).findings)).toEqual([]);
    expect(codes(built(silent.replace('edition: 3', 'edition: 3\nchanges: none')).findings)).toEqual([]);
    expect(codes(built(`${silent}  - {kind: whats-new, headline: W, none: true}\n`).findings)).toEqual([]);
  });

  test('CHG-2: a key judgement moved, and the changes that the author lists do not name it', () => {
    const row = (was: string, is: string) => `{name: Ships, was: ${was}, now: ${is}}`;
    const withRows = (rows: string) => `${now}  - {kind: whats-new, headline: What moved, rows: [${rows}]}\n`;
    const { findings, code } = built(withRows(row('roughly even chance', 'likely')));
    expect([code, codes(findings)]).toEqual([0, ['CHG-2']]);
    expect(findings[0]).toMatchObject({
      line: 26,
      message: expect.stringContaining('was "likely" in the last edition and is "roughly even chance"'),
    });
    const both = `${row('roughly even chance', 'likely')}, ${row('likely', 'now a roughly even chance')}`;
    expect(codes(built(withRows(both)).findings)).toEqual([]);
    expect(codes(built(now.replace('edition: 3', 'edition: 3\nchanges: none')).findings)).toEqual([
      'CHG-2',
      'CHG-2',
      'CHG-2',
    ]);
  });
});

describe('what is withheld from a copy', () => {
  const point = (text: string, more = '') => `      - {text: ${text}${more}}\n`;
  const hush = ', audience: [Cabinet]';
  const brief = (top: string, points: string, more = '') =>
    `title: A\nlanguage: en\ntype: update\nscale: icd203\n${top}audience: [Cabinet, Staff]\nslides:\n  - kind: key-judgements\n    headline: Judgements\n    points:\n${points}${more}`;
  const both = point('The port stays open all winter', ', likelihood: likely');
  const slide = (text: string, audience: string) =>
    `  - {headline: ${text} head, points: [${text} point]${audience}, notes: ${text} notes}\n`;
  const next = (points: string, more = '') => brief('previous: harbour-2.yaml\n', points, more);

  test('does not come in by the previous edition, neither as what was nor as what is gone', () => {
    const last = brief(
      '',
      both + point('Zebrawas stands', `, likelihood: likely${hush}`) + point('Zebragone', hush),
      slide('Zebraslide', hush) + slide('Public once and Zebralater', ''),
    );
    const outline = next(
      both.replace('likely', 'unlikely') + point('Zebrawas stands', `, likelihood: unlikely${hush}`),
      slide('Public once and Zebralater', hush),
    );
    const copy = built(outline, last, ['--audience', 'Staff']);
    expect(copy.markdown).not.toContain('Zebra');
    expect(copy.markdown).toContain('down');
    expect(copy.markdown).not.toContain('further');
    const full = built(outline, last, ['--audience', 'Cabinet']);
    expect(full.markdown).toContain('Zebrawas stands');
    expect(full.markdown).toContain('Zebragone');
    expect(full.markdown).toContain('Zebraslide head');
  });

  test('nor do speaker notes and hidden slides', () => {
    const last = brief('', both, `  - {headline: Zebrahidden, points: [Zebrapoint], hidden: true}\n`);
    const { markdown } = built(next(both.replace('open', 'shut')), last);
    expect(markdown).not.toContain('Zebra');
    const notes = built(
      next(both, slide('Plain', '').replace('Plain notes', 'other')),
      brief('', both, slide('Plain', '').replace('Plain notes', 'Zebranotes')),
    );
    expect(notes.markdown).not.toContain('Zebra');
  });
});
