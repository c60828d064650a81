import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';

/** The parts of the brief in order, with minutes and pages. */
export const agenda: ComposeKind<'agenda'> = (slide, context) => {
  const { labels, fit } = context;
  const items = agendaItems(slide, context).slice(context.part.from, context.part.to);
  const details = ({ minutes, page }: (typeof items)[number]): readonly MappedText[] => [
    ...(minutes ? [label(`${minutes} ${labels.minutes}`)] : []),
    ...(page ? [label(`${labels.page} ${page}`)] : []),
  ];
  return {
    step: fit.step(context.steps, 436, (pt) =>
      items.reduce((sum, { text }) => sum + fit.height(text, pt, 760) + 27, 0),
    ),
    headline: slide.headline ?? label(labels.agendaHeadline),
    view: {
      items: items.map((item) => ({ text: item.text, details: details(item).map((text) => ({ text })) })),
    },
  };
};

/** The parts as the outline lists them, else the section slides. */
export function agendaItems(slide: SlideOf<'agenda'>, { sections, page }: KindContext) {
  const written = slide.items.map(({ text, minutes, slide: id }) => ({
    text,
    minutes,
    page: id ? page(id) : null,
  }));
  return written.length > 0
    ? written
    : sections.map((section) => ({ text: section.title, minutes: null, page: section.page }));
}
