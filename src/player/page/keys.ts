import type { Talk } from './talk.js';

/** What a key may ask for beyond turning. */
export interface Commands {
  readonly overview: () => void;
  readonly search: () => void;
  readonly presenter: () => void;
  readonly fullScreen: () => void;
  readonly help: () => void;
  readonly pointer: () => void;
  /** Says something short; null takes it back. */
  readonly say: (text: string | null) => void;
}

/** What each key does; clickers send PageUp, PageDown, `b` and `.`. */
const table: Readonly<Record<string, (talk: Talk, commands: Commands, repeat: boolean) => void>> = {
  ...each(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'], (talk, _, repeat) =>
    talk.forth(repeat ? 'repeat' : 'hand'),
  ),
  ...each(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'Shift+ ', 'p'], (talk, _, repeat) =>
    talk.back(repeat ? 'repeat' : 'hand'),
  ),
  Home: (talk) => talk.jump(0),
  End: (talk) => talk.jump(talk.last),
  ...each(['b', '.'], (talk) => talk.set({ black: !talk.state.black }, 'hand')),
  o: (_, { overview }) => overview(),
  '/': (_, { search }) => search(),
  s: (_, { presenter }) => presenter(),
  f: (_, { fullScreen }) => fullScreen(),
  l: (_, { pointer }) => pointer(),
  '?': (_, { help }) => help(),
};

type Doing = (typeof table)[string];

function each(keys: readonly string[], doing: Doing): Readonly<Record<string, Doing>> {
  return Object.fromEntries(keys.map((key) => [key, doing]));
}

/** Listens to the keyboard; `digits` gathers the number of a slide until Enter. */
export function listenToKeys(
  talk: Talk,
  commands: Commands,
  words: { readonly goTo: (digits: string) => string; readonly noSuchSlide: (digits: string) => string },
): void {
  let digits = '';
  const gather = (next: string) => {
    digits = next;
    commands.say(digits === '' ? null : words.goTo(digits));
  };
  const jump = () => {
    const wanted = digits;
    gather('');
    if (Number(wanted) >= 1 && Number(wanted) - 1 <= talk.last) talk.jump(Number(wanted) - 1);
    else commands.say(words.noSuchSlide(wanted));
  };
  addEventListener('keydown', (event) => {
    if (isElsewhere(event)) return;
    if (/^\d$/u.test(event.key)) return gather(`${digits}${event.key}`.slice(-4));
    if (digits !== '' && /^(?:Enter|Escape|Backspace)$/u.test(event.key)) {
      event.preventDefault();
      return event.key === 'Enter' ? jump() : gather(event.key === 'Escape' ? '' : digits.slice(0, -1));
    }
    const doing = table[`${event.shiftKey && event.key === ' ' ? 'Shift+' : ''}${plain(event.key)}`];
    if (!doing) return;
    event.preventDefault();
    if (digits !== '') gather('');
    doing(talk, commands, event.repeat);
  });
}

/** Capital letters do what small ones do: Caps Lock is no reason to be left alone. */
function plain(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Keys that belong to the browser, to a field, to an open dialog, or to the link and the button that have the focus. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented)
    return true;
  const { target } = event;
  // A dialog that was closed a moment ago may still have the focus.
  if (!(target instanceof Element) || !target.checkVisibility()) return false;
  if (target.closest('dialog, input, textarea, select, audio, video, [contenteditable]')) return true;
  return /^(?:Enter| )$/u.test(event.key) && target.closest('a[href], button, summary') !== null;
}
