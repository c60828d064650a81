import type { SlideOf } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ViewValue } from '../deck.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { changeWords } from '../pieces.js';
import type { MovedStatement } from '../since-last.js';
import { likelihoodWords } from '../statement-lines.js';

/** Body of the slide, y 176 to 612, less the least gap between statement and ledger; px. */
const box = 436 - 32;
/** Width of a third of the text column, px. */
const third = 302;

/** One statement with its bar; below, what follows, what it rests on and how sure it is. */
export const bluf: ComposeKind<'bluf'> = (slide, context) => {
  const { labels, fit } = context;
  const { so_what, ask } = slide;
  const rests = restsOn(slide, context);
  const sure = howSure(slide, context);
  const wide = [
    ...(so_what ? [fit.height(so_what, 18, 956) + 21] : []),
    ...(ask ? [fit.height(ask, 18, 924) + 39] : []),
  ];
  const thirds = (texts: readonly (readonly [string, number])[]) =>
    [0, 3, 6, 9].reduce((sum, from) => {
      const row = texts.slice(from, from + 3).map(([text, pt]) => fit.height(text, pt, third) + 23);
      return sum + Math.max(0, ...row);
    }, 0);
  const ledger =
    wide.reduce((sum, height) => sum + height, 0) +
    thirds(rests.map(({ text, page }) => [`${text.text} ${page.text}`, 15])) +
    thirds(sure.map(({ name, text }) => [`${name.text} ${text.text}`, 18]));
  return {
    step: fit.step(context.steps, box, (pt) => fit.height(slide.text, pt, 956, 'serif') + ledger),
    view: {
      text: slide.text,
      soWhat: so_what && row(labels.soWhat, { text: so_what }),
      ask: ask && row(labels.askedOfYou, { text: ask }),
      restsOn: rests.length > 0 ? row(labels.restsOn, { cells: rests }) : null,
      sure: row(labels.howSure, { cells: sure }),
    },
  };
};

function row(name: string, rest: { readonly [key: string]: ViewValue }) {
  return { name: label(name), ...rest };
}

function restsOn(slide: SlideOf<'bluf'>, context: KindContext) {
  return slide.rests_on.flatMap((reference) => {
    const target = context.slideNamed(reference.slide);
    const page = context.page(reference.slide);
    return target && page
      ? [{ text: reference.text ?? target.headline, page: label(`${context.labels.page} ${page}`) }]
      : [];
  });
}

function howSure({ likelihood, confidence, because, pointer }: SlideOf<'bluf'>, context: KindContext) {
  const { labels, since } = context;
  const moved = since?.moved.find((each) => each.pointer === pointer);
  const stated = confidence
    ? { text: `**${confidence}**`, at: null, form: 'inline' as const }
    : label(labels.notStated);
  return [
    { name: label(labels.likelihood), text: likelihoodWords(likelihood, context) },
    { name: label(labels.confidence), text: stated },
    ...(because ? [{ name: label(labels.because), text: because }] : []),
    ...(moved ? [{ name: label(labels.sinceLast), text: movedWords(moved, context) }] : []),
  ];
}

function movedWords({ was, direction }: MovedStatement, context: KindContext) {
  return changeWords({ pointer: '', text: null, direction, was, why: null }, context);
}
