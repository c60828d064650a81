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
  /** Where it begins in its first lane and ends in its last, as parts of the lane: others may share a lane with it. */
  readonly from: number;
  readonly to: number;
}

type Bare = Omit<PlanBox, 'from' | 'to'>;

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
  if (bare.length > 0) return arranged(merged(bare));
  const present = stage.parties.length > 0 ? stage.parties : lanes.map(({ name }) => name);
  return arranged(
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

/** Boxes that share a lane stand in it one above the other; one that would pass through a lane that has its own is repeated. */
function arranged(boxes: readonly Bare[]): readonly PlanBox[] {
  const single = (box: Bare) =>
    Array.from({ length: box.last - box.first + 1 }, (_, index) => ({
      ...box,
      first: box.first + index,
      last: box.first + index,
    }));
  const touching = merged(
    boxes.flatMap((box) => (boxes.some((other) => passes(box, other)) ? single(box) : [box])),
  );
  return touching.map((box) => stacked(box, touching));
}

function passes(one: Bare, other: Bare): boolean {
  return one !== other && one.first !== one.last && one.first < other.last && other.first < one.last;
}

function stacked(box: Bare, boxes: readonly Bare[]): PlanBox {
  const first = inLane(box.first, boxes);
  const last = inLane(box.last, boxes);
  return { ...box, from: first.indexOf(box) / first.length, to: (last.indexOf(box) + 1) / last.length };
}

/** Boxes of a lane from top to bottom: those that come from above, its own, those that go on below. */
function inLane(lane: number, boxes: readonly Bare[]): readonly Bare[] {
  const rank = ({ first, last }: Bare) => (first < lane ? 0 : last > lane ? 2 : 1);
  return boxes.filter(({ first, last }) => first <= lane && lane <= last).sort((a, b) => rank(a) - rank(b));
}
