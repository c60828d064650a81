import type { SlideOf, Statement } from '../../outline/brief.js';
import { label, type MappedText } from '../../outline/mapped-text.js';
import type { View } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { pxOf } from '../lengths.js';
import { badge, derive, isPassedOn, remarks } from '../pieces.js';
import { badgeOf, type ChainLink, howSure, joined, likelihoodWords, links } from '../statement-lines.js';

type Slide = SlideOf<'evidence'>;

/** Body of the slide, y 176 to 612, less the gap between claim and evidence; px. */
const box = 436 - 28;
/** Sizes of the claim, pt. */
const claims = [24, 21, 18] as const;

/** The claim on top; below, what speaks for it and, apart, what speaks against it. */
export const evidence: ComposeKind<'evidence'> = (slide, context) => {
  const { labels, fit } = context;
  const oneSided = slide.contrary.length === 0;
  const width = (oneSided ? 662 : 466) - 28;
  const side = (items: readonly Statement[], pt: number) =>
    items.reduce((sum, item) => sum + itemHeight(item, pt, width, context), 35);
  const tall = (pt: number) => Math.max(side(slide.support, pt), side(slide.contrary, pt));
  const claim = fit.step(claims, Math.max(77, box - tall(18)), (pt) =>
    fit.height(slide.claim.text, pt, 956, 'serif'),
  );
  const step = fit.step(context.steps, box - fit.height(slide.claim.text, claim, 956, 'serif'), tall);
  const { basis } = slide.claim;
  const note = joined([slide.basis_note, ...remarks(slide.claim, context)], '; ');
  return {
    step,
    classes: oneSided ? ['one-sided'] : [],
    rules: [{ selector: '.claim', body: `--claim: ${Math.round(pxOf(claim))}px` }],
    view: {
      claim: slide.claim.text,
      badge: badge(basis, context, isPassedOn(slide.claim), note),
      sides: [
        {
          class: label('support'),
          name: label(labels.support),
          none: null,
          items: slide.support.map((item) => itemOf(item, context)),
        },
        {
          class: label(oneSided ? 'none' : 'contrary'),
          name: label(labels.contrary),
          none: oneSided ? label(slide.none_found ? labels.noneFound : labels.notSought) : null,
          items: slide.contrary.map((item) => itemOf(item, context)),
        },
      ],
    },
  };
};

function itemOf(item: Statement, context: KindContext): View {
  const whose = whoseOf(item, context);
  return {
    text: item.text,
    mark: item.basis !== null || whose !== null,
    badge: badgeOf(item, context),
    whose,
  };
}

/** Whose it is, through whom it came, how sure it is, and the statement's own remarks. */
function whoseOf(item: Statement, context: KindContext): MappedText | null {
  const { labels } = context;
  const { by, likelihood } = item;
  const all = links(item, context);
  // A speaker who is also the first to pass it on is not named twice.
  const [first] = all;
  const same = by !== null && first !== undefined && by.name.text.endsWith(first.name.text);
  const placed = (words: string, { detail }: ChainLink) => (detail ? `${words} (${detail.text})` : words);
  const speaker = by
    ? derive(by.name, (words) => (same ? placed(`**${words}**`, first) : `**${words}**`))
    : null;
  const way = (same ? all.slice(1) : all).map((link) =>
    derive(link.name, (words) => `${labels.via} ${placed(words, link)}`),
  );
  const sources = item.via.length > 0 ? [] : sourceNames(item, context);
  const who = joined([speaker, ...way, ...sources], ', ');
  const chance = joined([who, likelihood ? likelihoodWords(likelihood, context) : null], '; ');
  return howSure(chance, item, context);
}

function sourceNames({ sources }: Slide['claim'], { brief }: KindContext): readonly MappedText[] {
  return sources.flatMap(({ source, at }) => {
    const cited = brief.sources.get(source);
    const name =
      cited?.attribution === 'named' ? (cited.short ?? cited.author ?? cited.title ?? cited.outlet) : null;
    return name ? [derive(name, (words) => (at ? `${words}, ${at.text}` : words))] : [];
  });
}

function itemHeight(item: Statement, pt: number, width: number, context: KindContext): number {
  const { fit, labels } = context;
  const whose = whoseOf(item, context);
  const word = item.basis ? `${labels[item.basis]}      ` : '';
  const mark = whose !== null || word !== '' ? 4 + fit.height(`${word}${whose?.text ?? ''}`, 15, width) : 0;
  return 21 + fit.height(item.text, pt, width) + mark;
}
