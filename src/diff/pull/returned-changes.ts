/** A text of the outline as it is and as the edited deck would have it. */
export interface PulledChange {
  readonly pointer: string;
  readonly was: string;
  readonly now: string;
}

/** An edit of a text that the outline says in other words since the deck was built. */
export interface PullConflict extends PulledChange {
  /** 1-based number of the slide as built. */
  readonly slide: number;
  /** What the outline says now; `was` is the deck as built. */
  readonly outline: string;
}

/** An edit that no text of the outline can take. */
export interface UnmappedEdit {
  readonly kind:
    | 'reworded'
    | 'deleted'
    | 'added'
    | 'moved'
    | 'comment'
    | 'slide deleted'
    | 'slide added'
    | 'slide moved';
  /** 1-based number of the slide as built; of one that was added, as it came back. */
  readonly slide: number;
  readonly pointer: string | null;
  readonly was: string | null;
  readonly now: string | null;
  readonly reason: string;
}

/** What came back with an edited deck. */
export interface Pulled {
  readonly changes: readonly PulledChange[];
  readonly conflicts: readonly PullConflict[];
  readonly unmapped: readonly UnmappedEdit[];
}
