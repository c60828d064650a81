import type { BuiltParagraph, BuiltSlide } from '../../pptx/read/read-manifest.js';
import type { ReturnedSlide } from '../../pptx/read/read-returned.js';
import { longestRun } from '../match-items.js';
import { alignParagraphs, evenSpaces, type Pair } from './align-paragraphs.js';
import { groupBy } from './group-by.js';
import { type MappedEdit, mapEdit, type ScalarAt } from './map-edit.js';
import type { UnmappedEdit } from './returned-changes.js';

/** What became of one paragraph that was reworded. */
export interface Rewording {
  readonly slide: number;
  readonly was: string;
  readonly now: string;
  readonly mapped: readonly MappedEdit[];
}

/** What came back with one slide. */
export interface SlideEdits {
  readonly rewordings: readonly Rewording[];
  readonly unmapped: readonly UnmappedEdit[];
}

/** Compares a slide as built with what came back of it: its paragraphs, then the lines of its notes. */
export function compareSlide(built: BuiltSlide, returned: ReturnedSlide, scalarAt: ScalarAt): SlideEdits {
  const texts = comparePlaces(built.number, shown(built.paragraphs), returned.paragraphs, scalarAt);
  const pointers = built.pointer === null ? [] : [`${built.pointer}/notes`];
  // A deck of an earlier version does not tell its notes; those of the outline stand for them.
  const known = built.notes ?? (returned.notes === null ? null : scalarAt(pointers[0] ?? ''));
  const [old, now] = [linesOf(known), linesOf(returned.notes)];
  const spoken = comparePlaces(
    built.number,
    old.map((text) => ({ pointers, text, shape: 0 })),
    now.map((text) => ({ text, shape: 0 })),
    scalarAt,
  );
  const notes = spoken.unmapped.map((row) => ({
    ...row,
    pointer: row.pointer ?? pointers[0] ?? null,
    reason:
      row.kind === 'added' ? 'A line of the notes came in; write it into the outline’s `notes`.' : row.reason,
  }));
  return {
    rewordings: [...texts.rewordings, ...spoken.rewordings],
    unmapped: [...texts.unmapped, ...notes, ...returned.comments.map((text) => comment(built, text))],
  };
}

function comment({ number, pointer }: BuiltSlide, text: string): UnmappedEdit {
  return {
    kind: 'comment',
    slide: number,
    pointer,
    was: null,
    now: text,
    reason: 'A comment is no text of the outline.',
  };
}

function shown(paragraphs: readonly BuiltParagraph[]): readonly BuiltParagraph[] {
  return paragraphs.filter(({ text }) => text.trim() !== '');
}

function linesOf(notes: string | null): readonly string[] {
  const lines = (notes ?? '').split('\n').map((line) => line.trim());
  return lines.filter(Boolean);
}

function comparePlaces(
  slide: number,
  built: readonly BuiltParagraph[],
  returned: ReturnedSlide['paragraphs'],
  scalarAt: ScalarAt,
): SlideEdits {
  const { pairs, removed, added } = alignParagraphs(built, returned);
  const rewordings = pairs.flatMap(({ old, now }): readonly Rewording[] => {
    const [was, is] = [built[old], returned[now]];
    if (!was || !is || evenSpaces(was.text) === evenSpaces(is.text)) return [];
    const mapped = mapEdit(was.pointers, was.text, is.text, scalarAt);
    return [{ slide, was: evenSpaces(was.text), now: evenSpaces(is.text), mapped }];
  });
  const row = (kind: UnmappedEdit['kind'], old: number | null, now: number | null, reason: string) => ({
    kind,
    slide,
    pointer: (old === null ? null : built[old]?.pointers[0]) ?? null,
    was: old === null ? null : (built[old]?.text ?? null),
    now: now === null ? null : (returned[now]?.text ?? null),
    reason,
  });
  return {
    rewordings,
    unmapped: [
      ...removed.map((place) =>
        row('deleted', place, null, 'Delete it in the outline if it shall go for good.'),
      ),
      ...added.map((place) =>
        row('added', null, place, 'The deck does not say where in the outline it belongs.'),
      ),
      ...movedWithin(pairs, built, returned).map(({ old, now }) =>
        row('moved', old, now, 'Move it in the outline if the new order shall stay.'),
      ),
    ],
  };
}

/** Paragraphs that changed places with others of the same shape; shapes themselves may be stacked anew by any program. */
function movedWithin(
  pairs: readonly Pair[],
  built: readonly BuiltParagraph[],
  returned: ReturnedSlide['paragraphs'],
): readonly Pair[] {
  const groups = groupBy(pairs, ({ old, now }) => `${built[old]?.shape} ${returned[now]?.shape}`);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.old - b.old);
    const stayed = longestRun(sorted.map(({ now }) => now));
    return sorted.filter(({ now }) => !stayed.has(now));
  });
}
