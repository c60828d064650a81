import type { SlideLayout } from '../deck/deck.js';
import type { Scene, TextItem } from '../scene/scene.js';

/** The texts of a slide that fill placeholders of its layout. */
export interface SlideRoles {
  readonly title: TextItem | null;
  /** The title slide's subtitle, or what a section promises. */
  readonly subtitle: TextItem | null;
  readonly body: TextItem | null;
  readonly footer: TextItem | null;
  readonly date: TextItem | null;
  readonly number: TextItem | null;
}

/** Finds out which text fills which placeholder: by role where the theme gives one, else by tag and place. */
export function findRoles({ items, width }: Scene, layout: SlideLayout): SlideRoles {
  const texts = items.filter((item) => item.kind === 'text');
  const title = texts.find(({ role }) => role === 'title') ?? texts.find(isHeading) ?? null;
  const rest = texts.filter((text) => text !== title);
  const opening = layout === 'title' || layout === 'section';
  const subtitle =
    rest.find(({ role }) => role === 'subtitle') ?? (opening && title ? below(title, rest) : null);
  return {
    title,
    subtitle,
    body: opening ? null : (rest.find(({ role }) => role === 'body') ?? mainText(rest, width)),
    footer: rest.find(({ role }) => role === 'footer') ?? null,
    date: rest.find(({ role }) => role === 'date') ?? null,
    number: rest.find(({ role }) => role === 'slide-number') ?? null,
  };
}

function isHeading({ paragraphs, role }: TextItem): boolean {
  return role === null && (paragraphs[0]?.heading ?? null) !== null;
}

function below(title: TextItem, texts: readonly TextItem[]): TextItem | null {
  const start = title.paragraphs[0]?.box.x ?? title.extent.x;
  const bottom = title.extent.y + title.extent.height;
  return (
    texts.find(({ role, inside, extent, paragraphs }) => {
      const near = extent.y > bottom - 8 && extent.y < bottom + 120;
      return role === null && inside === null && near && Math.abs((paragraphs[0]?.box.x ?? 0) - start) < 2;
    }) ?? null
  );
}

/** The list or the text that the slide is about: the longest that is a list, has paragraphs, or is wide; null where all is small. */
function mainText(texts: readonly TextItem[], width: number): TextItem | null {
  const candidates = texts.filter(
    ({ role, inside, paragraphs, extent }) =>
      role === null &&
      inside === null &&
      (paragraphs.some(({ marker }) => marker) || paragraphs.length > 2 || extent.width > width / 2),
  );
  const lists = candidates.filter(({ paragraphs }) => paragraphs.some(({ marker }) => marker));
  const [longest] = (lists.length > 0 ? lists : candidates).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return longest && longest.extent.height > 40 ? longest : null;
}

function lengthOf({ paragraphs }: TextItem): number {
  return paragraphs.reduce(
    (sum, { lines }) =>
      sum + lines.reduce((all, { runs }) => all + runs.reduce((n, { text }) => n + text.length, 0), 0),
    0,
  );
}
