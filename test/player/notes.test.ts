import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from '../cli/command.js';

const note = 'Zanzibar is in the notes alone.';
const outline = (marking: string, slide = '') => `title: Harbour talks
language: en
marking: ${marking}
slides: [{headline: It ends this week, points: [Both meet.], ${slide}notes: ${note}}]
`;
const marp = `# One\n\n<!-- ${note} -->\n\n<!-- _class: lead -->\n`;

/** The outputs in which the note stands, by their ending, and what was said. */
function outputsOf(
  name: string,
  source: string,
  formats: string,
  ...words: readonly string[]
): { readonly spoken: readonly string[]; readonly err: string } {
  const cwd = makeFolder({ [name]: source });
  const { code, err } = run(['build', name, '--to', formats, ...words], cwd);
  expect(code, err).toBe(0);
  const spoken = readdirSync(join(cwd, 'output')).filter((file) =>
    textOf(join(cwd, 'output', file)).includes('Zanzibar'),
  );
  return { spoken: spoken.map((file) => file.replace(/^.*\./u, '')).sort(), err };
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  return path.endsWith('.pptx')
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : bytes.toString('latin1');
}

describe('speaker notes', () => {
  it('are in the outputs that can hold them', () => {
    expect(outputsOf('a.yaml', outline('TLP:AMBER'), 'html,md,pptx,pdf')).toEqual({
      spoken: ['html', 'md', 'pptx'],
      err: expect.not.stringContaining('NOTES-1'),
    });
    expect(outputsOf('a.md', marp, 'html,md').spoken).toEqual(['html', 'md']);
  });

  it('are nowhere with --no-notes', () => {
    expect(outputsOf('a.yaml', outline('TLP:CLEAR'), 'html,md,pptx,pdf', '--no-notes').spoken).toEqual([]);
    expect(outputsOf('a.md', marp, 'html,md', '--no-notes').spoken).toEqual([]);
  });

  it.each(['TLP:RED', 'TLP:AMBER+STRICT', 'SECRET', 'TOP SECRET//NOFORN'])(
    'are left out under %s, which is said',
    (marking) => {
      const { spoken, err } = outputsOf('a.yaml', outline(marking), 'html,md');
      expect(spoken).toEqual([]);
      expect(err).toContain('The notes of a slide are left out');
      expect(err).toContain(marking);
    },
  );

  it('are left out where the slide is marked so, and put in again by --notes', () => {
    const strict = outline('House paper', 'marking: TLP:RED, ');
    expect(outputsOf('a.yaml', strict, 'html,md').spoken).toEqual([]);
    expect(outputsOf('a.yaml', strict, 'html,md', '--notes').spoken).toEqual(['html', 'md']);
  });

  it('are not both wanted and unwanted', () => {
    const { code, err } = run(
      ['build', 'a.yaml', '--notes', '--no-notes'],
      makeFolder({ 'a.yaml': outline('TLP:RED') }),
    );
    expect(code).toBe(2);
    expect(err).toContain('--notes and --no-notes say the opposite.');
  });
});
