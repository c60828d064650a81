import type { Author } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { wordsAt } from '../pieces.js';
import { joined } from '../statement-lines.js';

/** Room for title and subtitle above the authors, in px: from y 176 to 550. */
const box = 374;
/** Three authors stand side by side; beyond them, names alone. */
const across = 3;

/** Edition, cutoff, readers and date in the margin; title, subtitle and authors beside it. */
export const title: ComposeKind<'title'> = (slide, context) => {
  const { brief, fit } = context;
  const headline = slide.headline ?? brief.title;
  const subtitle = slide.subtitle ?? brief.subtitle;
  const tall = (pt: number) =>
    fit.height(headline, pt, 956, 'serif-bold') + (subtitle ? 20 + fit.height(subtitle, 21, 858) : 0);
  const columns = Math.min(across, brief.authors.length);
  const logo = brief.logo && { alt: brief.logo.alt ?? label(''), file: brief.logo.file };
  return {
    headline,
    step:
      fit.lines(headline, 48, 956, 'serif-bold') <= 3
        ? fit.step(context.steps, box, tall)
        : (context.steps.at(-1) ?? 42),
    rules: columns > 1 ? [{ selector: '.authors', body: `--across: ${columns}` }] : [],
    images: logo ? [{ path: logo.file, at: '/logo/file' }] : [],
    view: {
      kindLabel: slide.label ?? label(context.labels.kindOfBrief[brief.type]),
      subtitle,
      event: brief.event,
      organisation: brief.authors.length > 0 ? brief.organisation : null,
      logo,
      facts: facts(context),
      authors: authors(context),
    },
  };
};

function facts({ brief, labels, date }: KindContext): readonly View[] {
  const rows: readonly (readonly [MappedText, MappedText | null])[] = [
    [brief.series?.name ?? label(''), brief.series?.number ?? null],
    [label(labels.edition), brief.edition?.text ?? null],
    [label(labels.informationTo), brief.cutoff ? wordsAt(date(brief.cutoff), '/cutoff') : null],
    [label(labels.for), joined(brief.audience, ', ')],
    [label(labels.date), brief.date_note ?? (brief.date ? wordsAt(date(brief.date), '/date') : null)],
  ];
  return rows.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

function authors({ brief }: KindContext): readonly View[] {
  if (brief.authors.length === 0) {
    return brief.organisation
      ? [{ name: brief.organisation, lines: brief.contact ? [{ text: brief.contact }] : [] }]
      : [];
  }
  const brieflyNamed = brief.authors.length > across;
  return brief.authors.map((author) => ({
    name: author.name,
    lines: brieflyNamed ? [] : authorLines(author),
  }));
}

function authorLines({ role, organisation, note }: Author): readonly View[] {
  return [joined([role, organisation], ', '), note].flatMap((text) => (text ? [{ text }] : []));
}
