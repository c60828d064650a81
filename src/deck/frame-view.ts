import type { BriefSlide } from '../outline/brief.js';
import { isKindName, kindRow } from '../outline/kinds.js';
import { label, type MappedText } from '../outline/mapped-text.js';
import type { View } from './deck.js';
import type { KindContext } from './kind-view.js';
import { badge } from './pieces.js';
import { sourceLine } from './source-line.js';

/** Words for the margin: the kind's own, or the name of a template of the user's. */
export function kindLabel(kind: string): string {
  return isKindName(kind) ? kindRow(kind).label : kind.replace(/^own:/u, '');
}

/** What every template may print: headline, label in the margin, badge, and the rows at the foot. */
export function frameView(slide: BriefSlide, headline: MappedText, frame: KindContext): View {
  const { brief, labels, language } = frame;
  const words = kindLabel(slide.kind);
  const see = slide.see.flatMap(({ slide: id, text }) => {
    const page = frame.page(id);
    return page ? [`${text?.text ?? labels.seePage} ${page}`] : [];
  });
  const noteText = [slide.footnote?.text, ...see].filter(Boolean).join(' ');
  const note: MappedText | null = noteText
    ? { text: noteText, at: slide.footnote?.at ?? `${slide.pointer}/see`, form: 'inline' }
    : null;
  const source = sourceLine(slide.sources, slide.source_note, brief, labels, language, slide.pointer);
  return {
    headline,
    kindLabel: slide.label ?? (words ? label(words) : null),
    badge: badge(slide.basis, frame, false, slide.basis_note),
    foot: [
      ...(note ? [{ label: label(labels.note), text: note }] : []),
      ...(source
        ? [{ label: label(slide.sources.length > 1 ? labels.sources : labels.source), text: source }]
        : []),
    ],
  };
}
