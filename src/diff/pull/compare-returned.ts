import type { BuiltSlide } from '../../pptx/read/read-manifest.js';
import type { ReturnedSlide } from '../../pptx/read/read-returned.js';
import { evenSpaces } from './align-paragraphs.js';
import { compareSlide, type Rewording } from './compare-slide.js';
import { groupBy } from './group-by.js';
import type { MappedEdit, ScalarAt } from './map-edit.js';
import { matchSlides } from './match-slides.js';
import type { PullConflict, Pulled, PulledChange, UnmappedEdit } from './returned-changes.js';
import { rewrite } from './scalar-words.js';
import { joinEdits } from './text-edits.js';

/** What was edited in a deck since it was built, as changes of the outline as it is now. */
export function compareReturned(
  built: readonly BuiltSlide[],
  returned: readonly ReturnedSlide[],
  scalarAt: ScalarAt,
): Pulled {
  const { pairs, removed, added } = matchSlides(built, returned);
  const slides = pairs.flatMap(({ old, now }) => {
    const [was, is] = [built[old], returned[now]];
    return was && is ? [compareSlide(was, is, scalarAt)] : [];
  });
  const rewordings = slides.flatMap((slide) => slide.rewordings);
  const places = [
    ...removed.map((place) => slideRow('slide deleted', built[place], null)),
    ...added.map((place) => addedRow(returned[place], place)),
    ...pairs.filter(({ moved }) => moved).map(({ old, now }) => slideRow('slide moved', built[old], now)),
  ];
  const { changes, conflicts, unmapped } = gather(rewordings);
  const rest = joinMoved(slides.flatMap((slide) => slide.unmapped));
  return {
    changes,
    conflicts,
    unmapped: [...places, ...rest, ...unmapped].toSorted((a, b) => a.slide - b.slide),
  };
}

function slideRow(
  kind: UnmappedEdit['kind'],
  slide: BuiltSlide | undefined,
  now: number | null,
): UnmappedEdit {
  return {
    kind,
    slide: slide?.number ?? 0,
    pointer: slide?.pointer ?? null,
    was: slide ? titleOf(slide) : null,
    now: now === null ? null : `slide ${now + 1}`,
    reason:
      now === null
        ? 'Delete it in the outline if it shall go for good.'
        : 'Move it in the outline if the new order shall stay.',
  };
}

function addedRow(slide: ReturnedSlide | undefined, place: number): UnmappedEdit {
  return {
    kind: 'slide added',
    slide: place + 1,
    pointer: null,
    was: null,
    now: slide?.paragraphs.map(({ text }) => evenSpaces(text)).join(' / ') ?? null,
    reason: 'Write it into the outline; the deck does not say of which kind it is.',
  };
}

function titleOf({ paragraphs }: BuiltSlide): string | null {
  const title = paragraphs.find(({ pointers }) =>
    pointers.some((each) => /\/(?:headline|title)$/u.test(each)),
  );
  return title?.text ?? paragraphs[0]?.text ?? null;
}

/** What left one slide and came to another in the same words has moved. */
function joinMoved(rows: readonly UnmappedEdit[]): readonly UnmappedEdit[] {
  const arrived = new Set<UnmappedEdit>();
  const joined = rows.map((row): UnmappedEdit => {
    if (row.kind !== 'deleted') return row;
    const to = rows.find(
      (each) =>
        each.kind === 'added' &&
        !arrived.has(each) &&
        evenSpaces(each.now ?? '') === evenSpaces(row.was ?? ''),
    );
    if (!to) return row;
    arrived.add(to);
    return {
      ...row,
      kind: 'moved',
      now: `slide ${to.slide}`,
      reason: 'Move it in the outline if it shall stay there.',
    };
  });
  return joined.filter((row) => !arrived.has(row));
}

type Edited = Extract<MappedEdit, { is: 'edit' }> & { readonly from: Rewording };

/** One change for each text of the outline, out of all the paragraphs that show it. */
function gather(rewordings: readonly Rewording[]): Pulled {
  const rows = rewordings.flatMap((from) => from.mapped.map((mapped) => ({ ...mapped, from })));
  const conflicts: PullConflict[] = [];
  const changes: PulledChange[] = [];
  const unmapped: UnmappedEdit[] = [];
  const edits: Edited[] = [];
  for (const row of rows) {
    if (row.is === 'edit') edits.push(row);
    else if (row.is === 'conflict') conflicts.push(conflictOf(row.pointer, row.from, row.outline));
    else unmapped.push(unmappedOf(row.pointer, row.from, row.reason));
  }
  for (const [pointer, group] of groupBy(edits, (edit) => edit.pointer)) {
    const [first] = group;
    if (!first) continue;
    const isOneReading = group.every(({ words }) => words.text === first.words.text);
    const joined = isOneReading ? joinEdits(group.flatMap((edit) => edit.edits)) : null;
    const now = joined && rewrite(first.words, joined);
    if (now) changes.push({ pointer, was: first.words.raw, now });
    else if (joined)
      unmapped.push(
        unmappedOf(pointer, first.from, 'Marks such as *emphasis* or a link stand within the changed words.'),
      );
    else conflicts.push(...group.map(({ from, words }) => conflictOf(pointer, from, words.raw)));
  }
  return { changes, conflicts, unmapped };
}

function conflictOf(pointer: string, { slide, was, now }: Rewording, outline: string): PullConflict {
  return { pointer, slide, was, now, outline };
}

function unmappedOf(pointer: string | null, { slide, was, now }: Rewording, reason: string): UnmappedEdit {
  return { kind: 'reworded', slide, pointer, was, now, reason };
}
