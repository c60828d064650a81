import type { Talk } from './talk.js';

/** How far a finger goes before it turns a slide, in px. */
const far = 40;

/** Swipes turn slides. Two fingers, and one on a page that is zoomed in, are the browser's own. */
export function listenToTouch(
  area: HTMLElement,
  talk: Talk,
  isActive: () => boolean,
  onTap: () => void,
): void {
  let start: { readonly x: number; readonly y: number } | null = null;
  area.addEventListener(
    'touchstart',
    ({ touches }) => {
      const touch = touches[0];
      const alone = touches.length === 1 && (window.visualViewport?.scale ?? 1) < 1.05;
      start = touch && alone && isActive() ? { x: touch.clientX, y: touch.clientY } : null;
    },
    { passive: true },
  );
  area.addEventListener('touchcancel', () => {
    start = null;
  });
  area.addEventListener('touchend', ({ changedTouches, target }) => {
    const touch = changedTouches[0];
    if (!start || !touch) return;
    const [across, down] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(across) > far && Math.abs(across) > 1.5 * Math.abs(down)) {
      if (isForth(across)) talk.forth();
      else talk.back();
    } else if (Math.hypot(across, down) < 10 && !(target instanceof Element && target.closest('a'))) onTap();
  });
}

/** As pages are turned: to the left goes on, or to the right in a script that is written from right to left. */
function isForth(across: number): boolean {
  return document.documentElement.dir === 'rtl' ? across > 0 : across < 0;
}
