import type { Change, ChangeKind } from './change.js';

/** How a kind of change is called. */
const names: Readonly<Record<ChangeKind, string>> = {
  'slide-added': 'new slide',
  'slide-removed': 'slide gone',
  'slide-moved': 'slide moved',
  'statement-added': 'new',
  'statement-removed': 'gone',
  'statement-moved': 'moved',
  'source-added': 'source added',
  'source-dropped': 'source dropped',
  reworded: 'reworded',
  likelihood: 'likelihood',
  confidence: 'confidence',
  basis: 'basis',
  date: 'date',
  marking: 'marking',
  audience: 'audience',
  changed: 'changed',
};

/** What a change is called, with the way it went: "likelihood up", "reworded (because)". */
export function nameOfChange({ kind, direction, field }: Change): string {
  const way = direction === null ? '' : ` ${direction}`;
  const isSaid =
    field === null ||
    ['text', 'headline', kind].includes(field) ||
    /^(?:slide|statement|source)-/u.test(kind);
  return `${names[kind]}${way}${isSaid ? '' : ` (${field})`}`;
}

/** Whether both texts are worth comparing word by word. */
export function isWording({ kind, was, now }: Change): boolean {
  return kind === 'reworded' && was !== null && now !== null;
}

/** Changes in groups as people read them: the brief as a whole first, then slide by slide, in order. */
export function byPlace(
  changes: readonly Change[],
): readonly { readonly title: string; readonly changes: readonly Change[] }[] {
  const groups = new Map<string, Change[]>();
  for (const each of changes) {
    const title = titleOf(each);
    groups.set(title, [...(groups.get(title) ?? []), each]);
  }
  return [...groups].map(([title, rows]) => ({ title, changes: rows }));
}

function titleOf({ slide, kind }: Change): string {
  if (!slide) return 'The brief';
  return `${kind === 'slide-removed' ? 'Was slide' : 'Slide'} ${slide.place}: ${slide.headline}`;
}
