/** The characters that some texts had, so that what is done for new ones alone is not done at every edit. */
export class SeenLetters {
  #owner: unknown = null;
  #seen = new Set<string>();

  /** Takes a text in; whether it has a character that none before it had. With another owner it begins anew. */
  add(text: string, owner: unknown): boolean {
    if (owner !== this.#owner) this.#seen = new Set();
    this.#owner = owner;
    const before = this.#seen.size;
    for (const letter of text) this.#seen.add(letter);
    return this.#seen.size > before;
  }
}
