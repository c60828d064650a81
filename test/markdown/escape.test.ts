import { Marp } from '@marp-team/marp-core';
import { describe, expect, it } from 'vitest';
import { escapeInline, escapeText, oneLine } from '../../src/markdown/escape.js';
import { wordsOf } from '../../src/outline/inline.js';
import { naughty } from './naughty.js';

/** The places in which templates print a text. */
const contexts: Readonly<Record<string, (text: string) => string>> = {
  heading: (text) => `# ${text}`,
  paragraph: (text) => text,
  'list item': (text) => `- ${text}`,
  'numbered item': (text) => `1. ${text}`,
  'strong text': (text) => `**Label** ${text}`,
  'table cell': (text) => `| a | b |\n|---|---|\n| ${text} | second |`,
  'block in a div': (text) => `<div class="aside">\n\n${text}\n\n</div>`,
};

function render(markdown: string): { text: string; slides: number; notes: number } {
  const marp = new Marp({
    script: false,
    slug: false,
    math: false,
    inlineSVG: false,
    emoji: { shortcode: 'twemoji', unicode: false },
  });
  const { html, comments } = marp.render(`---\nmarp: true\n---\n\n${markdown}`, { htmlAsArray: true });
  return { text: textOf(html.join('')), slides: html.length, notes: comments.flat().length };
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}

describe.each(Object.entries(contexts))('a text in a %s', (_name, inContext) => {
  const around = textOf(render(inContext('\u00b6')).text);
  it.each(naughty)('comes out as it went in when plain: %s', (text) => {
    const result = render(inContext(escapeText(oneLine(text))));
    expect(result.text).toBe(around.replace('\u00b6', oneLine(text)));
    expect(result).toMatchObject({ slides: 1, notes: 0 });
  });
  it.each(naughty)('comes out as its words when inline Markdown: %s', (text) => {
    const result = render(inContext(escapeInline(text)));
    expect(result.text).toBe(
      around.replace('\u00b6', wordsOf({ text: oneLine(text), at: null, form: 'inline' })),
    );
    expect(result).toMatchObject({ slides: 1, notes: 0 });
  });
});

describe('inline Markdown', () => {
  it.each([
    ['*a* and **b**', '<em>a</em> and <strong>b</strong>'],
    ['_a_ and __b__', '<em>a</em> and <strong>b</strong>'],
    ['**b** *e*', '<strong>b</strong> <em>e</em>'],
    ['a `code | x` b', 'a <code>code | x</code> b'],
    ['see [the *note*](https://a.org/x_y_z)', 'see <a href="https://a.org/x_y_z">the <em>note</em></a>'],
    ['see https://a.org/b.', 'see <a href="https://a.org/b">https://a.org/b</a>.'],
    ['\\*not\\*', '*not*'],
  ])('obeys %s', (text, html) => {
    const marp = new Marp({ script: false, inlineSVG: false, emoji: { shortcode: false, unicode: false } });
    expect(marp.render(escapeInline(text)).html).toContain(`<p>${html}</p>`);
  });
});
