import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Deck, Slide } from './deck.js';

/** What the fit policy came to: slides whose text goes on, and slides that are too full where text must not shrink. */
export function fitFindings({ slides }: Deck): readonly Diagnostic[] {
  return slides.flatMap((slide) => [...goesOn(slide), ...tooFull(slide)]);
}

function goesOn({ part, number, pointer }: Slide): readonly Diagnostic[] {
  if (part.of === 1 || !part.first) return [];
  const message = `The text needs ${part.of} slides: it goes on from slide ${number} to slide ${number + part.of - 1}.`;
  const hint = pointer === null ? null : 'Shorten it, or say `fit: shrink` to keep it on one slide.';
  return [diagnostic('FIT-3', message, { pointer, hint })];
}

function tooFull({ unmet, number, pointer }: Slide): readonly Diagnostic[] {
  if (unmet === null) return [];
  const { height, room, pt } = unmet;
  const [tall, there] = [Math.ceil(height), Math.max(0, Math.floor(room))];
  const share = room > 0 ? ` (${Math.ceil((height / room - 1) * 100)} % too much)` : '';
  const message = `On slide ${number} the text is ${tall} px tall at ${pt} pt and has ${there} px${share}.`;
  const hint = 'Shorten it, or say `fit: shrink` or `fit: continue`.';
  return [diagnostic('FIT-2', message, { pointer, hint })];
}
