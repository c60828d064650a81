/** The counters of CSS: computed styles give `counter(name)`, not the number, so it is counted again here. */
export class Counters {
  /** By name: the open scopes, innermost last, with the element whose children the scope covers. */
  readonly #scopes = new Map<string, { owner: Element | null; value: number }[]>();

  /** Takes an element's own counters, before its `::before` and its children. */
  enter(element: Element, style: CSSStyleDeclaration): void {
    for (const [name, value] of pairs(style.counterReset, 0)) {
      // A counter covers the element's following siblings too, so its scope belongs to the parent.
      const scopes = this.#scopes.get(name) ?? [];
      const owner = element.parentElement;
      const last = scopes.at(-1);
      if (last && last.owner === owner) last.value = value;
      else scopes.push({ owner, value });
      this.#scopes.set(name, scopes);
    }
    this.pseudo(element, style, false);
  }

  /** Takes what an element or a pseudo-element counts up or sets. */
  pseudo(element: Element, style: CSSStyleDeclaration, resets = true): void {
    if (resets)
      for (const [name, value] of pairs(style.counterReset, 0)) this.#scope(name, element).value = value;
    for (const [name, value] of pairs(style.counterIncrement, 1)) this.#scope(name, element).value += value;
    for (const [name, value] of pairs(style.counterSet, 0)) this.#scope(name, element).value = value;
  }

  /** Ends the scopes that the children of an element opened. */
  leave(element: Element): void {
    for (const scopes of this.#scopes.values()) {
      while (scopes.at(-1)?.owner === element) scopes.pop();
    }
  }

  /** The number of a counter; 0 where it was never set. */
  value(name: string): number {
    return this.#scopes.get(name)?.at(-1)?.value ?? 0;
  }

  /** The numbers of all open scopes, outermost first. */
  values(name: string): readonly number[] {
    return this.#scopes.get(name)?.map(({ value }) => value) ?? [0];
  }

  #scope(name: string, element: Element) {
    const scopes = this.#scopes.get(name) ?? [];
    const last = scopes.at(-1);
    if (last) return last;
    const scope = { owner: element.parentElement, value: 0 };
    scopes.push(scope);
    this.#scopes.set(name, scopes);
    return scope;
  }
}

function pairs(css: string, otherwise: number): readonly (readonly [string, number])[] {
  if (!css || css === 'none') return [];
  return [...css.matchAll(/([A-Za-z_-][\w-]*)(?:\s+(-?\d+))?/gu)].map(
    ([, name = '', value]) => [name, value === undefined ? otherwise : Number(value)] as const,
  );
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanNumber(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, letters] of roman) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}

function letterNumber(value: number): string {
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

const writers: Readonly<Record<string, (value: number) => string>> = {
  'decimal-leading-zero': (value) => String(value).padStart(2, '0'),
  'lower-alpha': letterNumber,
  'lower-latin': letterNumber,
  'upper-alpha': (value) => letterNumber(value).toUpperCase(),
  'upper-latin': (value) => letterNumber(value).toUpperCase(),
  'lower-roman': romanNumber,
  'upper-roman': (value) => romanNumber(value).toUpperCase(),
};

/** A number in a counter style of CSS; styles that are not known here are decimal. */
export function writeNumber(value: number, style: string): string {
  return value > 0 ? (writers[style]?.(value) ?? String(value)) : String(value);
}
