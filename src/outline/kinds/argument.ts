import { list, many, object, optional } from '../fields/groups.js';
import { party, reference } from '../fields/references.js';
import { date, flag, language, text } from '../fields/scalars.js';
import { confidence, likelihood, points, row, statement, via } from '../parts/statement.js';
import { kind } from './row.js';

/** The kinds that state and support the argument. */
export const argumentKinds = {
  bluf: kind({
    label: 'Bottom line',
    doc: 'The answer first, and what it rests on.',
    fields: {
      text: text('The bottom line in one or two sentences.'),
      likelihood: optional(likelihood),
      confidence: optional(confidence),
      because: optional(text('What the confidence rests on.')),
      rests_on: many('Slides that it rests on.', reference),
      so_what: optional(text('What follows for the reader.')),
      ask: optional(text('What is asked of the reader.')),
    },
    steps: [24, 21, 18],
    layout: 'content',
    headline: 'required',
  }),
  'key-judgements': kind({
    label: 'Key judgements',
    doc: 'The judgements that carry the brief, in order.',
    fields: { points: points('The judgements.', 1, 7) },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  context: kind({
    label: 'Context',
    doc: 'Situation, complication, question, answer.',
    fields: {
      situation: statement,
      complication: optional(statement),
      question: optional(statement),
      answer: optional(statement),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  evidence: kind({
    label: 'Evidence',
    doc: 'A claim, what supports it and what speaks against it.',
    fields: {
      claim: statement,
      support: points('What supports the claim.'),
      contrary: many('What speaks against it.', statement),
      none_found: flag('Contrary evidence was sought and not found.'),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
  quote: kind({
    label: 'Quotation',
    doc: 'Somebody’s words and why they matter.',
    fields: {
      text: text('The words, without quotation marks.'),
      paraphrase: flag('Not in the speaker’s words: no quotation marks.'),
      by: party('The speaker.'),
      role: optional(text('The speaker’s post.')),
      via,
      date: optional(date('When it was said.')),
      outlet: optional(text('Where it appeared.')),
      original: optional(
        object('The words in their own language.', {
          text: text('The words.'),
          language: optional(language('Their language.')),
          translator: optional(text('Who translated them.')),
        }),
      ),
      context: optional(text('On what occasion.')),
      why: optional(statement),
    },
    steps: [24, 21, 18],
    layout: 'content',
    headline: 'required',
  }),
  gaps: kind({
    label: 'Gaps',
    doc: 'What is not known, and why it matters.',
    fields: {
      rows: list(
        'What is not known.',
        row('A gap.', {
          why: optional(text('Why it matters.')),
          could_change: many('Slides that an answer could change.', reference),
          next: optional(text('How it could be filled.')),
        }),
      ),
      summary: optional(statement),
    },
    steps: [21, 18, 15],
    layout: 'content',
    headline: 'required',
  }),
} as const;
