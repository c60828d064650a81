import type { MovedStatement, SinceLast } from '../deck/since-last.js';
import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Brief, SlideOf, Statement } from '../outline/brief.js';

/** Whether a later edition says what changed, and says it of every key judgement that moved; `since` is null where there is nothing to compare. */
export function changeFindings(brief: Brief, since: SinceLast | null): readonly Diagnostic[] {
  return [...unstated(brief), ...(since ? unnamed(brief, since) : [])];
}

function unstated(brief: Brief): readonly Diagnostic[] {
  const { edition, previous, changes } = brief;
  const number = edition?.number ?? 1;
  if (number < 2 || previous !== null || changes === 'none' || whatsNewSlides(brief).length > 0) return [];
  const message = `This is edition ${number}, and nothing says what changed since the last one.`;
  const hint =
    'Name the last edition, `previous: brief-1.yaml`, or write a `whats-new` slide; where nothing changed, `changes: none`.';
  return [diagnostic('CHG-1', message, { pointer: '/edition', hint })];
}

/** Changes that the author lists by hand, or denies, are complete only with every key judgement that moved. */
function unnamed(brief: Brief, { moved }: SinceLast): readonly Diagnostic[] {
  const slides = whatsNewSlides(brief);
  const isByHand = slides.some(({ rows, none }) => rows.length > 0 || none) || brief.changes === 'none';
  if (!isByHand) return [];
  const judgements = keyJudgements(brief);
  return moved.flatMap((each) => {
    const judgement = judgements.get(each.pointer);
    const { likelihood } = each;
    if (!judgement || !likelihood || judgement.change !== null) return [];
    if (slides.some((slide) => isNamed(each, slide))) return [];
    const [was, now] = [likelihood.was ?? 'not stated', likelihood.now ?? 'not stated'];
    const message = `The likelihood of this key judgement was "${was}" in the last edition and is "${now}"; no change entry names it.`;
    const hint = `Add a row to the whats-new slide: \`{name: …, was: ${was}, now: ${now}}\`, or leave \`rows\` out: then it fills itself.`;
    return [diagnostic('CHG-2', message, { pointer: `${each.pointer}/likelihood`, hint })];
  });
}

/** A row names a judgement by the words that it was and is. */
function isNamed({ likelihood }: MovedStatement, { rows }: SlideOf<'whats-new'>): boolean {
  const says = (text: string | undefined, words: string | null) =>
    words === null || (text ?? '').toLowerCase().includes(words.toLowerCase());
  return rows.some(
    ({ was, now }) => says(was?.text, likelihood?.was ?? null) && says(now?.text, likelihood?.now ?? null),
  );
}

function whatsNewSlides({ slides }: Brief): readonly SlideOf<'whats-new'>[] {
  return slides.flatMap((slide) => (slide.kind === 'whats-new' && !slide.hidden ? [slide] : []));
}

function keyJudgements({ slides }: Brief): ReadonlyMap<string, Pick<Statement, 'change'>> {
  const rows = slides.flatMap((slide): readonly (readonly [string, Pick<Statement, 'change'>])[] => {
    if (slide.kind === 'bluf') return [[slide.pointer, { change: null }]];
    if (slide.kind !== 'key-judgements') return [];
    return slide.points.map((point) => [point.pointer, point] as const);
  });
  return new Map(rows);
}
