import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDeck } from '../../src/deck/compose.js';
import { nodeEffects } from '../../src/effects/node.js';
import { loadTemplates } from '../../src/markdown/load-templates.js';
import { stripMarkers } from '../../src/markdown/markers.js';
import { type TemplateSet, templateSet } from '../../src/markdown/templates.js';
import { writeMarkdown } from '../../src/markdown/write-markdown.js';
import { renderMarp } from '../../src/marp/render.js';
import { wordsOf } from '../../src/outline/inline.js';
import { readOutline } from '../../src/outline/read-outline.js';
import { root } from '../cli/command.js';
import { naughty } from '../markdown/naughty.js';
import { lettersOf } from '../outputs/texts.js';
import { mutate } from './mutations.js';
import { randomFrom } from './random.js';

const kinds = join(root, 'test/golden/kinds');
const samples = readdirSync(kinds)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(kinds, name), 'utf8') }));
const theme = { name: 'briefing', palette: 'default', paletteColours: {} };

let templates: TemplateSet;
beforeAll(async () => {
  const effects = nodeEffects();
  templates = await templateSet(await loadTemplates([join(root, 'templates')], effects.files), effects);
});

/** Outline → Markdown, without a browser: what is wrong with it, or the Markdown of its slides. */
function way(text: string) {
  const { brief, diagnostics } = readOutline(new TextEncoder().encode(text), 'a.yaml');
  if (!brief) return { brief, findings: diagnostics, marp: null, slides: 0 };
  const deck = composeDeck(brief, theme);
  const { marp, diagnostics: faults } = writeMarkdown(deck, templates);
  return { brief, findings: faults, marp, slides: deck.slides.length };
}

/** A run in CI looks at as many as fit into this time; ROUNDS=10000 looks at all. */
const [rounds, ms] = process.env.ROUNDS ? [Number(process.env.ROUNDS), 3_600_000] : [10_000, 10_000];

describe('an outline that was changed at random', () => {
  it('either builds, or is told what is wrong with it: never an exception, never neither', () => {
    const random = randomFrom(2017);
    const start = performance.now();
    let [built, refused] = [0, 0];
    for (let round = 0; round < rounds && performance.now() - start < ms; round += 1) {
      const { text, name } = random.pick(samples);
      const mutated = mutate(text, random);
      const failed = () => `round ${round}, ${name}:\n${mutated}`;
      try {
        const { brief, findings } = way(mutated);
        if (brief) built += 1;
        else refused += 1;
        if (!brief) expect(findings, failed()).not.toEqual([]);
        else expect(findings, failed()).toEqual([]);
      } catch (error) {
        throw new Error(failed(), { cause: error });
      }
    }
    expect(built).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(10);
  }, 3_600_000);
});

/** Fields whose value is a text of the author’s own. */
const free = new Set(['headline', 'text', 'notes', 'because', 'summary', 'detail', 'footnote', 'caption']);

describe.each(samples)('in the kind of $name', ({ text }) => {
  it('text in is text out, whatever it is', () => {
    const outline: unknown = load(text);
    const put: string[] = [];
    const words = naughty.filter((each) => each.length < 400).map((each) => each.trim());
    const replaced = JSON.stringify(outline, function (this: unknown, key, value) {
      const listed = Array.isArray(this) && typeof value === 'string' && /\s.*\s/u.test(value);
      if (typeof value !== 'string' || !(free.has(key) || listed)) return value;
      const word = words[put.length % words.length] ?? '';
      put.push(key === 'notes' ? '' : word);
      return word;
    });
    expect(put.length).toBeGreaterThan(0);
    const before = way(text);
    const { marp, findings, slides } = way(replaced);
    expect(findings).toEqual([]);
    expect(slides).toBe(before.slides);
    if (!marp) throw new Error('no Markdown');
    const { html, slideCount } = renderMarp(marp, { css: '/* @theme briefing */', parts: [] });
    expect(slideCount).toBe(slides);
    const shown = lettersOf(decode(stripMarkers(html).replace(/<[^>]*>/gu, '')));
    const lost = put.filter(
      (word) => !shown.includes(lettersOf(wordsOf({ text: word, at: null, form: 'inline' }))),
    );
    expect(lost).toEqual([]);
  });
});

function decode(html: string): string {
  return html
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}
