import { type Inline, parseInline, wordsOf } from '../../outline/inline.js';
import { isFrame } from '../facts/argument.js';
import type { SlideFacts } from '../facts/brief-facts.js';
import { quoted } from '../facts/prose.js';
import { type RuleFinding, rule, works } from './rule.js';

const colours = '(?:red|green|yellow|amber|orange|blue|purple|grey|gray)';
const byColour = new RegExp(
  `\\b(?:(?:shown|marked|drawn|printed|highlighted|set|coloured|colored|shaded) in ${colours}|the ${colours} (?:ones?|lines?|bars?|box(?:es)?|cells?|rows?|columns?|items?|dots?|arrows?|areas?|numbers?|figures?))\\b`,
  'iu',
);

const vagueLinks = /^(?:here|click here|this|this link|link|more|read more|see here|website)$/iu;

/** What readers who see little, or nothing, need. Sizes and contrasts are measured on the drawn slide. */
export const accessibleRules = [
  rule({
    id: 'A11Y-1',
    severity: 'error',
    finds: 'a picture without a description',
    example: 'kind: image … file: harbour.jpg, without `alt`',
    hint: 'Add `alt`: what it shows; or `decorative: true` where it says nothing that the text does not.',
    source: works.wcag,
    languages: null,
    reads: 'slide',
    find: ({ slide }) =>
      slide.kind === 'image' && slide.alt === null && !slide.decorative
        ? [{ message: `The picture "${slide.file}" has no description.`, pointer: `${slide.pointer}/file` }]
        : [],
  }),
  rule({
    id: 'A11Y-4',
    severity: 'warning',
    finds: 'a slide without a title, or with that of another',
    example: 'two slides with the headline “Both sides meet”',
    hint: 'Give each slide a headline of its own: it is how screen readers and outlines name it.',
    source: works.wcag,
    languages: null,
    reads: 'brief',
    find: (_, { subjects }) => {
      const seen = new Set<string>();
      return subjects.slide.flatMap(({ slide }): readonly RuleFinding[] => {
        const untitled =
          slide.kind === 'markdown' &&
          slide.headline === null &&
          !/^#{1,6} \S|<h1/mu.test(slide.markdown.text);
        if (untitled) return [{ message: 'The slide has no title.', pointer: slide.pointer }];
        if (slide.headline === null || isFrame(slide)) return [];
        const title = wordsOf(slide.headline).toLowerCase();
        const isTwice = seen.has(title);
        seen.add(title);
        if (!isTwice) return [];
        const message = `Another slide has the headline ${quoted(wordsOf(slide.headline))} too.`;
        return [{ message, pointer: slide.headline.at ?? slide.pointer }];
      });
    },
  }),
  rule({
    id: 'A11Y-6',
    severity: 'warning',
    finds: 'a text that sends readers to a colour',
    example: 'Ports that closed are shown in red.',
    hint: 'Name a word, a letter or a shape too; some readers see no colour, and paper is grey.',
    source: works.wcag,
    languages: ['en'],
    reads: 'text',
    find: ({ words, pointer, field }) => {
      const found = field === 'alt' ? undefined : byColour.exec(words)?.[0];
      return found === undefined ? [] : [{ message: `"${found}" tells something by colour alone.`, pointer }];
    },
  }),
  rule({
    id: 'A11Y-7',
    severity: 'error',
    finds: 'a table in raw Markdown or HTML without heads',
    example: 'kind: markdown … markdown: "| | |\\n|-|-|\\n| a | b |"',
    hint: 'Write heads into its first row, or use the kind `table`.',
    source: works.wcag,
    languages: null,
    reads: 'slide',
    find: ({ slide }) => {
      if (slide.kind !== 'markdown') return [];
      const { text, at } = slide.markdown;
      const isBare = /^[ \t]*\|(?:[ \t]*\|)+[ \t]*\n[ \t]*\|[ \t:|-]+$/mu.test(text);
      const isHtml = /<table/iu.test(text) && !/<th\b/iu.test(text);
      return isBare || isHtml ? [{ message: 'The table has no heads.', pointer: at ?? slide.pointer }] : [];
    },
  }),
  rule({
    id: 'A11Y-8',
    severity: 'warning',
    finds: 'a link whose words are its address, or “here”',
    example: 'See [here](https://example.org).',
    hint: 'Let the words say where it leads: [the port office’s count](https://…).',
    source: works.wcag,
    languages: null,
    reads: 'slide',
    find: linksOf,
  }),
];

function linksOf({ texts }: SlideFacts): readonly RuleFinding[] {
  return texts.flatMap(({ text, pointer }) =>
    links(parseInline(text.text)).flatMap(({ href, words }) => {
      const isAddress = words === href && !href.startsWith('mailto:');
      if (!isAddress && !vagueLinks.test(words.trim())) return [];
      return [{ message: `The link ${quoted(words)} does not say where it leads.`, pointer }];
    }),
  );
}

function links(nodes: readonly Inline[]): readonly { readonly href: string; readonly words: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [{ href: node.href, words: plain(node.children) }];
    return 'children' in node ? links(node.children) : [];
  });
}

function plain(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('text' in node ? node.text : plain(node.children))).join('');
}
