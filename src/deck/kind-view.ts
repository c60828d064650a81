import type { Brief, KindName, SlideOf } from '../outline/brief.js';
import type { MappedText } from '../outline/mapped-text.js';
import type { Part } from './continue/part.js';
import type { View } from './deck.js';
import type { Labels } from './labels.js';
import type { SinceLast } from './since-last.js';

/** A face as the theme sets it. */
export type Face = 'sans' | 'sans-bold' | 'serif' | 'serif-bold';

/** How tall texts are, reckoned from the advance widths of the deck's fonts before anything is drawn. */
export interface Fitting {
  /** Height in px of a text set at `pt` in a box `width` px wide, at a line height of 1.2. */
  height(text: MappedText | string, pt: number, width: number, face?: Face): number;
  /** Number of lines of a text set at `pt` in a box `width` px wide. */
  lines(text: MappedText | string, pt: number, width: number, face?: Face): number;
  /** The largest of `steps` (pt, largest first) at which the content is no taller than `box` px; the last where none is. */
  step(steps: readonly number[], box: number, heightAt: (pt: number) => number): number;
}

/** What every kind's view may ask for beyond its own slide. */
export interface KindContext {
  readonly brief: Brief;
  readonly labels: Labels;
  readonly fit: Fitting;
  /** Text steps of the kind in pt. */
  readonly steps: readonly number[];
  /** Which of the slide's items stand on it. */
  readonly part: Part;
  /** The one text step that the parts of a slide share; null for a slide that is one. */
  readonly step: number | null;
  /** 1-based page of the slide with this id or pointer; null where there is none. */
  page(slideId: string): number | null;
  /** Headline and margin label of the slide with this id or pointer. */
  slideNamed(slideId: string): { readonly headline: MappedText; readonly label: MappedText } | null;
  /** What changed since the previous edition; null where the outline names none that can be read. */
  readonly since: SinceLast | null;
  /** Sections of the deck in order. */
  readonly sections: readonly {
    readonly title: MappedText;
    readonly number: number;
    readonly page: number;
  }[];
  /** A date of the outline in the deck's language, such as "27 November 2017". */
  date(date: string): string;
  /** Day and month alone. */
  day(date: string): string;
  /** The deck's language, BCP 47. */
  readonly language: string;
}

/** A declaration that varies by item. */
export interface ItemRule {
  readonly selector: string;
  readonly body: string;
}

/** One kind's part of a slide; the frame adds `headline`, `kindLabel`, `badge` and `foot` to the view. */
export interface KindView {
  readonly view: View;
  /** Text step in pt, one of the kind's; becomes the class `step-<pt>`. Null where the kind has one size. */
  readonly step: number | null;
  /** How full the box is, 1 for full, where the texts that were fitted do not tell. */
  readonly full?: number;
  readonly headline?: MappedText;
  /** Further classes of the slide, such as `with-likelihood`. */
  readonly classes?: readonly string[];
  readonly rules?: readonly ItemRule[];
  /** Pictures that the slide shows: path and pointer. */
  readonly images?: readonly { readonly path: string; readonly at: string | null }[];
}

/** Makes the view of a slide of one kind. */
export type ComposeKind<K extends KindName> = (slide: SlideOf<K>, context: KindContext) => KindView;
