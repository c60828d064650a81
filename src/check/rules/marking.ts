import { tlpColours } from '../../deck/markings.js';
import type { Marking } from '../../outline/brief.js';
import { tlpLabels } from '../../outline/marking-ranks.js';
import type { BriefFacts } from '../facts/brief-facts.js';
import { contrast } from '../facts/contrast.js';
import { counted } from '../facts/prose.js';
import { rule, works } from './rule.js';

const known: readonly string[] = tlpLabels;
const labels = known.join(', ');

/** Colours of the labels in other languages, which must not be used. */
const translated =
  /^TLP[: ]+(?:ROJO|ROUGE|ROT|ROSSO|VERMELHO|ROOD|[ÁA]MBAR|AMBRE|AMBRA|GELB|BERNSTEIN|VERDE|VERT|GR[ÜU]N|GROEN|CLAIR|KLAR|CLARO|CHIARO|BLANCO|BLANC|WEISS|WEIß|BIANCO)\b/iu;

/** Markings as their schemes want them. Marking and what it covers are compared in MARK-1 and MARK-2. */
export const markingRules = [
  rule({
    id: 'MRK-1',
    severity: 'error',
    finds: 'a TLP label that is none of the five',
    example: 'marking: TLP:YELLOW',
    hint: `The labels of TLP 2.0: ${labels}.`,
    source: works.tlp,
    languages: null,
    reads: 'brief',
    find: (_, facts) =>
      markingsOf(facts).flatMap(({ label }) => {
        const { text } = label;
        const isOther = known.includes(text) || isMiswritten(text) || translated.test(text) || !isTlp(text);
        return isOther
          ? []
          : [{ message: `"${text}" is no label of the Traffic Light Protocol.`, pointer: label.at ?? '' }];
      }),
  }),
  rule({
    id: 'MRK-2',
    severity: 'warning',
    finds: 'a TLP label with a space or small letters, or TLP:WHITE of version 1',
    example: 'marking: "TLP: amber"',
    hint: `Write it as the protocol does: ${labels}.`,
    source: works.tlp,
    languages: null,
    reads: 'brief',
    find: (_, facts) =>
      markingsOf(facts).flatMap(({ label }) => {
        if (!isTlp(label.text) || known.includes(label.text) || !isMiswritten(label.text)) return [];
        const message = `"${label.text}" is written "${rewritten(label.text)}".`;
        return [{ message, pointer: label.at ?? '' }];
      }),
  }),
  rule({
    id: 'MRK-5',
    severity: 'error',
    finds: 'a TLP label in another language',
    example: 'marking: TLP:ROUGE',
    hint: `The labels stay as they are in every language: ${labels}.`,
    source: works.tlp,
    languages: null,
    reads: 'brief',
    find: (_, facts) =>
      markingsOf(facts).flatMap(({ label }) =>
        translated.test(label.text)
          ? [{ message: `The label "${label.text}" was translated.`, pointer: label.at ?? '' }]
          : [],
      ),
  }),
  rule({
    id: 'MRK-6',
    severity: 'warning',
    finds: 'a TLP label in colours of its own',
    example: 'marking: {label: TLP:RED, ink: "#CC0033"}',
    hint: 'Leave `ground` and `ink` out: the protocol gives them.',
    source: works.tlp,
    languages: null,
    reads: 'brief',
    find: (_, facts) =>
      markingsOf(facts).flatMap(({ label, ground, ink, pointer }) => {
        const own = tlpColours[label.text];
        const isSame = (given: string | null, wanted: string) =>
          given === null || given.toUpperCase() === wanted;
        if (!own || (isSame(ground, own.ground) && isSame(ink, own.ink))) return [];
        const message = `${label.text} is set in ${own.ink} on ${own.ground}.`;
        return [{ message, pointer: `${pointer}/${isSame(ink, own.ink) ? 'ground' : 'ink'}` }];
      }),
  }),
  rule({
    id: 'MRK-8',
    severity: 'warning',
    finds: 'a slide on which some statements have a portion mark and others none',
    example: '{text: Crews return., portion: S} beside {text: Ships stay away.}',
    hint: 'Mark each statement and the headline, or none.',
    source: 'http://www.milcom.org/2007/PreparingPapers_Classified.asp',
    languages: null,
    reads: 'slide',
    find: ({ slide, statements }) => {
      const bare = statements.filter(({ statement }) => statement.portion === null);
      const marked = statements.length - bare.length + (slide.portion === null ? 0 : 1);
      const headline = slide.portion === null && slide.headline !== null ? 1 : 0;
      if (marked === 0 || bare.length + headline === 0) return [];
      const lacks = [
        ...(headline > 0 ? ['the headline'] : []),
        ...(bare.length > 0 ? [counted(bare.length, 'statement')] : []),
      ];
      const pointer =
        headline > 0 ? `${slide.pointer}/headline` : (bare[0]?.statement.pointer ?? slide.pointer);
      return [{ message: `Some of the slide has portion marks; without one: ${lacks.join(', ')}.`, pointer }];
    },
  }),
  rule({
    id: 'MRK-9',
    severity: 'error',
    finds: 'a marking whose colours have a contrast under 4.5 to 1',
    example: 'marking: {label: TOP SECRET, ground: "#FF8C00", ink: "#FFFFFF"}',
    hint: 'Take a darker ground, or black or white letters.',
    source: works.wcag,
    languages: null,
    reads: 'brief',
    find: (_, facts) =>
      markingsOf(facts).flatMap(({ label, ground, ink, pointer }) => {
        const known = tlpColours[label.text] ?? { ground: '#000000', ink: '#FFFFFF' };
        const ratio = contrast(ground ?? known.ground, ink ?? known.ink);
        if ((ground === null && ink === null) || ratio >= 4.5) return [];
        const message = `The contrast of "${label.text}" is ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1; at least 4.5 to 1 is needed.`;
        return [{ message, pointer: `${pointer}/${ink === null ? 'ground' : 'ink'}` }];
      }),
  }),
];

function markingsOf({ brief, subjects }: BriefFacts): readonly Marking[] {
  const all = [brief.marking, ...subjects.slide.map(({ slide }) => slide.marking)];
  return all.filter((marking) => marking !== null);
}

function isTlp(label: string): boolean {
  return /^tlp\b/iu.test(label);
}

function rewritten(label: string): string {
  const word = label
    .toUpperCase()
    .replace(/^TLP[\s:]*/u, '')
    .replaceAll(/\s/gu, '');
  return `TLP:${word === 'WHITE' ? 'CLEAR' : word}`;
}

/** Whether it is a label but for its spelling. */
function isMiswritten(label: string): boolean {
  return !known.includes(label) && isTlp(label) && known.includes(rewritten(label));
}
