/** What a caller of `inTurn` may follow. */
export interface Followed<Item, Result> {
  /** Whenever a task starts or ends: the items under way, in their order, and how many have ended. */
  readonly onWork: (underWay: readonly Item[], ended: number) => void;
  /** What came of each item, in the order of the items and as early as that order allows. */
  readonly onResult: (result: Result) => void;
}

/**
 * Runs a task for each item, so many at a time, and gives what came of them in the order of the items.
 * After a task that throws no other starts; those under way come to their end before it is thrown on.
 */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  task: (item: Item) => Promise<Result>,
  { onWork, onResult }: Followed<Item, Result>,
): Promise<readonly Result[]> {
  const waiting = items.entries();
  const underWay = new Map<number, Item>();
  const ended = new Map<number, Result>();
  const told: Result[] = [];
  let failed = false;
  const follow = () =>
    onWork(
      [...underWay].sort(([a], [b]) => a - b).map(([, item]) => item),
      ended.size,
    );
  const take = async (index: number, item: Item) => {
    underWay.set(index, item);
    follow();
    ended.set(index, await task(item));
    underWay.delete(index);
    for (let next = ended.get(told.length); next !== undefined; next = ended.get(told.length)) {
      told.push(next);
      onResult(next);
    }
    follow();
  };
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failed) return;
      await take(index, item).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return told;
}
