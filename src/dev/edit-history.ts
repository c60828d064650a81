import { type EditedOutline, readYaml } from '../outline/edited-outline.js';

/** The edits made in the preview, to be taken back and made again. */
export interface EditHistory {
  /** Notes that an edit turned one text of the file into another. */
  readonly made: (before: string, after: string) => void;
  /** The file's text without the last edit; what else was changed in it since stays. */
  readonly undo: (source: string) => EditedOutline;
  /** The file's text with the last edit taken back made again. */
  readonly redo: (source: string) => EditedOutline;
}

/** An edit as the stretch that it replaced, with what stood around it. */
interface Stretch {
  readonly before: string;
  readonly after: string;
}

const limit = 200;

/** A history without entries. It keeps the last 200 edits. */
export function editHistory(): EditHistory {
  const done: Stretch[] = [];
  const undone: Stretch[] = [];
  const step = (from: Stretch[], to: Stretch[], nothing: string, turn: (edit: Stretch) => Stretch) => {
    return (source: string): EditedOutline => {
      const last = from.at(-1);
      if (!last) return { ok: false, reason: nothing };
      const result = replacedOnce(source, turn(last));
      if (result.ok) to.push(...from.splice(-1));
      return result;
    };
  };
  return {
    made: (before, after) => {
      if (before === after) return;
      done.push({ before, after });
      if (done.length > limit) done.shift();
      undone.length = 0;
    },
    undo: step(done, undone, 'There is nothing to undo.', ({ before, after }) => ({
      before: after,
      after: before,
    })),
    redo: step(undone, done, 'There is nothing to do again.', (edit) => edit),
  };
}

/** The text with an edit made, in whole or at the one place where its surroundings still stand. */
function replacedOnce(source: string, { before, after }: Stretch): EditedOutline {
  if (source === before) return { ok: true, source: after };
  const [head, tail] = commonEnds(before, after);
  const from = lineBefore(before, head);
  const to = lineAfter(before, before.length - tail);
  const old = before.slice(from, to);
  const at = source.indexOf(old);
  const isOnce = old.trim() !== '' && at !== -1 && source.indexOf(old, at + 1) === -1;
  const put = after.slice(from, after.length - (before.length - to));
  const edited = source.slice(0, at) + put + source.slice(at + old.length);
  if (isOnce && readYaml(edited)) return { ok: true, source: edited };
  return { ok: false, reason: 'The file was changed at this place since: mend it there.' };
}

/** Lengths of what two texts share at their beginning and at their end. */
function commonEnds(one: string, other: string): readonly [number, number] {
  const least = Math.min(one.length, other.length);
  let head = 0;
  while (head < least && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < least - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return [head, tail];
}

/** Start of the line before the one at an offset, so that a stretch is found again by its surroundings. */
function lineBefore(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1);
  return start <= 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
}

/** End of the line behind the one at an offset. */
function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const next = end === -1 ? -1 : text.indexOf('\n', end + 1);
  return next === -1 ? text.length : next + 1;
}
