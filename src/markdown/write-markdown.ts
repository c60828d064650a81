import type { Deck, DeckMarking, Slide } from '../deck/deck.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceMap } from './markers.js';
import type { MarpMarkdown } from './marp-markdown.js';
import type { TemplateSet } from './templates.js';
import { safeView, writeText } from './view.js';

/** Writes the deck as Marp Markdown. Faults of templates are findings, one a template. */
export function writeMarkdown(
  deck: Deck,
  templates: TemplateSet,
): { readonly marp: MarpMarkdown; readonly diagnostics: readonly Diagnostic[] } {
  const { front, slides, sourceMap, diagnostics } = writeSlides(deck, templates);
  const markdown = joinSlides(
    front,
    slides.map((slide) => slide.markdown),
  );
  const notes = deck.slides.map((slide) => slide.notes?.text ?? null);
  return { marp: { markdown, notes, sourceMap }, diagnostics };
}

/** The Marp Markdown of a deck in its parts. */
export interface WrittenSlides {
  /** The front matter, with its fences. */
  readonly front: string;
  /** The CSS of the deck beyond its theme, which the front matter holds. */
  readonly style: string;
  readonly slides: readonly WrittenSlide[];
  readonly sourceMap: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The Markdown of one slide: what its template gave, and the whole with directives, rules and notes. */
export interface WrittenSlide {
  readonly body: string;
  readonly markdown: string;
}

/** Writes the Markdown of every slide by itself. */
export function writeSlides(deck: Deck, templates: TemplateSet): WrittenSlides {
  const map = new SourceMap();
  const faults = new Map<string, Diagnostic>();
  const slides = deck.slides.map((slide) => {
    const body = templates.render(slide.kind, safeView(slide.view, map));
    if (typeof body === 'string') return { body, markdown: writeSlide(slide, body, deck, map) };
    faults.set(`${body.file}:${body.line}:${body.message}`, body);
    return { body: '', markdown: '' };
  });
  const front = frontMatter(deck, map);
  return { front, style: style(deck), slides, sourceMap: map.pointers, diagnostics: [...faults.values()] };
}

/** Slides as one Marp Markdown. */
export function joinSlides(front: string, slides: readonly string[]): string {
  return `${front}\n\n${slides.join('\n\n---\n\n')}\n`;
}

function frontMatter(deck: Deck, map: SourceMap): string {
  const fields: readonly (readonly [string, string | boolean])[] = [
    ['marp', true],
    ['theme', deck.theme],
    ['lang', deck.language],
    ['title', deck.properties.title],
    ['author', deck.properties.authors.join(', ')],
    ['description', deck.properties.subject ?? ''],
    ['paginate', true],
    ['header', header(deck.marking, map)],
    ['footer', footer(deck, deck.marking, map)],
    ['style', style(deck)],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---`;
}

function header(marking: DeckMarking | null, map: SourceMap): string {
  if (!marking) return '';
  const label = `**${writeText(marking.label, map)}**`;
  return `<div class="marking">${marking.extra ? `${label} ${writeText(marking.extra, map)}` : label}</div>`;
}

function footer(deck: Deck, marking: DeckMarking | null, map: SourceMap): string {
  const part = (name: string) => (name === 'date' ? '<span class="date">' : '<span>');
  const foot = deck.footer.map(({ name, text }) => `${part(name)}${writeText(text, map)}</span>`).join(' ');
  return marking ? `${foot} ${header(marking, map)}` : foot;
}

/** Colours of the marking, and the palette where it is not the theme's own. */
function style(deck: Deck): string {
  const variables = [
    ...(deck.marking
      ? [`--marking-ground: ${deck.marking.ground}`, `--marking-ink: ${deck.marking.ink}`]
      : []),
    ...Object.entries(deck.paletteColours).map(([name, colour]) => `--${name}: ${colour}`),
  ];
  return variables.length > 0 ? `section { ${variables.join('; ')}; }` : '';
}

function writeSlide(slide: Slide, body: string, deck: Deck, map: SourceMap): string {
  const parts = [`<!-- _class: ${slide.classes.join(' ')} -->`];
  const { marking } = slide;
  if (marking) {
    parts.push(directive('_header', header(marking, map)));
    parts.push(directive('_footer', footer(deck, marking, map)));
  }
  const rows = marking ? [...slide.rules, markingColours(marking)] : slide.rules;
  if (rows.length > 0) {
    const rules = rows.map(({ selector, body: declarations }) => `${selector} { ${declarations} }`);
    parts.push(`<style scoped>\n${rules.join('\n')}\n</style>`);
  }
  parts.push(body.trim().replace(/\n{3,}/gu, '\n\n'));
  if (slide.notes) parts.push(`<!--\n${writeNotes(slide.notes.text)}\n-->`);
  return parts.join('\n\n');
}

/** A directive of one slide: no text in it may end the comment. */
function directive(name: string, value: string): string {
  return `<!-- ${name}: ${JSON.stringify(value).replace(/>/gu, '\\u003e')} -->`;
}

/** A slide's own marking keeps its colours beside the deck's. */
function markingColours({ ground, ink }: DeckMarking) {
  return { selector: '.marking', body: `--marking-ground: ${ground}; --marking-ink: ${ink}` };
}

/**
 * Notes become a comment of Marp, which ends at `-->` and is taken for directives where it reads as a YAML mapping.
 * PPTX notes never come from here, so softening both is safe.
 */
function writeNotes(text: string): string {
  const closed = text
    .replace(/--(?=-|>|$)/gmu, '-\u2010')
    .replace(/<!--/gu, '<!\u2010-')
    .trim();
  return /^\s*[\w-]+\s*:/mu.test(closed)
    ? `Notes:\n\n${closed.replace(/^(\s*[\w-]+)\s*:/gmu, '$1 \u2236')}`
    : closed;
}
