import type MarkdownIt from 'markdown-it';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** What a slide of a Marp deck says of itself. */
export interface SlideFacts {
  /** Words of its first heading; null where it has none. */
  readonly heading: string | null;
  /** 1 to 6; null where it has no heading. */
  readonly level: number | null;
  readonly classes: readonly string[];
  /** Line of the Markdown on which the slide begins, 1-based. */
  readonly line: number;
  /** Whether it holds more than headings and paragraphs: lists, tables, code. */
  readonly hasBlocks: boolean;
}

/** What the front matter and global directives of a Marp deck say. */
export interface DeckDirectives {
  readonly title: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly keywords: string | null;
  readonly language: string | null;
  readonly theme: string | null;
}

/** Directives on a deck as a whole that marp-core itself does not know: it leaves them to the command that calls it. */
export const deckDirectives = Object.fromEntries(
  ['title', 'author', 'description', 'keywords'].map((name) => [
    name,
    (value: unknown): Readonly<Record<string, string>> => {
      const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value.trim() : '';
      return text ? { [name]: text } : {};
    },
  ]),
);

/** Collected while Marp reads the Markdown. */
export class FactsCollector {
  readonly slides: SlideFacts[] = [];
  directives: DeckDirectives = {
    title: null,
    author: null,
    description: null,
    keywords: null,
    language: null,
    theme: null,
  };

  /** The plugin that reads the tokens when all others have had them. */
  plugin(markdown: MarkdownIt): void {
    markdown.core.ruler.push('briefdeck_facts', (state) => {
      this.slides.length = 0;
      this.#read(state.tokens);
    });
  }

  #read(tokens: readonly Token[]): void {
    let slide: Token[] = [];
    let directives: Readonly<Record<string, unknown>> = {};
    for (const token of tokens) {
      if (token.type === 'marpit_slide_open') {
        directives = directivesOf(token);
        slide = [token];
        if (this.slides.length === 0) this.directives = readDirectives(directives);
      } else if (token.type === 'marpit_slide_close') this.slides.push(factsOf(slide, directives));
      else slide.push(token);
    }
  }
}

function directivesOf({ meta }: Token): Readonly<Record<string, unknown>> {
  const found: unknown = meta?.marpitDirectives;
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

function readDirectives(directives: Readonly<Record<string, unknown>>): DeckDirectives {
  const text = (name: string) => {
    const value = directives[name];
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  return {
    title: text('title'),
    author: text('author'),
    description: text('description'),
    keywords: text('keywords'),
    language: text('lang'),
    theme: text('theme'),
  };
}

const blockTypes =
  /^(?:bullet_list_open|ordered_list_open|table_open|fence|code_block|blockquote_open|html_block)$/u;

function factsOf(tokens: readonly Token[], directives: Readonly<Record<string, unknown>>): SlideFacts {
  const at = tokens.findIndex(({ type }) => type === 'heading_open');
  const open = tokens[at];
  const words = open ? wordsIn(tokens[at + 1]) : '';
  const classes = directives.class;
  const lines = tokens.flatMap(({ map }) => (map ? [map[0] + 1] : []));
  return {
    heading: words || null,
    level: open && words ? Number(open.tag.slice(1)) : null,
    classes: (Array.isArray(classes) ? classes.join(' ') : String(classes ?? ''))
      .split(/\s+/u)
      .filter(Boolean),
    line: lines[0] ?? 1,
    hasBlocks: tokens.some(({ type }) => blockTypes.test(type)),
  };
}

function wordsIn(token: Token | undefined): string {
  const parts = token?.children?.map((child) => {
    if (child.type === 'text' || child.type === 'code_inline' || child.type === 'emoji') return child.content;
    return /^(?:softbreak|hardbreak)$/u.test(child.type) ? ' ' : child.type === 'image' ? child.content : '';
  });
  return (parts ?? []).join('').replace(/\s+/gu, ' ').trim();
}
