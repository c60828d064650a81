import { recall, remember } from './address.js';

interface Kept {
  readonly spent: readonly number[];
  readonly since: number | null;
  readonly part: number;
}

/** Time spent, as a whole and by section. It outlives a reload of the window. */
export class Stopwatch {
  #spent: number[];
  /** When the part of time that runs began; null while it stands. */
  #since: number | null;
  #part: number;

  constructor(readonly key: string) {
    const kept = recall(key);
    const { spent, since, part } = isKept(kept) ? kept : { spent: [], since: null, part: 0 };
    this.#spent = [...spent];
    this.#since = since;
    this.#part = part;
  }

  get running(): boolean {
    return this.#since !== null;
  }

  /** Nothing was counted yet. */
  get fresh(): boolean {
    return !this.running && this.#spent.length === 0;
  }

  /** Ms spent in a section, or in all. */
  spent(part: number | null = null): number {
    const known =
      part === null ? this.#spent.reduce((sum, each) => sum + (each ?? 0), 0) : (this.#spent[part] ?? 0);
    const counts = this.#since !== null && (part === null || part === this.#part);
    return known + (counts ? Date.now() - (this.#since ?? 0) : 0);
  }

  /** From now on time is spent in another section. */
  enter(part: number): void {
    this.#settle();
    this.#part = part;
    this.#keep();
  }

  start(): void {
    this.#since ??= Date.now();
    this.#keep();
  }

  pause(): void {
    this.#settle();
    this.#since = null;
    this.#keep();
  }

  reset(): void {
    this.#spent = [];
    if (this.#since !== null) this.#since = Date.now();
    this.#keep();
  }

  #settle(): void {
    if (this.#since === null) return;
    const now = Date.now();
    for (let part = this.#spent.length; part <= this.#part; part += 1) this.#spent[part] = 0;
    this.#spent[this.#part] = (this.#spent[this.#part] ?? 0) + now - this.#since;
    this.#since = now;
  }

  #keep(): void {
    remember(this.key, { spent: this.#spent, since: this.#since, part: this.#part });
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'spent' in value && Array.isArray(value.spent);
}

/** `4:05`, and `1:04:05` from an hour on. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
