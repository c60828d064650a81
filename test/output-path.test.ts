import { expect, it } from 'vitest';
import { outputPath } from '../src/output-path.js';
import { pictureEnding } from '../src/picture-files.js';

it.each([
  ['data/brief.yaml', 'output', 'output/brief.pdf'],
  ['brief.yml', '.', './brief.pdf'],
  ['/home/me/brief.yaml', '/', '/brief.pdf'],
  ['deck.md', 'a/b/', 'a/b/deck.pdf'],
  ['C:\\briefs\\north korea.yaml', 'output', 'output/north korea.pdf'],
  ['C:\\briefs\\Brief.YAML', 'C:\\decks\\', 'C:/decks/Brief.pdf'],
  ['C:/briefs/mixed\\brief.yaml', 'C:\\', 'C:/brief.pdf'],
  ['..\\brief.yaml', '..\\out\\today', '../out/today/brief.pdf'],
  ['\\\\server\\share\\brief.yaml', '\\\\server\\share', '//server/share/brief.pdf'],
  ['brief.2026.yaml', 'output', 'output/brief.2026.pdf'],
  ['brief.yaml.yaml', 'output', 'output/brief.yaml.pdf'],
  ['brief', 'output', 'output/brief.pdf'],
])('%s into %s is %s', (input, out, path) => {
  expect(outputPath(input, '.pdf', out)).toBe(path);
});

it.each([
  [1, 1, '-01.png'],
  [9, 99, '-09.png'],
  [9, 100, '-009.png'],
  [1000, 1000, '-1000.png'],
])('the picture of slide %i of %i ends with %s', (slide, slides, ending) => {
  expect(pictureEnding(slide, slides)).toBe(ending);
});
