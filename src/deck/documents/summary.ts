import type { Brief, BriefSlide, KindName, SlideOf, Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import { citedSources } from '../cited.js';
import type { View } from '../deck.js';
import { kindLabel } from '../frame-view.js';
import type { KindContext } from '../kind-view.js';
import { derive, partyName, wordsAt } from '../pieces.js';
import { sourceLine } from '../source-line.js';
import { beneath, joined, likelihoodWords } from '../statement-lines.js';

/** What the template of the summary sees: the brief as running text for those who were not there. */
export function summaryView(context: KindContext): View {
  const { brief, labels } = context;
  const judgements = slidesOf(brief, 'key-judgements').flatMap(({ points }) => points);
  const bottom = slidesOf(brief, 'bluf').map((slide) => bottomLine(slide, context));
  const implications = slidesOf(brief, 'implications').flatMap(({ rows }) => rows);
  const outlook = slidesOf(brief, 'outlook').flatMap(({ points, horizons }) => [
    ...points.map((point) => ({ horizon: null, point })),
    ...horizons.flatMap(({ name, points: own }) => own.map((point) => ({ horizon: name, point }))),
  ]);
  const advice = slidesOf(brief, 'recommendation').map((slide) => recommendation(slide, context));
  const found = [bottom, judgements, implications, outlook, advice].some((part) => part.length > 0);
  return {
    kind: label(labels.kindOfBrief[brief.type]),
    title: brief.title,
    subtitle: brief.subtitle,
    facts: facts(context),
    bottomLine: some(kindLabel('bluf'), bottom),
    judgements: some(
      kindLabel('key-judgements'),
      judgements.map((point) => statement(point, context)),
    ),
    unrated: isUnrated(judgements) ? label(labels.unrated) : null,
    recommendation: some(labels.recommendation, advice),
    implications: some(
      kindLabel('implications'),
      implications.map((row) => implication(row, context)),
    ),
    outlook: some(
      kindLabel('outlook'),
      outlook.map(({ horizon, point }) => ({ horizon, ...statement(point, context) })),
    ),
    // A brief without any of these says what it says in its headlines.
    headlines: found ? null : some(labels.inBrief, headlines(brief)),
    sources: some(labels.sources, sources(context)),
    sourceSummary: brief.source_summary,
    rights: rights(context),
  };
}

/** Slides of one kind that everybody sees. */
function slidesOf<K extends KindName>(
  { slides }: Brief,
  kind: K,
): readonly Extract<BriefSlide, { readonly kind: K }>[] {
  return slides.filter(
    (slide): slide is Extract<BriefSlide, { readonly kind: K }> =>
      slide.kind === kind && !slide.hidden && !slide.appendix,
  );
}

function some(name: string, rows: readonly View[]): View | null {
  return rows.length === 0 ? null : { name: label(name), rows };
}

function facts({ brief, labels, date }: KindContext): readonly View[] {
  const sharing = brief.marking ? labels.sharing[brief.marking.label.text] : null;
  const marking = brief.marking && [
    brief.marking.label,
    brief.marking.extra,
    sharing ? label(sharing) : null,
  ];
  const rows: readonly (readonly [string, MappedText | null])[] = [
    [brief.authors.length > 1 ? labels.authorsRow : labels.authorRow, authors(brief)],
    [labels.for, joined(brief.audience, ', ')],
    [labels.date, brief.date_note ?? (brief.date ? wordsAt(date(brief.date), '/date') : null)],
    [labels.edition, brief.edition?.text ?? null],
    [labels.informationTo, brief.cutoff ? wordsAt(date(brief.cutoff), '/cutoff') : null],
    [labels.marking, marking && joined(marking, ', ')],
  ];
  return rows.flatMap(([name, text]) => (text ? [{ name: label(name), text }] : []));
}

function authors({ authors: list, organisation }: Brief): MappedText | null {
  return (
    joined(
      list.map(({ name, organisation: own }) => joined([name, own], ', ')),
      '; ',
    ) ?? organisation
  );
}

function bottomLine(slide: SlideOf<'bluf'>, context: KindContext): View {
  const { labels } = context;
  const { likelihood, confidence, because, so_what, ask } = slide;
  return {
    headline: slide.headline,
    text: slide.text,
    likelihood: { name: label(labels.likelihood), text: likelihoodWords(likelihood, context) },
    confidence: { name: label(labels.confidence), text: label(confidence ?? labels.notStated) },
    because,
    soWhat: so_what && { name: label(labels.soWhat), text: so_what },
    ask: ask && { name: label(labels.askedOfYou), text: ask },
  };
}

/** Places of the deck are no places of this document. */
function statement(point: Statement, context: KindContext): View {
  return { text: point.text, note: beneath({ ...point, see: [] }, context) };
}

function isUnrated(points: readonly Statement[]): boolean {
  return points.length > 0 && points.every(({ likelihood, confidence }) => !likelihood && !confidence);
}

function implication(row: SlideOf<'implications'>['rows'][number], context: KindContext): View {
  const { direction, when, action } = row;
  const toDo = action ? derive(action, (words) => `${context.labels.toDo}: ${words}`) : null;
  const own = [direction ? label(direction) : null, when, toDo, beneath({ ...row, see: [] }, context)];
  return { name: row.for, text: row.text, note: joined(own, '; ') };
}

function recommendation(slide: SlideOf<'recommendation'>, context: KindContext): View {
  const { labels, date } = context;
  const rows: readonly (readonly [string, MappedText | null])[] = [
    [labels.who, partyName(slide.who)],
    [labels.byWhen, slide.by_when ? wordsAt(date(slide.by_when), `${slide.pointer}/by_when`) : null],
    [labels.because, slide.because],
    [labels.ifNot, slide.if_not],
    [labels.askedOfYou, slide.ask],
  ];
  return {
    text: slide.text,
    rows: rows.flatMap(([name, text]) => (text ? [{ name: label(name), text }] : [])),
    steps: slide.steps.map(({ text }) => ({ text })),
  };
}

function headlines({ slides }: Brief): readonly View[] {
  return slides.flatMap(({ headline, hidden, appendix, kind }) =>
    headline && !hidden && !appendix && kind !== 'title' ? [{ text: headline }] : [],
  );
}

/** Every source that is cited, as the foot of a slide has it, with its grade and the address where it can be read. */
function sources({ brief, labels, language }: KindContext): readonly View[] {
  const cited = citedSources(brief);
  return [...brief.sources].flatMap(([id, source]) => {
    if (!cited.has(id)) return [];
    const at = `/sources/${id}`;
    const line = sourceLine([{ source: id, at: null, pointer: at }], null, brief, labels, language, at);
    if (line === null) return [];
    // On paper an address must be there to be read.
    const address = source.attribution === 'named' ? source.url : null;
    const text = address ? derive(line, (words) => `${words}, ${address}`) : line;
    return [{ text: { ...text, at }, grade: source.grade ? label(source.grade) : null }];
  });
}

function rights({ brief }: KindContext): MappedText | null {
  const { rights: own, contact } = brief;
  return joined([own?.holder ?? null, own?.note ?? null, own?.views ?? null, contact], '. ');
}
