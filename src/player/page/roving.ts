/** Puts the focus on one of a group, and makes that one the only stop of Tab. */
export function focusAt(group: readonly HTMLElement[], wanted: HTMLElement | undefined): void {
  const chosen = wanted && group.includes(wanted) ? wanted : group[0];
  for (const each of group) each.tabIndex = each === chosen ? 0 : -1;
  chosen?.focus();
}

/** Moves the focus among a group that is laid out in rows; up from the first row goes to `above`. Says whether the key was one of its own. */
export function moveByKeys(
  group: readonly HTMLElement[],
  { key, target }: KeyboardEvent,
  above: HTMLElement | null,
): boolean {
  const at = target instanceof HTMLElement ? group.indexOf(target) : -1;
  if (at < 0) return false;
  const width = columns(group);
  const right = getComputedStyle(group[at] ?? document.body).direction === 'rtl' ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: right,
    ArrowLeft: -right,
    ArrowDown: width,
    ArrowUp: -width,
    PageDown: 3 * width,
    PageUp: -3 * width,
    Home: -at,
    End: group.length - 1 - at,
  };
  const step = steps[key];
  if (step === undefined) return false;
  if (key === 'ArrowUp' && at < width && above) above.focus();
  else focusAt(group, group[Math.min(Math.max(at + step, 0), group.length - 1)]);
  return true;
}

/** How many stand in the first row. */
function columns(group: readonly HTMLElement[]): number {
  const top = group[0]?.getBoundingClientRect().top;
  const next = group.findIndex((each) => Math.abs(each.getBoundingClientRect().top - (top ?? 0)) > 4);
  return next < 0 ? group.length : next;
}
