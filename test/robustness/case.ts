/** One thing that goes wrong or is meant to do harm, what briefdeck must come to, and what marp-cli 4.5.1 does. */
export interface Case {
  /** As a row of docs/robustness.md begins. */
  readonly name: string;
  /** Files of the working folder; the first is the input. A function is given the address of a listener that must never be reached. */
  readonly files:
    | Readonly<Record<string, string | Uint8Array>>
    | ((listener: string) => Readonly<Record<string, string>>);
  /** What is done to the folder before. */
  readonly before?: (cwd: string) => void;
  /** Behind `build` and the input; html alone where nothing is said. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  /** Codes of the findings that must be among those told; none where the deck is to be built. */
  readonly finds?: readonly string[];
  /** Words that no output may hold. */
  readonly never?: readonly string[];
  readonly marp: string;
}

/** The smallest outline, with one slide. */
export function outlineOf(slide: unknown, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ title: 'A', language: 'en', ...more, slides: [slide] });
}

/** An outline whose slides show these pictures. */
export function pictures(paths: readonly string[]): string {
  const slides = paths.map((file) => ({ kind: 'image', headline: 'H', alt: 'x', file }));
  return JSON.stringify({ title: 'A', language: 'en', slides });
}

/** Rules within rules, each with two selectors. */
export function nestedStyles(depth: number): string {
  return `${'a,b{'.repeat(depth)}color:red${'}'.repeat(depth)}`;
}
