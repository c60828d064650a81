/** How tall a text is, and the room it has, px. */
export interface Need {
  readonly height: number;
  readonly room: number;
  readonly pt: number;
}
