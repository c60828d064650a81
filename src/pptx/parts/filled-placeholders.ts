import type { TextItem } from '../../scene/scene.js';
import type { LayoutPlan, PlannedSlide, Slots } from '../layout-plan.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import type { Placeholder } from '../shapes/text-xml.js';
import { commonPlaceholders, openingPlaceholders } from './layouts.js';

/** A placeholder that a text of a slide fills, and what the layout says of it; null where it is all the text's own. */
export interface FilledPlaceholder {
  readonly placeholder: Placeholder;
  readonly plan: PlaceholderPlan | null;
}

/** Which texts of a slide fill which placeholders of its layout; where the layout has none, the text stands in a box of its own. */
export function placeholdersOf(
  { roles }: PlannedSlide,
  layout: LayoutPlan,
): ReadonlyMap<TextItem, FilledPlaceholder> {
  const { subtitle, body, date, footer, number } = slotsOf(layout);
  const rows: readonly (readonly [TextItem | null, Placeholder | null, PlaceholderPlan | null])[] = [
    [roles.title, titlePlaceholder(layout), layout.title],
    [roles.subtitle, subtitle, layout.subtitle],
    [roles.body, body, layout.body],
    [roles.date, date, layout.date],
    [roles.footer, footer, layout.footer],
    [roles.number, number, layout.number],
  ];
  return new Map(
    rows.flatMap(([text, placeholder, plan]) =>
      text && placeholder ? [[text, { placeholder, plan }] as const] : [],
    ),
  );
}

/** A slide has a title, which screen readers and the outline view show, even where its layout has no place for one. */
export function titlePlaceholder(layout: LayoutPlan): Placeholder {
  return slotsOf(layout).title ?? { type: 'title', index: null };
}

function slotsOf({ name, slots }: LayoutPlan): Slots {
  return slots ?? { ...openingPlaceholders(name), ...commonPlaceholders };
}
