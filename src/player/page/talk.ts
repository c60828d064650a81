/** Where the talk is: `slide` from 0, `step` how many fragments of it are shown. */
export interface Position {
  readonly slide: number;
  readonly step: number;
}

/** What both windows agree on. */
export interface TalkState extends Position {
  readonly black: boolean;
}

/** What a change came from: a turn by hand, the browser's back and forward, the other window, or the start. */
export type Cause = 'hand' | 'repeat' | 'history' | 'other-window' | 'start' | 'scroll';

type Listener = (now: TalkState, before: TalkState, cause: Cause) => void;

/** The state of the talk; everything shown follows from it. */
export class Talk {
  #state: TalkState;
  readonly #listeners: Listener[] = [];

  constructor(readonly steps: readonly number[]) {
    this.#state = { slide: 0, step: 0, black: false };
  }

  get state(): TalkState {
    return this.#state;
  }

  get last(): number {
    return this.steps.length - 1;
  }

  /** Told of every change, in the order in which they asked. */
  follow(listener: Listener): void {
    this.#listeners.push(listener);
  }

  set(wanted: Partial<TalkState>, cause: Cause): void {
    const before = this.#state;
    const slide = clamp(wanted.slide ?? before.slide, this.last);
    const step = clamp(wanted.step ?? (slide === before.slide ? before.step : 0), this.steps[slide] ?? 0);
    const black = wanted.black ?? before.black;
    const same = slide === before.slide && step === before.step && black === before.black;
    if (same && cause !== 'start') return;
    this.#state = { slide, step, black };
    for (const listener of this.#listeners) listener(this.#state, before, cause);
  }

  /** The next fragment, else the next slide. A black screen comes back first. */
  forth(cause: Cause = 'hand'): void {
    const { slide, step } = this.#state;
    if (step < (this.steps[slide] ?? 0)) this.set({ step: step + 1, black: false }, cause);
    else if (slide < this.last) this.set({ slide: slide + 1, step: 0, black: false }, cause);
    else this.set({ black: false }, cause);
  }

  /** The fragment before, else the slide before as it was left. */
  back(cause: Cause = 'hand'): void {
    const { slide, step } = this.#state;
    if (step > 0) this.set({ step: step - 1, black: false }, cause);
    else if (slide > 0) this.set({ slide: slide - 1, step: this.steps[slide - 1] ?? 0, black: false }, cause);
    else this.set({ black: false }, cause);
  }

  jump(slide: number, cause: Cause = 'hand'): void {
    this.set({ slide, step: 0, black: false }, cause);
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}
