import type { BriefSlide, SlideCommon } from '../outline/brief.js';
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
  const words = kindLabel(slide.kind);
  return {
    headline,
    kindLabel: slide.label ?? (words ? label(words) : null),
    changeMark: changeMark(slide, frame),
    badge: badge(slide.basis, frame, false, slide.basis_note),
    foot: footRows(slide, frame).map(({ name, text }) => ({ label: name, text })),
  };
}

/** Kinds that have no margin for a mark, or that are new with each edition. */
const unmarked: ReadonlySet<string> = new Set(['title', 'section', 'whats-new']);

/** That the slide is new or changed since the previous edition, in a word and by a shape. */
function changeMark({ kind, pointer }: BriefSlide, { since, labels }: KindContext): View | null {
  const mark = since?.marks.get(pointer === '' ? `/${kind}` : pointer) ?? null;
  if (mark === null || unmarked.has(kind)) return null;
  return { class: label(mark), word: label(labels.changeMarks[mark]) };
}

/** One row at the foot. */
export interface FootRow {
  readonly name: MappedText;
  readonly text: MappedText;
}

/** The rows at the foot of a slide: its † note with the pages to see, and its sources. */
export function footRows(slide: SlideCommon, frame: KindContext): readonly FootRow[] {
  const { brief, labels, language } = frame;
  const see = slide.see.flatMap(({ slide: id, text }) => {
    const page = frame.page(id);
    if (page === null) return [];
    return [text ? `${text.text}, ${labels.page}\u00a0${page}` : `${labels.seePage}\u00a0${page}`];
  });
  const noteText = [slide.footnote?.text, see.join('; ')].filter(Boolean).join(' ');
  const note: MappedText | null = noteText
    ? { text: noteText, at: slide.footnote?.at ?? `${slide.pointer}/see`, form: 'inline' }
    : null;
  const source = sourceLine(slide.sources, slide.source_note, brief, labels, language, slide.pointer);
  const name = label(slide.sources.length > 1 ? labels.sources : labels.source);
  return [
    ...(note ? [{ name: label(slide.footnote ? labels.note : labels.readWith), text: note }] : []),
    ...(source ? [{ name, text: source }] : []),
  ];
}

/** Y in px that a slide's body may reach above these rows, which stand on y 670; with none, that of the page line. */
export function bodyBottom(rows: readonly FootRow[], { fit }: KindContext): number {
  const height = rows.reduce((sum, { text }) => sum + fit.height(text, 12, 956), 0);
  return Math.floor(670 - height - (rows.length > 0 ? 10 : 14));
}
