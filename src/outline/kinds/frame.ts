import { many, object, optional, shortOr, withDefault } from '../fields/groups.js';
import { idOf } from '../fields/references.js';
import { flag, oneOf, plainText, text } from '../fields/scalars.js';
import { minutes } from '../parts/front-matter.js';
import { kind } from './row.js';

/** The kinds that hold a deck together. */
export const frameKinds = {
  title: kind({
    label: 'Brief',
    doc: 'The first slide: title, authors, date, edition, cutoff, audience.',
    fields: { subtitle: optional(text('Default the brief’s.')) },
    steps: [48, 42],
    layout: 'title',
    headline: 'optional',
  }),
  agenda: kind({
    label: 'Agenda',
    doc: 'The parts of the brief.',
    fields: {
      items: many(
        'The parts; default the section slides.',
        shortOr('A part.', 'text', {
          text: text('Its title.'),
          slide: optional(idOf('Id of the slide where it starts.', 'slide')),
          minutes: optional(minutes),
        }),
      ),
    },
    steps: [24, 21, 18],
    layout: 'content',
    headline: 'optional',
  }),
  section: kind({
    label: 'Part',
    doc: 'Opens a part of the brief.',
    fields: { promise: optional(text('What the part shows, in one line.')) },
    steps: [42, 36],
    layout: 'section',
    headline: 'required',
  }),
  sources: kind({
    label: 'Sources',
    doc: 'The sources and how they reached us.',
    fields: {
      show: withDefault(oneOf('Which sources.', ['all', 'cited']), 'all'),
      drawing: optional(oneOf('Lineage up to six sources, a table beyond.', ['lineage', 'table'])),
      summary: optional(text('On the sources as a whole; default `source_summary`.')),
    },
    steps: [15, 12],
    layout: 'content',
    headline: 'optional',
  }),
  glossary: kind({
    label: 'Glossary',
    doc: 'Terms and what they mean.',
    fields: { terms: many('Terms to show; default all.', idOf('A term.', 'term')) },
    steps: [18, 15],
    layout: 'content',
    headline: 'optional',
  }),
  'back-matter': kind({
    label: 'Back matter',
    doc: 'Authors, rights, contact, marking, and the key to the badges.',
    fields: {
      items: many(
        'Further rows.',
        object('A row.', {
          name: text('What the row is about.'),
          text: text('What it says.'),
          note: optional(text('A remark beside it.')),
        }),
      ),
      key: flag('The key to the badges; default true.', true),
    },
    steps: [15, 14],
    layout: 'content',
    headline: 'optional',
  }),
  markdown: kind({
    label: '',
    doc: 'Marp Markdown as it is.',
    fields: { markdown: plainText('Marp Markdown for one slide.') },
    steps: [24, 21, 18, 15],
    layout: 'blank',
    headline: 'optional',
  }),
} as const;
