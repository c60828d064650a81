import { isTextFamily, type TextFamily } from '../fonts/catalogue.js';
import { type ColourToken, colourTokens } from './colour-tokens.js';
import type { SlideLayout } from './deck.js';

/** The places of a layout that hold text. */
export const placeholders = ['title', 'subtitle', 'body', 'footer', 'slideNumber'] as const;

/** The name of such a place. */
export type Placeholder = (typeof placeholders)[number];

/** A placeholder of a layout: its box in px on the page, and how its text is set. */
export interface ThemeBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly pt: number;
  readonly face: 'heading' | 'body';
  readonly weight: 400 | 700;
  readonly colour: ColourToken;
}

/** One layout that slides sit on. */
export interface ThemeLayout {
  readonly ground: ColourToken;
  readonly boxes: Readonly<Partial<Record<Placeholder, ThemeBox>>>;
}

/** What a theme says beside its CSS: the facts that fitting and PPTX need before anything is drawn. Lengths in px. */
export interface Theme {
  readonly name: string;
  readonly label: string;
  readonly fonts: { readonly heading: TextFamily; readonly body: TextFamily };
  /** Sizes of statements in pt, largest first. */
  readonly textSteps: readonly number[];
  readonly page: { readonly width: number; readonly height: number };
  /** `#RRGGBB` each, as in the theme's CSS. */
  readonly colours: Readonly<Record<ColourToken, string>>;
  /** Further palettes: the colours that they change. */
  readonly palettes: Readonly<Record<string, Readonly<Partial<Record<ColourToken, string>>>>>;
  readonly layouts: Readonly<Record<SlideLayout, ThemeLayout>>;
}

/** A theme's tokens as read, or what is wrong with them, one sentence each. */
export type ReadTheme =
  | { readonly theme: Theme; readonly faults: readonly [] }
  | { readonly theme: null; readonly faults: readonly string[] };

/** Reads a theme's token file. Fields that are not known are left alone: a theme may hold more than is read here. */
export function readTheme(text: string): ReadTheme {
  const faults: string[] = [];
  const file = new Token(parse(text, faults), '', faults);
  const theme: Theme = {
    name: file.at('name').text(),
    label: file.at('label').text(),
    fonts: { heading: file.at('fonts').at('heading').family(), body: file.at('fonts').at('body').family() },
    textSteps: file
      .at('textSteps')
      .list()
      .map((each) => each.size()),
    page: { width: file.at('page').at('width').size(), height: file.at('page').at('height').size() },
    colours: table(colourTokens, (token) => file.at('colours').at(token).colour()),
    palettes: file.at('palettes').map((palette) => palette.map((colour) => colour.colour())),
    layouts: table(['title', 'section', 'content', 'blank'], (name) =>
      readLayout(file.at('layouts').at(name)),
    ),
  };
  const [first, ...rest] = faults;
  return first === undefined ? { theme, faults: [] } : { theme: null, faults: [first, ...rest] };
}

function readLayout(layout: Token): ThemeLayout {
  const boxes = placeholders.filter((name) => layout.at('boxes').has(name));
  return {
    ground: layout.at('ground').oneOf(colourTokens),
    boxes: table(boxes, (name) => readBox(layout.at('boxes').at(name))),
  };
}

function readBox(box: Token): ThemeBox {
  return {
    x: box.at('x').size(),
    y: box.at('y').size(),
    w: box.at('w').size(),
    h: box.at('h').size(),
    pt: box.at('pt').size(),
    face: box.at('face').oneOf(['heading', 'body']),
    weight: box.at('weight').size() === 700 ? 700 : 400,
    colour: box.at('colour').oneOf(colourTokens),
  };
}

function table<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  const rows = {} as Record<K, V>;
  for (const key of keys) rows[key] = value(key);
  return rows;
}

function parse(text: string, faults: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    faults.push(`The theme's tokens are not JSON: ${error instanceof Error ? error.message : ''}`);
    return {};
  }
}

/** A value of the file and its path; every question that it cannot answer is a fault. */
class Token {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly faults: string[],
  ) {}

  at(name: string): Token {
    return new Token(this.#fields().get(name), this.path ? `${this.path}.${name}` : name, this.faults);
  }

  has(name: string): boolean {
    return this.#fields().has(name);
  }

  map<V>(change: (token: Token) => V): Record<string, V> {
    return table([...this.#fields().keys()], (name) => change(this.at(name)));
  }

  list(): readonly Token[] {
    if (!Array.isArray(this.value)) this.#fault('a list');
    const items: readonly unknown[] = Array.isArray(this.value) ? this.value : [];
    return items.map((item, index) => new Token(item, `${this.path}.${index}`, this.faults));
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.#fault('a text', '');
  }

  size(): number {
    return typeof this.value === 'number' && this.value >= 0 ? this.value : this.#fault('a number', 0);
  }

  colour(): string {
    const text = String(this.value);
    return /^#[0-9a-f]{6}$/iu.test(text) ? text : this.#fault('a colour such as #0B5A66', '#000000');
  }

  family(): TextFamily {
    const text = String(this.value);
    return isTextFamily(text) ? text : this.#fault('a family such as Carlito', 'Carlito' as const);
  }

  oneOf<T extends string>(values: readonly [T, ...T[]]): T {
    const found = values.find((each) => each === this.value);
    return found ?? this.#fault(`one of ${values.join(', ')}`, values[0]);
  }

  #fields(): ReadonlyMap<string, unknown> {
    const { value } = this;
    return new Map(
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
    );
  }

  #fault(accepted: string): void;
  #fault<V>(accepted: string, instead: V): V;
  #fault(accepted: string, instead?: unknown): unknown {
    this.faults.push(`\`${this.path}\` of the theme's tokens must be ${accepted}.`);
    return instead;
  }
}
