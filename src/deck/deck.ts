import type { MappedText } from '../outline/mapped-text.js';
import type { Need } from './continue/need.js';
import type { Part } from './continue/part.js';
import type { Paper } from './paper.js';

/** The PPTX layouts that a slide can sit on. */
export type SlideLayout = 'title' | 'section' | 'content' | 'blank';

/** A marking with its colours resolved; colours are `#RRGGBB`. */
export interface DeckMarking {
  readonly label: MappedText;
  readonly extra: MappedText | null;
  readonly ground: string;
  readonly ink: string;
}

/** What a template sees: mapped texts, numbers, booleans, nulls, lists and further objects. Plain strings are escaped like texts. */
export type ViewValue =
  | MappedText
  | string
  | number
  | boolean
  | null
  | readonly ViewValue[]
  | { readonly [key: string]: ViewValue };
/** The view of one slide: its fields by name. */
export type View = { readonly [key: string]: ViewValue };

/** One slide to draw, complete: nothing after this decides anything. */
export interface Slide {
  readonly kind: string;
  /** 1-based place in the deck; what "n / N" prints. */
  readonly number: number;
  readonly id: string | null;
  /** `/slides/3`; null for a slide that briefdeck added. */
  readonly pointer: string | null;
  readonly headline: MappedText;
  /** Where a slide's text goes on from one slide to the next: which part this is. */
  readonly part: Part;
  /** What a text that must not shrink lacks room for; null for one that fits, or that may. */
  readonly unmet: Need | null;
  readonly layout: SlideLayout;
  /** 1-based number of the section that the slide stands in; 0 before the first. */
  readonly section: number;
  /** Its own marking, where it has one; else it shows the deck's. */
  readonly marking: DeckMarking | null;
  /** Classes of the slide, the kind first, such as `['key-judgements', 'step-21']`. */
  readonly classes: readonly string[];
  /** Declarations that vary by item, for `<style scoped>`: selector and body, e.g. `ol > li:nth-child(2)`, `--from: 55; --to: 80`. */
  readonly rules: readonly { readonly selector: string; readonly body: string }[];
  /** Pictures that the slide shows: path from the outline, and its pointer. */
  readonly images: readonly { readonly path: string; readonly at: string | null }[];
  readonly view: View;
  /** Speaker notes; plain text, paragraphs divided by empty lines. */
  readonly notes: MappedText | null;
  /** Minutes to present it; null where nothing is said. */
  readonly minutes: number | null;
}

/** The slides to draw in order, with what the whole deck shares. */
export interface Deck {
  readonly title: MappedText;
  /** Facts for document properties. */
  readonly properties: {
    readonly title: string;
    readonly subject: string | null;
    readonly authors: readonly string[];
    readonly organisation: string | null;
    readonly keywords: readonly string[];
    /** Date of the edition as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null when the outline has none. */
    readonly date: string | null;
    readonly edition: string | null;
    /** The program that makes the outputs, `briefdeck 0.1.0`; absent where nothing is made yet. */
    readonly generator?: string;
  };
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What notes, handout and summary are printed on. */
  readonly paper: Paper;
  readonly theme: string;
  readonly palette: string;
  /** Colours that differ from the theme's own: token name without dashes, `#RRGGBB`. */
  readonly paletteColours: Readonly<Record<string, string>>;
  readonly marking: DeckMarking | null;
  /** Texts of the foot line: short title, edition, and the date to which the information goes. */
  readonly footer: readonly { readonly name: 'title' | 'edition' | 'date'; readonly text: MappedText }[];
  readonly sections: readonly {
    readonly number: number;
    readonly title: MappedText;
    readonly firstSlide: number;
    /** Minutes for it by the agenda; null where that says nothing. */
    readonly minutes: number | null;
  }[];
  /** Minutes to present the whole; null where nothing is said. */
  readonly minutes: number | null;
  readonly slides: readonly Slide[];
}
