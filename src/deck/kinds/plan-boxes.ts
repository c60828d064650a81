import type { Party, SlideOf, Statement } from '../../outline/brief.js';
import type { MappedText } from '../../outline/mapped-text.js';

type Slide = SlideOf<'staged-plan'>;
type Stage = Slide['stages'][number];

/** A lane: a party and a remark beneath its name. */
export interface Lane {
  readonly name: Party;
  readonly note: MappedText | null;
}

/** A box of a stage: duties that the same neighbouring lanes share. */
export interface PlanBox {
  /** Lanes that it covers, the last one included. */
  readonly first: number;
  readonly last: number;
  readonly unsettled: boolean;
  /** No duties stand in it: the parties take part, or nothing is stated. */
  readonly duties: readonly Statement[];
  /** Its place beside others that cover some of its lanes: column and number of columns. */
  readonly column: number;
  readonly columns: number;
}

type Bare = Omit<PlanBox, 'column' | 'columns'>;

/** The lanes from top to bottom: those given, then any party that has a duty and no lane. */
export function lanesOf({ lanes, stages }: Slide): readonly Lane[] {
  const named = stages.flatMap(({ parties, duties }) => [
    ...duties.flatMap((duty) => duty.parties),
    ...parties,
  ]);
  const all = [...lanes, ...named.map((name) => ({ name, note: null }))];
  return all.filter((lane, index) => all.findIndex((other) => isSame(other.name, lane.name)) === index);
}

/** The boxes of a stage; parties whose lanes do not touch have a box each. */
export function boxesOf(stage: Stage, lanes: readonly Lane[]): readonly PlanBox[] {
  const bare = stage.duties.flatMap((duty): readonly Bare[] =>
    runs(duty.parties, lanes).map((run) => ({
      ...run,
      unsettled: stage.unsettled || duty.unsettled,
      duties: [duty],
    })),
  );
  if (bare.length > 0) return sideBySide(merged(bare));
  const present = stage.parties.length > 0 ? stage.parties : lanes.map(({ name }) => name);
  return sideBySide(
    runs(present, lanes).map((run) => ({
      ...run,
      unsettled: stage.unsettled || stage.parties.length === 0,
      duties: [],
    })),
  );
}

function isSame(one: Party, other: Party): boolean {
  return one.id !== null ? one.id === other.id : one.name.text === other.name.text;
}

function runs(
  parties: readonly Party[],
  lanes: readonly Lane[],
): readonly { readonly first: number; readonly last: number }[] {
  const within = lanes.flatMap(({ name }, index) =>
    parties.some((party) => isSame(party, name)) ? [index] : [],
  );
  const starts = within.filter((lane) => !within.includes(lane - 1));
  const ends = within.filter((lane) => !within.includes(lane + 1));
  return starts.map((first, index) => ({ first, last: ends[index] ?? first }));
}

/** Duties of the same lanes stand in one box. */
function merged(boxes: readonly Bare[]): readonly Bare[] {
  const found = new Map<string, Bare>();
  for (const box of boxes) {
    const key = `${box.first} ${box.last} ${box.unsettled}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, duties: [...known.duties, ...box.duties] } : box);
  }
  return [...found.values()];
}

/** Boxes that cover the same lane share the width of the stage. */
function sideBySide(boxes: readonly Bare[]): readonly PlanBox[] {
  const placed: { readonly box: Bare; readonly column: number }[] = [];
  for (const box of boxes) {
    const used = placed.filter((other) => touches(other.box, box)).map(({ column }) => column);
    placed.push({ box, column: [...used.keys(), used.length].find((column) => !used.includes(column)) ?? 0 });
  }
  return placed.map(({ box, column }) => {
    const group = placed.filter((other) => touches(other.box, box));
    const columns =
      1 +
      Math.max(
        ...group.flatMap(({ box: one }) =>
          placed.filter((other) => touches(one, other.box)).map((other) => other.column),
        ),
      );
    return { ...box, column, columns };
  });
}

function touches(one: Bare, other: Bare): boolean {
  return one.first <= other.last && other.first <= one.last;
}
