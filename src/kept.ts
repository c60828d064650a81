/** The last value of a step, made anew only when what it is made from is another. */
export class Kept<T> {
  #last: { readonly key: string; readonly value: Promise<T> } | null = null;

  /** The value for a key; one that could not be made is tried again. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    if (this.#last?.key !== key) this.#last = { key, value: make() };
    const { value } = this.#last;
    value.catch(() => {
      if (this.#last?.value === value) this.#last = null;
    });
    return value;
  }
}
