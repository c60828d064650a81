import type { Brief } from '../outline/brief.js';
import type { MappedText } from '../outline/mapped-text.js';
import type { FitContext } from './fit.js';
import type { View } from './deck.js';
import type { Labels } from './labels.js';

/** What every kind's view may ask for beyond its own slide. */
export interface KindContext {
  readonly brief: Brief;
  readonly labels: Labels;
  readonly fit: FitContext;
  /** 1-based page of the slide with this id; null where there is none. */
  page(slideId: string): number | null;
  /** The headline of the slide with this id, or null. */
  headlineOf(slideId: string): MappedText | null;
  /** A date of the outline in the deck's language, such as "27 November 2017". */
  date(date: string): string;
  /** The short reference of a source with its chain of relay: "Morgulov, Valdai Discussion Club, 27 November 2017, as told by Ivashentsov". */
  reference(sourceId: string): string;
}

/** One kind's part of a slide; the frame adds `headline`, `kindLabel` and `foot` to the view. */
export interface KindView {
  readonly view: View;
  /** Text step in pt, one of the kind's; becomes the class `step-<pt>`. Null where the kind has one size. */
  readonly step: number | null;
  /** Further classes of the slide, such as `with-likelihood`. */
  readonly classes?: readonly string[];
  /** Declarations that vary by item, for the slide's `<style scoped>`. */
  readonly rules?: readonly { readonly selector: string; readonly body: string }[];
  /** Rows that stand above the source row at the foot, such as "† Note". */
  readonly foot?: readonly { readonly label: MappedText; readonly text: MappedText }[];
}
