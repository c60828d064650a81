import { bandOf, scales } from '../../outline/scales.js';
import {
  likelihoodsOf,
  plainWord,
  scaleOf,
  scalesWith,
  secondRow,
  wordsOfScale,
} from '../facts/likelihoods.js';
import { type RuleFinding, rule, works } from './rule.js';

/** Likelihoods on their scale, and confidence with its reasons. */
export const uncertaintyRules = [
  rule({
    id: 'UNC-3',
    severity: 'error',
    finds:
      'a likelihood word that the brief’s scale lacks; a warning where there is no scale, or where the two rows of ICD 203 are mixed',
    example: 'scale: icd203 … {text: Talks begin., likelihood: realistic possibility}',
    hint: 'Keep to the words of one scale, and name it in `scale`.',
    source: works.icd203,
    languages: null,
    reads: 'brief',
    find: ({ brief }, facts) => {
      const words = likelihoodsOf(facts).flatMap(({ likelihood: { word, from }, pointer }) =>
        word ? [{ word: word.text, hasRange: from !== null, pointer }] : [],
      );
      const id = scaleOf(brief);
      if (id === 'none') return words.flatMap((each) => (each.hasRange ? [] : withoutScale(each)));
      const strange = words.filter(({ word }) => bandOf(id, word) === null);
      const known = words.filter(({ word }) => bandOf(id, word) !== null);
      return [...strange.map(({ word, pointer }) => strangeWord(word, id, pointer)), ...mixedRows(known, id)];
    },
  }),
  rule({
    id: 'UNC-4',
    severity: 'warning',
    finds: 'likelihood words whose ranges are shown nowhere',
    example: 'scale: {id: icd203, show_range: none}',
    hint: 'Take `show_range: none` away: readers place a word better when its range stands beside it.',
    source: works.wintle,
    languages: null,
    reads: 'brief',
    find: ({ brief: { scale } }, facts) => {
      const hidden = likelihoodsOf(facts).filter(({ likelihood: { word } }) => word !== null).length;
      if (scale?.show_range !== 'none' || scale.id === 'none' || hidden === 0) return [];
      const message = 'The brief uses likelihood words and shows their ranges nowhere.';
      return [{ message, pointer: `${scale.pointer}/show_range` }];
    },
  }),
  rule({
    id: 'UNC-6',
    severity: 'error',
    finds: 'figures of a likelihood that its word, or its scale, does not have',
    example: 'scale: phia … likelihood: {from: 20, to: 25}',
    hint: 'Give the word alone, or figures that lie on the scale.',
    source: works.phia,
    languages: null,
    reads: 'brief',
    find: ({ brief }, facts) =>
      likelihoodsOf(facts).flatMap(({ likelihood: { word, from, to }, pointer }) => {
        if (from === null || to === null) return [];
        const message = figureFault({ from, to }, word?.text ?? null, scaleOf(brief));
        return message ? [{ message, pointer }] : [];
      }),
  }),
  rule({
    id: 'UNC-8',
    severity: 'warning',
    finds: 'a confidence that does not say what it rests on',
    example: '{text: Talks begin., basis: judgement, confidence: high}',
    hint: 'Add `because`: how good the sources are, and whether they agree.',
    source: works.icd203,
    languages: null,
    reads: 'slide',
    find: ({ slide, statements }) => {
      const bottomLine = slide.kind === 'bluf' ? [slide] : [];
      return [...bottomLine, ...statements.map(({ statement }) => statement)].flatMap((each) =>
        each.confidence !== null && each.because === null
          ? [
              {
                message: `Nothing says what the ${each.confidence} confidence rests on.`,
                pointer: `${each.pointer}/confidence`,
              },
            ]
          : [],
      );
    },
  }),
];

function withoutScale({
  word,
  pointer,
}: {
  readonly word: string;
  readonly pointer: string;
}): readonly RuleFinding[] {
  const held = scalesWith(word);
  const hint = held.length > 0 ? `Write \`scale: ${held[0]}\`, or give {word, from, to}.` : undefined;
  return [
    {
      message: `The brief names no scale, so "${word}" has no range.`,
      pointer,
      severity: 'warning',
      ...(hint ? { hint } : {}),
    },
  ];
}

function strangeWord(word: string, id: ReturnType<typeof scaleOf>, pointer: string): RuleFinding {
  const held = scalesWith(word);
  const of = held.length > 0 ? ` It is a word of ${held.join(' and ')}.` : '';
  return {
    message: `"${word}" is no word of the scale ${id}.${of}`,
    pointer,
    hint: `Its words: ${wordsOfScale(id)}.`,
  };
}

/** The words of the row that fewer likelihoods use. */
function mixedRows(
  words: readonly { readonly word: string; readonly pointer: string }[],
  id: string,
): readonly RuleFinding[] {
  const second = words.filter(({ word }) => secondRow.has(plainWord(word)));
  const first = words.filter(({ word }) => !secondRow.has(plainWord(word)));
  if (id !== 'icd203' || second.length === 0 || first.length === 0) return [];
  const [fewer, others] = second.length <= first.length ? [second, first] : [first, second];
  return fewer.map(({ word, pointer }) => ({
    message: `"${word}" and "${others[0]?.word}" are of different rows of ICD 203’s table; use one row.`,
    pointer,
    severity: 'warning',
    hint: 'Use the word of the same range in the other row: likely and probable, unlikely and improbable are the same.',
  }));
}

/** What is wrong with figures: they contradict their word, or lie where the scale has no word. */
function figureFault(
  band: { readonly from: number; readonly to: number },
  word: string | null,
  id: ReturnType<typeof scaleOf>,
): string | null {
  const { from, to } = band;
  const said = from === to ? `${from} %` : `${from}–${to} %`;
  if (from > to) return `The likelihood runs from ${from} % down to ${to} %.`;
  const own = word === null ? null : bandOf(id, word);
  if (own) {
    const agrees = from >= own.from && to <= own.to;
    return agrees ? null : `"${word}" is ${own.from}–${own.to} % on the scale ${id}, not ${said}.`;
  }
  if (id === 'none' || id === 'ipcc') return null;
  if (to < 1 || from > 99) return `${said} is certainty, for which the scale ${id} has no word.`;
  const held = scales[id].filter((degree) => from < degree.to && to > degree.from);
  if (from === to) return pointFault(from, id);
  return held.length === 0 ? `${said} lies in a gap of the scale ${id}: no word stands for it.` : null;
}

function pointFault(point: number, id: 'icd203' | 'phia'): string | null {
  const held = scales[id].filter(({ from, to }) => point >= from && point <= to);
  if (held.length === 0) return `${point} % lies in a gap of the scale ${id}: no word stands for it.`;
  if (held.length === 1) return null;
  const names = held.map(({ words }) => words[0]).join('" and "');
  return `${point} % belongs to "${names}"; give the word that is meant.`;
}
