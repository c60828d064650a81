import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, outline, root, run } from './command.js';

/** Codes of the findings that a run of `check --json` prints, by deck. */
function codesOf(out: string): readonly string[] {
  const [deck] = JSON.parse(out).decks;
  return deck.diagnostics.map(({ code }: { readonly code: string }) => code);
}

const vague = `title: A
language: en
slides:
  - headline: Both sides meet
    points:
      - { text: Talks may fail., basis: judgement }
      - { text: Calls fell., basis: fact }
`;

describe('check', () => {
  it('tells findings slide by slide with their lines, writes nothing, and exits with 1 where one is an error', () => {
    const cwd = makeFolder({ 'a.yaml': vague });
    const { code, out, err } = run(['check', 'a.yaml'], cwd);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Slide 1 of the outline');
    expect(err).toMatch(/warning UNC-2 {2}a\.yaml:6:17\n.*"may"\.\n {2}6 \| .*\n {2} {2}\| +\^\n {2}hint: /u);
    expect(err).toMatch(/error SRC-1 {2}a\.yaml:7:9/u);
    expect(err).toMatch(/1 deck, 1 error, 1 warning\n$/u);
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
  });

  it('needs no browser', () => {
    const cwd = makeFolder({ 'a.yaml': outline });
    expect(run(['check', 'a.yaml', '--browser', '/nowhere', '--quiet'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });

  it('fails for warnings under --strict alone', () => {
    const cwd = makeFolder({ 'a.yaml': vague.replace(/ {6}- \{ text: Calls.*\n/u, '') });
    expect(run(['check', 'a.yaml'], cwd).code).toBe(0);
    expect(run(['check', 'a.yaml', '--strict'], cwd).code).toBe(1);
  });

  it('finds pictures that are not there', () => {
    const cwd = makeFolder({
      'a.yaml': `${outline.replace(/slides.*/u, '')}slides: [{kind: image, headline: It is empty, file: no.png, alt: A}]\n`,
    });
    expect(codesOf(run(['check', 'a.yaml', '--json'], cwd).out)).toEqual(['ASSET-1']);
  });

  it('finds with --layout what shows only on the drawn slide, and writes nothing', () => {
    const long = Array.from(
      { length: 40 },
      (_, index) => `      - Point ${index} of a list that is far too long`,
    ).join('\n');
    const cwd = makeFolder({
      'a.yaml': `title: A\nlanguage: en\nslides:\n  - headline: The list is long\n    fit: shrink\n    points:\n${long}\n`,
    });
    expect(codesOf(run(['check', 'a.yaml', '--json'], cwd).out)).toEqual(['HDL-5']);
    const { code, out } = run(['check', 'a.yaml', '--json', '--layout'], cwd);
    expect(codesOf(out)).toContain('FIT-1');
    expect(code).toBe(1);
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
  }, 60_000);

  it('says once that rules on words are off in another language', () => {
    const cwd = makeFolder({
      'a.yaml': vague.replace('language: en', 'language: fr').replace(/ {6}- \{ text: Calls.*\n/u, ''),
    });
    const { out, code } = run(['check', 'a.yaml', '--json', '--strict'], cwd);
    expect(codesOf(out)).toEqual(['LANG-2']);
    expect(code).toBe(0);
  });
});

describe('a rule that is turned off', () => {
  const ignoring = (top: string, slide: string, statement: string) =>
    `title: A\nlanguage: en\n${top}slides:\n  - headline: Both sides meet\n${slide}    points:\n      - { text: Talks may fail., basis: judgement${statement} }\n`;
  const entry = '[{ rule: UNC-2, why: the desk gives no figure }]';

  it.each([
    ['the brief', ignoring(`ignore: ${entry}\n`, '', ''), 3],
    ['a slide', ignoring('', `    ignore: ${entry}\n`, ''), 5],
    ['a statement', ignoring('', '', `, ignore: ${entry}`), 6],
  ])('for %s is listed with its reason, and finds nothing', (_, text, line) => {
    const cwd = makeFolder({ 'a.yaml': text });
    const { out, code } = run(['check', 'a.yaml', '--json', '--strict'], cwd);
    const [deck] = JSON.parse(out).decks;
    expect(deck.diagnostics).toEqual([]);
    expect(deck.ignored).toMatchObject([
      { rule: 'UNC-2', why: 'the desk gives no figure', findings: 1, line },
    ]);
    expect(code).toBe(0);
    expect(run(['check', 'a.yaml'], cwd).err).toContain(
      `ignored: UNC-2 (line ${line}), 1 finding: the desk gives no figure`,
    );
  });

  it('must be there, must have a reason, and should have something to ignore', () => {
    const cwd = makeFolder({
      'unknown.yaml': ignoring('ignore: [{ rule: UNK-2, why: a }]\n', '', '').replace('may fail', 'fail'),
      'idle.yaml': ignoring(`ignore: ${entry}\n`, '', '').replace('may fail', 'fail'),
      'silent.yaml': ignoring('ignore: [{ rule: UNC-2 }]\n', '', ''),
    });
    const unknown = run(['check', 'unknown.yaml'], cwd);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toMatch(/error IGNORE-1[\s\S]*Did you mean `UNC-2`\?/u);
    const idle = run(['check', 'idle.yaml', '--strict', '--json'], cwd);
    expect(codesOf(idle.out)).toEqual(['IGNORE-2']);
    expect(idle.code).toBe(0);
    expect(codesOf(run(['check', 'silent.yaml', '--json'], cwd).out)).toEqual(['SCHEMA-3']);
  });
});

describe('the samples of data/', () => {
  it('have in the real brief the weaknesses of the commentary, and no other', () => {
    const { out, code } = run(['check', 'data/russia-north-korea.yaml', '--json'], root);
    const [{ diagnostics }] = JSON.parse(out).decks;
    const places = diagnostics.map(
      ({ code: id, pointer }: { code: string; pointer: string }) => `${id} ${pointer}`,
    );
    expect(places).toEqual([
      // One-sided sources, and all through one.
      'SRC-11 /source_summary',
      'UNC-2 /slides/2/points/4/text',
      'SRC-5 /slides/2/sources',
      // Motives and a fear that nobody is cited for, and likelihoods that are left open.
      'SRC-10 /slides/4/rows/2/unsourced',
      'UNC-2 /slides/9/rows/0/text',
      'SRC-10 /slides/9/rows/0/unsourced',
      'UNC-2 /slides/9/rows/2/text',
      'UNC-2 /slides/9/rows/3/text',
      'SRC-10 /slides/10/support/0/unsourced',
      'UNC-2 /slides/12/headline',
      'UNC-2 /slides/12/points/0/text',
      'UNC-2 /slides/13/rows/2/text',
    ]);
    expect(code).toBe(0);
  });

  it('are otherwise without a warning', () => {
    const others = ['data/minimal.yaml', 'data/summer-time.yaml'];
    expect(run(['check', ...others, '--strict', '--quiet'], root)).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('check --lineage', () => {
  const text = `title: A
language: en
sources:
  union: { author: The union, date: 2026, via: radio }
  radio: { outlet: Harbour Radio, date: 2026 }
slides:
  - headline: Crews want to return
    points: [{ text: Crews return., basis: judgement, sources: [union] }, So they say.]
`;

  it('prints what each judgement rests on, as text, Markdown and JSON', () => {
    const cwd = makeFolder({ 'a.yaml': text });
    expect(run(['check', 'a.yaml', '--lineage'], cwd)).toEqual({
      code: 0,
      out: 'Crews return.  (line 8)\n  source: The union ← Harbour Radio, not read by us\n  origins: 1\n',
      err: '',
    });
    expect(run(['check', 'a.yaml', '--lineage', '--markdown'], cwd).out).toContain(
      '## Crews want to return\n\n- Crews return.\n  - source: The union ← Harbour Radio, not read by us\n',
    );
    const { decks } = JSON.parse(run(['check', 'a.yaml', '--lineage', '--json'], cwd).out);
    expect(decks[0].judgements).toMatchObject([
      {
        pointer: '/slides/0/points/0',
        origins: 1,
        sources: [{ id: 'union', held: false, through: ['Harbour Radio'] }],
      },
    ]);
  });
});

describe('a source under the Chatham House Rule', () => {
  it('is named in no output, chains and lists included', () => {
    const cwd = makeFolder({
      'a.yaml': `title: A
language: en
sources:
  talk: { author: Ann Leeward, outlet: Portland ministry, title: Leetalk, short: Leeward, date: 2026, attribution: chatham_house, interest: in Portland }
slides:
  - headline: Crews want to return
    kind: positions
    rows: [{ text: Crews return., by: A participant, via: [talk, the desk], sources: [talk] }]
    sources: [talk]
  - headline: Two motives push the crews
    kind: drivers
    basis: judgement
    rows: [{ name: Pay, text: Pay is low., sources: [talk] }, { name: Crews, text: Crews are few., via: [talk] }]
`,
    });
    expect(run(['build', 'a.yaml', '--to', 'html,md', '--quiet', '--strict'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const written = ['a.html', 'a.md'].map((name) => readFileSync(join(cwd, 'output', name), 'utf8'));
    expect(written.join('').match(/leeward|portland|leetalk/giu)).toBeNull();
    expect(written[1]).toContain('source withheld');
  });
});
