/** Why a package is refused: what is wrong, as sentences, and what to do about it. It never leaves the room. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
