import type { SlideOf } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { derive, remarks } from '../pieces.js';
import { badgeOf, joined, links } from '../statement-lines.js';

/** Body of the slide, y 176 to 612, px. */
const box = 436;

/** Quotation marks by language, and how far the first hangs out of the text, in em. */
const marks: Readonly<Record<string, readonly [string, string, number]>> = {
  en: ['“', '”', 0.45],
  de: ['„', '“', 0.45],
  fr: ['«\u202f', '\u202f»', 0.75],
  es: ['«', '»', 0.55],
  it: ['«', '»', 0.55],
  pt: ['«', '»', 0.55],
  ru: ['«', '»', 0.55],
  uk: ['«', '»', 0.55],
  el: ['«', '»', 0.55],
  ar: ['«', '»', 0.55],
  ja: ['「', '」', 1],
  zh: ['“', '”', 0.5],
};

/** The words in a tinted box with the speech mark, who said it, how it came, and why it matters. */
export const quote: ComposeKind<'quote'> = (slide, context) => {
  const { fit, labels } = context;
  const [open, close, hang] = marks[(slide.language ?? context.language).slice(0, 2)] ?? ['“', '”', 0.45];
  const why = slide.why && {
    badge: badgeOf(slide.why, context),
    label: label(labels.whyItMatters),
    text: slide.why.text,
    remark: joined(remarks(slide.why, context), '; '),
  };
  const chain = way(slide, context);
  const below =
    14 +
    62 +
    (slide.original ? fit.height(slide.original.text, 15, 858) + 6 : 0) +
    (why ? 40 + fit.height(why.text, 18, 956) + 44 : 0);
  return {
    step: fit.step(context.steps, box, (pt) => 72 + fit.height(slide.text, pt, 892, 'serif') + below),
    rules: slide.paraphrase ? [] : [{ selector: '.words p', body: `--hang: -${hang}em` }],
    view: {
      text: slide.paraphrase ? slide.text : derive(slide.text, (text) => `${open}${text}${close}`),
      said: speaker(slide, context),
      original: slide.original && joined([slide.original.text, slide.original.translator], ' – '),
      chain: chain.length > 0 ? chain : null,
      why,
    },
  };
};

/** Name, post and occasion; with where and when, unless the chain below says it. */
function speaker(slide: SlideOf<'quote'>, context: KindContext): MappedText {
  const date = slide.date ? label(context.date(slide.date)) : null;
  const place = slide.via.length > 0 ? [] : [slide.outlet, date];
  const details = joined([slide.role, slide.context, ...place], ', ');
  return derive(slide.by.name, (name) => `**${name}**${details ? `, ${details.text}` : ''}`);
}

/** The chain of relay in one line; a source of the same name as the link before it says where and when only. */
function way(slide: SlideOf<'quote'>, context: KindContext): readonly View[] {
  const all = links(slide, context);
  return all.map(({ name, detail }, index) => {
    const told = all[index - 1]?.name.text === name.text && detail !== null;
    return { text: told ? detail : (joined([name, detail], ', ') ?? name) };
  });
}
