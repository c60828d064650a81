import { diagnostic } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Deck, Slide } from './deck.js';

/** Whether speaker notes go into outputs: all of them, none, or as the markings have it. */
export type NotesChoice = 'all' | 'none' | 'by-marking';

/** Labels under which what is said goes no further than the room, so that a copy for others holds no notes. */
const closed = /^(?:TLP:(?:RED|AMBER\+STRICT)|(?:TOP )?SECRET|CONFIDENTIAL|RESTRICTED)(?![\w-])/iu;

/** The deck with the notes that may go out, and what to say where the markings took some. */
export function withholdNotes(
  deck: Deck,
  choice: NotesChoice,
): { readonly deck: Deck; readonly diagnostics: readonly Diagnostic[] } {
  if (choice === 'all') return { deck, diagnostics: [] };
  const labelOf = ({ marking }: Slide) => {
    const labels = [deck.marking, marking].map((each) => each?.label.text.trim() ?? '');
    return labels.find((label) => closed.test(label)) ?? null;
  };
  const taken = deck.slides.flatMap((slide) => (slide.notes ? (labelOf(slide) ?? []) : []));
  const slides = deck.slides.map((slide) => {
    const goes = choice === 'by-marking' && labelOf(slide) === null;
    return goes ? slide : { ...slide, notes: null };
  });
  const [label] = taken;
  const says = choice === 'by-marking' && label !== undefined;
  return { deck: { ...deck, slides }, diagnostics: says ? [leftOut(taken.length, label)] : [] };
}

function leftOut(count: number, label: string): Diagnostic {
  return diagnostic(
    'NOTES-1',
    `The notes of ${count === 1 ? 'a slide' : `${count} slides`} are left out, for the marking is ${label}.`,
    {
      pointer: '/marking',
      hint: '--notes puts them in, for the presenter’s own copy. --no-notes leaves them out whatever the marking.',
    },
  );
}
