import { make } from './dom.js';
import { fragmentsOf, type PageSlide } from './slides.js';
import type { Talk, TalkState } from './talk.js';

/** A phone held upright shows the slides one below the other, to be scrolled; a slide fitted into it would be too small to read. */
const upright = matchMedia('(max-width: 640px) and (orientation: portrait)');

/** Whether the slides stand one below the other. */
export function isStacked(): boolean {
  return upright.matches;
}

/** Shows the slide of the talk, its fragments, and how far it has come. */
export function showStage(talk: Talk, slides: readonly PageSlide[]): void {
  const bar = make('div', { class: 'bd-progress', attributes: { 'aria-hidden': 'true' } });
  const black = make('div', { class: 'bd-black', attributes: { hidden: '' } });
  document.body.append(bar, black);
  talk.follow((now, before, cause) => {
    showFragments(slides[now.slide], now.step);
    const focused =
      slides[before.slide]?.element.contains(document.activeElement) && before.slide !== now.slide;
    slides[before.slide]?.element.removeAttribute('data-now');
    slides[now.slide]?.element.setAttribute('data-now', '');
    if (isStacked() && cause !== 'scroll') scrollToSlide(slides[now.slide]);
    // Whoever was on a link of the slide goes on from the new one; anyone else is left where he is.
    if (focused) slides[now.slide]?.element.focus({ preventScroll: true });
    bar.style.setProperty('--part', String(partOf(now, talk)));
    black.hidden = !now.black;
  });
  followScrolling(talk, slides);
}

function partOf({ slide }: TalkState, { last }: Talk): number {
  return last === 0 ? 1 : slide / last;
}

function showFragments(slide: PageSlide | undefined, step: number): void {
  if (!slide || slide.steps === 0) return;
  fragmentsOf(slide.element).forEach((part, index) => {
    part.toggleAttribute('data-waiting', index >= step);
  });
}

/** On a phone held upright the slide that is looked at is the one that the talk is at; turned on its side, that one is shown. */
function followScrolling(talk: Talk, slides: readonly PageSlide[]): void {
  addEventListener(
    'scroll',
    () => {
      if (!isStacked()) return;
      const seen = slides.findIndex(({ element }) => isSeen(element.getBoundingClientRect()));
      if (seen >= 0) talk.set({ slide: seen, step: talk.steps[seen] ?? 0 }, 'scroll');
    },
    { passive: true },
  );
  upright.addEventListener('change', () => {
    if (isStacked()) scrollToSlide(slides[talk.state.slide]);
  });
}

/** The first whose middle has not gone by. */
function isSeen({ top, height }: DOMRect): boolean {
  return top + height / 2 > 0;
}

/** Down or up alone: a slide that is scaled down has a box of its full width. */
function scrollToSlide(slide: PageSlide | undefined): void {
  if (slide) window.scrollTo({ top: slide.element.getBoundingClientRect().top + window.scrollY });
}
