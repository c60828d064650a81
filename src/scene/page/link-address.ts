/** Where a link leads: its address as written, or `#3` where it leads to something on the third slide. */
export function linkAddress(link: Element | null): string | null {
  const address = link?.getAttribute('href') ?? null;
  if (!address?.startsWith('#')) return address;
  const slide = placeOf(address.slice(1))?.closest('div.marpit > *');
  if (!slide?.parentElement) return address;
  return `#${[...slide.parentElement.children].indexOf(slide) + 1}`;
}

function placeOf(id: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(id));
  } catch {
    return document.getElementById(id);
  }
}
