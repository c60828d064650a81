import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.js';
import { previewerOf } from '../../src/previewer.js';
import { makeFolder, root, run } from '../cli/command.js';

const request = { theme: null, templates: null, date: null, audience: null };

/** Slides without what may differ: names of scopes, pictures inside or beside, and what the player adds. */
function bare(html: string): string {
  return html
    .replace(/data-marpit-scope-\w+/gu, 'scope')
    .replace(/src="[^"]*"/gu, 'src')
    .replace(/(<svg data-marpit-svg="")[^>]*(?= viewBox)/gu, '$1')
    .replace(/ role="group"[^>]*tabindex="-1"| id="[^"]*"/gu, '')
    .replace(/<th role="cell"/gu, '<th')
    .replace(/>\s+</gu, '><')
    .trim();
}

/** The slides of a document that was built. */
function builtSlides(input: string): readonly string[] {
  const out = makeFolder();
  run(['build', input, '--to', 'html', '--out', out, '--quiet'], root);
  const [name = ''] = readdirSync(out);
  const html = readFileSync(join(out, name), 'utf8');
  const inside = html.slice(html.indexOf('<div class="marpit">') + 20, html.indexOf('</main>'));
  return inside.split(/(?=<svg data-marpit-svg="")/u).filter((each) => each.trim().startsWith('<svg'));
}

describe('the slides of a preview', () => {
  it.each(['data/russia-north-korea.yaml', 'data/summer-time.yaml', 'test/golden/kinds/markdown.yaml'])(
    'are those of the document that is built: %s',
    async (input) => {
      const previewer = previewerOf(input, request, { ...nodeEffects(), cwd: root });
      const first = await previewer.preview(0);
      const again = await previewer.preview(0);
      const built = builtSlides(input).map((html) => bare(html.replace(/<\/div>\s*$/u, '')));
      expect(built.length).toBeGreaterThan(1);
      for (const { deck } of [first, again])
        expect(deck?.slides.map(({ html }) => bare(html))).toEqual(built);
    },
  );
});
