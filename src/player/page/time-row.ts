import { words } from '../words.js';
import { make } from './dom.js';
import type { PageDeck } from './slides.js';
import { clockText, Stopwatch } from './stopwatch.js';
import type { Talk } from './talk.js';

/** The row of times above the presenter's slides: elapsed, remaining, this part, and the clock on the wall. */
export function timeRow(talk: Talk, { data, slides }: PageDeck, pair: string): HTMLElement {
  const watch = new Stopwatch(`briefdeck time ${data.key} ${pair}`);
  const [elapsed, remaining, part, wall] = [words.elapsed, words.remaining, words.section, words.clock].map(
    cell,
  );
  const toggle = make('button', { attributes: { type: 'button' }, click: () => press(watch, draw) });
  const reset = make('button', {
    text: words.reset,
    attributes: { type: 'button' },
    click: () => {
      watch.reset();
      draw();
    },
  });
  const draw = () => {
    const { section } = slides[talk.state.slide] ?? { section: 0 };
    const planned = data.sections[section - 1];
    elapsed?.say(clockText(watch.spent()), ofMinutes(data.minutes));
    remaining?.left(data.minutes, watch.spent());
    part?.show(planned !== undefined);
    part?.say(clockText(watch.spent(section)), ofMinutes(planned?.minutes ?? null), planned?.title);
    part?.late(watch.spent(section), planned?.minutes ?? null);
    wall?.say(wallTime());
    toggle.textContent = watch.running ? words.pause : words.start;
  };
  talk.follow(({ slide }, before, cause) => {
    // The talk begins with the first turn, whichever window it is made in.
    if (cause !== 'start' && slide !== before.slide && watch.fresh) watch.start();
    watch.enter(slides[slide]?.section ?? 0);
    draw();
  });
  setInterval(draw, 250);
  const cells = [elapsed, remaining, part, wall].flatMap((each) => (each ? [each.element] : []));
  return make('div', {
    class: 'bd-times',
    children: [...cells, make('div', { class: 'bd-buttons', children: [toggle, reset] })],
  });
}

function press(watch: Stopwatch, draw: () => void): void {
  if (watch.running) watch.pause();
  else watch.start();
  draw();
}

function ofMinutes(minutes: number | null): string {
  return minutes === null ? '' : `${words.of} ${clockText(minutes * 60_000)}`;
}

/** The clock on the wall, as this machine writes it. */
function wallTime(): string {
  return new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** One time with its name. */
function cell(name: string) {
  const label = make('span', { class: 'bd-label', text: name });
  const value = make('span', { class: 'bd-value' });
  const of = make('span', { class: 'bd-of' });
  const element = make('div', { class: 'bd-time', children: [label, value, of] });
  return {
    element,
    show: (shown: boolean) => {
      element.hidden = !shown;
    },
    say: (time: string, limit = '', title = name) => {
      if (value.textContent !== time) value.textContent = time;
      of.textContent = limit;
      label.textContent = title;
    },
    late: (spent: number, minutes: number | null) => {
      element.toggleAttribute('data-late', minutes !== null && spent > minutes * 60_000);
    },
    left: (minutes: number | null, spent: number) => {
      element.hidden = minutes === null;
      const left = (minutes ?? 0) * 60_000 - spent;
      // What is left is told up to the full second, so that elapsed and remaining make the whole.
      value.textContent = clockText(left >= 0 ? Math.ceil(left / 1000) * 1000 : left);
      label.textContent = left >= 0 ? words.remaining : words.over;
      element.toggleAttribute('data-late', left < 0);
    },
  };
}
