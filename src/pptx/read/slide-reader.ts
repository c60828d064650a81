import type { SlideContent, SlideLink } from '../../scene/content.js';
import type { Rect } from '../../scene/scene.js';
import { pxOf } from '../units.js';
import { attribute, xmlText } from './xml-text.js';

/** What ids of relationships stand for. */
export interface Resolver {
  /** Where a link leads; null where it leads nowhere. */
  readonly address: (id: string) => string | null;
  readonly holdsPicture: (id: string) => boolean;
}

/** The tags that tell what a slide holds; all others are passed over unread. */
const tags =
  /<(\/?)(a:p|a:t|a:tbl|a:r|a:fld|a:br|a:hlinkClick|a:blip|a:off|a:ext|p:pic|p:cNvPr)(?=[\s/>])([^>]*)>([^<]*)/gu;

/** Gathers what a slide's XML holds, tag by tag. */
export class SlideReader {
  readonly #texts: string[] = [];
  readonly #tables: string[] = [];
  readonly #pictures: (Rect | null)[] = [];
  readonly #links: SlideLink[] = [];
  readonly #alternativeTexts: string[] = [];
  #paragraph: string | null = null;
  #table: string[] | null = null;
  #corner: readonly [number, number] = [0, 0];
  #picture: { held: boolean; rect: Rect | null; address: string | null } | null = null;
  #run = '';
  #address: string | null = null;
  #inRun = false;
  /** Whether the run before was a link, so that one to the same address goes on with it. */
  #goesOn = false;

  constructor(readonly resolver: Resolver) {}

  read(xml: string): void {
    for (const [, end, name = '', values = '', text = ''] of xml.matchAll(tags)) {
      if (end) this.#closers[name]?.();
      else this.#openers[name]?.(values, text);
      if (!end && values.endsWith('/')) this.#closers[name]?.();
    }
  }

  content(): Omit<SlideContent, 'notes'> {
    return {
      texts: this.#texts,
      decoration: [],
      tables: this.#tables,
      pictures: this.#pictures,
      links: this.#links,
      alternativeTexts: this.#alternativeTexts,
    };
  }

  readonly #openers: Readonly<Record<string, (values: string, text: string) => void>> = {
    'a:p': () => {
      this.#paragraph = '';
      this.#goesOn = false;
    },
    'a:r': () => this.#openRun(),
    'a:fld': () => this.#openRun(),
    'a:t': (_, text) => {
      this.#run += xmlText(text);
    },
    'a:br': () => {
      if (this.#paragraph !== null) this.#paragraph += '\n';
    },
    'a:tbl': () => {
      this.#table = [];
    },
    'a:hlinkClick': (values) => {
      const address = this.resolver.address(attribute(values, 'r:id'));
      if (this.#picture) this.#picture.address = address;
      else if (this.#inRun) this.#address = address;
      // A shape that leads somewhere as a whole.
      else if (address !== null) this.#links.push({ address, text: '' });
    },
    'p:pic': () => {
      this.#picture = { held: false, rect: null, address: null };
    },
    'p:cNvPr': (values) => {
      const description = attribute(values, 'descr');
      if (description) this.#alternativeTexts.push(description);
    },
    'a:blip': (values) => {
      const held = this.resolver.holdsPicture(attribute(values, 'r:embed'));
      if (this.#picture) this.#picture.held = held;
      // The filling of a shape or of the slide's ground.
      else if (held) this.#pictures.push(null);
    },
    'a:off': (values) => {
      this.#corner = [lengthOf(values, 'x'), lengthOf(values, 'y')];
    },
    'a:ext': (values) => {
      if (!this.#picture || this.#picture.rect || !values.includes('cx=')) return;
      const [x, y] = this.#corner;
      this.#picture.rect = { x, y, width: lengthOf(values, 'cx'), height: lengthOf(values, 'cy') };
    },
  };

  readonly #closers: Readonly<Record<string, () => void>> = {
    'a:p': () => {
      if (this.#paragraph) this.#texts.push(this.#paragraph);
      if (this.#paragraph) this.#table?.push(this.#paragraph);
      this.#paragraph = null;
    },
    'a:r': () => this.#closeRun(),
    'a:fld': () => this.#closeRun(),
    'a:tbl': () => {
      this.#tables.push(this.#table?.join('\n') ?? '');
      this.#table = null;
    },
    'p:pic': () => {
      if (this.#picture?.held) this.#pictures.push(this.#picture.rect);
      if (this.#picture?.address) this.#links.push({ address: this.#picture.address, text: '' });
      this.#picture = null;
    },
  };

  #openRun(): void {
    this.#inRun = true;
  }

  #closeRun(): void {
    this.#inRun = false;
    this.#paragraph = (this.#paragraph ?? '') + this.#run;
    const last = this.#links.at(-1);
    if (this.#address !== null && this.#goesOn && last?.address === this.#address)
      this.#links[this.#links.length - 1] = { ...last, text: last.text + this.#run };
    else if (this.#address !== null) this.#links.push({ address: this.#address, text: this.#run });
    this.#goesOn = this.#address !== null;
    this.#address = null;
    this.#run = '';
  }
}

function lengthOf(values: string, name: string): number {
  return pxOf(Number(attribute(values, name)));
}
