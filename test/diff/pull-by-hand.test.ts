import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, outline as other, run } from '../cli/command.js';
import { partsOf, withParts } from './pull-edits.js';

const outline = `title: A *brief* on things
language: en
slides:
  - headline: First things are here   # keep me
    notes: |-
      Say this first.
      Then say that.
    points:
      - 'Moscow *rejects* the [bomb outright](https://example.org/a) and force'
      - Second point stands as it was
      - Third point about trade with Asia
      - "Fourth point: talk \`code\` here"
  - headline: Second slide of the deck
    points: [Alpha point on winter, Beta point on summer]
  - headline: Third slide comes last
    points: [Gamma point on rivers, Delta point on seas]
`;
const folder = makeFolder({ 'deck.yaml': outline, 'other.yaml': other, 'text.pptx': 'no zip' });
const nothing = { version: 1, changes: [], conflicts: [], unmapped: [] };

beforeAll(() => {
  run(['build', 'deck.yaml', '--to', 'pptx', '--out', '.'], folder);
});

/** One part of the deck, by what its path ends with, with other XML. */
type Edit = readonly [part: string, from: string | RegExp, to: string];

function edited(...edits: readonly Edit[]): string {
  const bytes = readFileSync(join(folder, 'deck.pptx'));
  const parts = partsOf(bytes);
  for (const [part, from, to] of edits) {
    const before = parts.get(part) ?? '';
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to edit in ${part}`);
    parts.set(part, after);
  }
  writeFileSync(join(folder, 'edited.pptx'), withParts(bytes, parts));
  return 'edited.pptx';
}

function pull(deck: string, file = 'deck.yaml', ...more: readonly string[]) {
  const { code, out, err } = run(['pull', deck, file, '--json', ...more], folder);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

const second = 'ppt/slides/slide2.xml';

describe('briefdeck pull', () => {
  it('finds nothing in a deck that nobody touched', () => {
    expect(pull('deck.pptx')).toEqual(nothing);
    expect(run(['pull', 'deck.pptx'], folder).out).toContain('nothing was edited');
  });

  it('takes runs that a spell check split, other ids and other names for no edit', () => {
    const deck = edited(
      [
        second,
        /<a:r>(<a:rPr[^>]*(?:\/>|>.*?<\/a:rPr>))<a:t>Second point/u,
        '<a:r>$1<a:t>Sec</a:t></a:r><a:r>$1<a:t>ond point',
      ],
      [second, /<p:cNvPr id="3" name="[^"]*"/u, '<p:cNvPr id="77" name="Inhaltsplatzhalter 6"'],
    );
    expect(pull(deck)).toEqual(nothing);
  });

  it('keeps emphasis, links and code around words that stay', () => {
    const deck = edited(
      [second, '<a:t>rejects</a:t>', '<a:t>refuses</a:t>'],
      [second, '<a:t>bomb outright</a:t>', '<a:t>bomb</a:t>'],
      [second, '<a:t> here</a:t>', '<a:t> *there*</a:t>'],
    );
    expect(pull(deck).changes).toEqual([
      {
        pointer: '/slides/0/points/0',
        was: 'Moscow *rejects* the [bomb outright](https://example.org/a) and force',
        now: 'Moscow *refuses* the [bomb](https://example.org/a) and force',
      },
      {
        pointer: '/slides/0/points/3',
        was: 'Fourth point: talk `code` here',
        now: 'Fourth point: talk `code` \\*there\\*',
      },
    ]);
  });

  it('does not guess which of several new words an emphasis goes to', () => {
    const deck = edited(
      [second, '<a:t>Moscow </a:t>', '<a:t>The Kremlin </a:t>'],
      [second, '<a:t>rejects</a:t>', '<a:t>refuses</a:t>'],
    );
    const { changes, unmapped } = pull(deck);
    expect(changes).toEqual([]);
    expect(unmapped).toEqual([
      expect.objectContaining({
        pointer: '/slides/0/points/0',
        now: 'The Kremlin refuses the bomb outright and force',
        reason: expect.stringContaining('emphasis'),
      }),
    ]);
  });

  it('writes with --apply the changed words and no other byte, and finds nothing more then', () => {
    const deck = edited(
      [second, 'Third point about trade', 'Third point about much trade'],
      [second, '<a:t>Second point stands as it was</a:t>', '<a:t>Second point stands as it was today</a:t>'],
      ['ppt/notesSlides/notesSlide2.xml', 'Then say that.', 'Then say little.'],
      [second, 'First things are here', 'First things were here'],
    );
    writeFileSync(join(folder, 'applied.yaml'), outline);
    expect(pull(deck, 'applied.yaml', '--apply').changes).toHaveLength(4);
    expect(readFileSync(join(folder, 'applied.yaml'), 'utf8')).toBe(
      outline
        .replace('about trade', 'about much trade')
        .replace('as it was', 'as it was today')
        .replace('say that', 'say little')
        .replace('things are here', 'things were here'),
    );
    expect(pull(deck, 'applied.yaml')).toEqual(nothing);
  });

  it('shows a text that changed on both sides as a conflict and leaves it as it is', () => {
    const deck = edited([second, 'Second point stands', 'Second point falls']);
    const changed = outline.replace('Second point stands as it was', 'Second point stands as it had to');
    writeFileSync(join(folder, 'changed.yaml'), changed);
    const { changes, conflicts } = pull(deck, 'changed.yaml', '--apply');
    expect(changes).toEqual([]);
    expect(conflicts).toEqual([
      {
        pointer: '/slides/0/points/1',
        slide: 2,
        was: 'Second point stands as it was',
        now: 'Second point falls as it was',
        outline: 'Second point stands as it had to',
      },
    ]);
    expect(readFileSync(join(folder, 'changed.yaml'), 'utf8')).toBe(changed);
  });

  it('takes a text that grew in the outline for changed as well', () => {
    const deck = edited([second, 'Second point stands', 'Second point falls']);
    writeFileSync(join(folder, 'grown.yaml'), outline.replace('as it was', 'as it was, and more'));
    expect(pull(deck, 'grown.yaml')).toMatchObject({
      changes: [],
      conflicts: [{ pointer: '/slides/0/points/1', outline: 'Second point stands as it was, and more' }],
    });
  });

  it('keeps what changed in the outline alone', () => {
    writeFileSync(join(folder, 'ahead.yaml'), outline.replace('Second point stands', 'Second point is new'));
    expect(pull('deck.pptx', 'ahead.yaml')).toEqual(nothing);
  });

  it('lists slides and paragraphs that went, came or moved, and comments', () => {
    const relationships = 'ppt/slides/_rels/slide3.xml.rels';
    const deck = edited(
      [second, /<a:p>(?:(?!<\/a:p>).)*Third point about trade.*?<\/a:p>/u, ''],
      ['ppt/slides/slide3.xml', /(<a:p>(?:(?!<\/a:p>).)*Alpha point.*?<\/a:p>)(<a:p>.*?<\/a:p>)/u, '$2$1'],
      [
        'ppt/presentation.xml',
        /(<p:sldId [^>]*>)(<p:sldId [^>]*>)(<p:sldId [^>]*>)(<p:sldId [^>]*>)/u,
        '$1$2$4$3',
      ],
      [relationships, '</Relationships>', `${commentLink}</Relationships>`],
      ['docProps/app.xml', /$/u, ' '],
    );
    const bytes = readFileSync(join(folder, deck));
    writeFileSync(join(folder, deck), withParts(bytes, new Map([['ppt/comments/comment1.xml', comment]])));
    const { changes, conflicts, unmapped } = pull(deck);
    expect({ changes, conflicts }).toEqual({ changes: [], conflicts: [] });
    // Of two that changed places, either has moved.
    expect(unmapped).toEqual([
      expect.objectContaining({ kind: 'deleted', slide: 2, pointer: '/slides/0/points/2', now: null }),
      expect.objectContaining({ kind: 'slide moved', slide: 3, pointer: '/slides/1', now: 'slide 4' }),
      expect.objectContaining({ kind: 'moved', slide: 3, pointer: '/slides/1/points/1' }),
      expect.objectContaining({ kind: 'comment', slide: 3, pointer: '/slides/1', now: 'Is this so?' }),
    ]);
  });

  it('lists a slide that is gone', () => {
    const deck = edited(['ppt/presentation.xml', /(<p:sldId [^>]*>)(?=<\/p:sldIdLst>)/u, '']);
    expect(pull(deck).unmapped).toEqual([
      expect.objectContaining({
        kind: 'slide deleted',
        slide: 4,
        pointer: '/slides/2',
        was: 'Third slide comes last',
      }),
    ]);
  });

  it('finds the manifest under any path', () => {
    const bytes = readFileSync(join(folder, 'deck.pptx'));
    const manifest = partsOf(bytes).get('customXml/item1.xml') ?? '';
    const moved = new Map([
      ['customXml/item4.xml', manifest],
      ['customXml/item1.xml', '<b:Sources xmlns:b="urn:other"/>'],
    ]);
    writeFileSync(join(folder, 'moved.pptx'), withParts(bytes, moved));
    expect(pull('moved.pptx')).toEqual(nothing);
  });
});

describe('briefdeck pull says what it cannot take', () => {
  const cases = [
    ['no PPTX', ['text.pptx', 'deck.yaml'], 4, 'no zip file'],
    ['the outline of another brief', ['deck.pptx', 'other.yaml'], 2, 'was not built from other.yaml'],
    [
      'a deck whose outline it cannot find',
      ['edited.pptx'],
      2,
      'Name it: briefdeck pull edited.pptx FILE.yaml',
    ],
    ['nothing', [], 2, 'pull needs a PPTX'],
  ] as const;
  for (const [what, words, code, message] of cases)
    it(what, () => {
      edited([second, 'Second point', 'Second item']);
      const outcome = run(['pull', ...words], folder);
      expect(outcome.err).toContain(message);
      expect(outcome.code).toBe(code);
    });

  it('a PPTX without the manifest', () => {
    const bytes = readFileSync(join(folder, 'deck.pptx'));
    writeFileSync(
      join(folder, 'foreign.pptx'),
      withParts(bytes, new Map([['customXml/item1.xml', '<none/>']])),
    );
    const { code, err } = run(['pull', 'foreign.pptx', 'deck.yaml'], folder);
    expect(err).toContain('manifest is not in it');
    expect(code).toBe(4);
  });

  it('exits with 1 for changes only where that is asked for', () => {
    const deck = edited([second, 'Second point', 'Second item']);
    expect(run(['pull', deck, 'deck.yaml'], folder).code).toBe(0);
    expect(run(['pull', deck, 'deck.yaml', '--exit-code'], folder).code).toBe(1);
  });
});

const commentLink =
  '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments/comment1.xml"/>';
const comment =
  '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Is this so?</p:text></p:cm></p:cmLst>';
