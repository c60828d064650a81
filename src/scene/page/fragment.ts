/** The click at which an element appears: that of the innermost fragment around it, since Marp counts from the outside in. */
export function fragmentOf(element: Element): number | null {
  const number = Number(element.closest('[data-marpit-fragment]')?.getAttribute('data-marpit-fragment'));
  return number > 0 ? number : null;
}
