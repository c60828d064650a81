import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, root, run } from '../cli/command.js';
import { check, conditions } from './matterhorn.js';
import { load, xmp } from './reading.js';

const kinds = ['image', 'table', 'timeline', 'evidence'];
const arabic = `title: حصة روسيا
language: ar
slides:
  - {headline: خطة من ثلاث مراحل, points: ["[رابط](https://example.org/) ونص", فريق السياسات], notes: ملاحظات}
`;
const unclaimed = {
  'no-alt.yaml':
    'title: A\nlanguage: en\nslides: [{kind: markdown, markdown: "# H\\n\\n![](dot.png)\\n\\n### Skipped"}]\n',
  'marp.md': '# A\n\n### Skipped\n\n![bg](dot.png)\n',
};
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);

let cwd = '';
const results = new Map<string, ReadonlyMap<string, readonly string[]>>();

beforeAll(async () => {
  cwd = makeFolder({ 'arabic.yaml': arabic, 'dot.png': dot, ...unclaimed });
  copyFileSync(join(root, 'data/russia-north-korea.yaml'), join(cwd, 'russia-north-korea.yaml'));
  const samples = kinds.map((kind) => join(root, `test/golden/kinds/${kind}.yaml`));
  const inputs = ['russia-north-korea.yaml', 'arabic.yaml', ...Object.keys(unclaimed), ...samples];
  run(
    ['build', ...inputs, '--to', 'pdf', '--pdf', 'slides,notes,handout,summary', '--concurrency', '2'],
    cwd,
  );
  for (const name of readdirSync(join(cwd, 'output')).filter((each) => each.endsWith('.pdf'))) {
    results.set(name, check(await load(readFileSync(join(cwd, 'output', name)))));
  }
}, 180_000);

/** Names of the PDFs of which a claim is expected, or of which none is. */
const named = (claimed: boolean) =>
  [...results.keys()].filter((name) => /^(?:no-alt|marp)/u.test(name) !== claimed);

/** The table of docs/accessibility.md. */
function table(): string {
  const rows = conditions.map(({ id, fails, reads }) => {
    const found = named(true).flatMap((name) => results.get(name)?.get(id) ?? []);
    return `| ${id} | ${fails} | ${reads} | ${found.length === 0 ? 'not met' : `met: ${found.join(', ')}`} |`;
  });
  return ['| condition | fails when | read from | result |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

describe('the machine conditions of the Matterhorn Protocol', () => {
  it('are met in no form of any brief, and a table says so', () => {
    console.log(table());
    expect(named(true).length).toBe(4 * (2 + kinds.length));
    for (const name of named(true)) {
      const failing = [...(results.get(name) ?? [])].filter(([, found]) => found.length > 0);
      expect(failing, name).toEqual([]);
    }
  });

  it('stand with these results in the documentation', () => {
    expect(readFileSync(join(root, 'docs/accessibility.md'), 'utf8')).toContain(table());
  });

  it('keep the claim away from decks of which they cannot be decided', async () => {
    expect(named(false).length).toBeGreaterThan(4);
    for (const name of named(false)) {
      const pdf = await load(readFileSync(join(cwd, 'output', name)));
      expect(xmp(pdf), name).not.toContain('pdfuaid:part');
      expect(results.get(name)?.get('06-002'), name).not.toEqual([]);
    }
    const found = results.get('marp.pdf');
    expect(found?.get('14-003')).toEqual(['H3 after H1']);
  });
});

describe('what decides them', () => {
  it('sees what a browser alone leaves undone', async () => {
    const { browserIn, document, removeTemporaryFolders, size, temporaryFolder } = await import(
      '../browser/probes.js'
    );
    const browser = browserIn(await temporaryFolder());
    const html = document([
      '<h2>Second</h2><ul style="border: 1px solid"><li>One</li></ul><strong>s</strong><a href="https://example.org/">l</a>',
    ]);
    const raw = await browser.withDeck({ html, size }, (deck) => deck.print());
    await browser.close();
    await removeTemporaryFolders();
    const met = [...check(await load(raw))].filter(([, found]) => found.length > 0).map(([id]) => id);
    expect(met).toEqual([
      '01-005',
      '02-001',
      '06-001',
      '06-002',
      '06-003',
      '09-005',
      '14-002',
      '28-004',
      '28-012',
    ]);
  });
});
