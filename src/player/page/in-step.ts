import type { News, Pair, Spot } from './pair.js';
import type { Talk } from './talk.js';

/** How the windows stand to each other, as the presenter sees it. */
export type Link = 'waiting' | 'linked' | 'lost';

/** How often the presenter's window asks, and how long it waits for an answer, in ms. */
const every = 1000;
const patience = 3500;

/** Keeps the talk of the audience's window in step with the presenter's. */
export function followPresenter(talk: Talk, pair: Pair, onPointer: (spot: Spot) => void): void {
  tellTurns(talk, pair);
  pair.onNews((news) => {
    if (news.kind === 'state') talk.set(news.state, 'other-window');
    if (news.kind === 'pointer') onPointer(news.spot);
    if (news.kind === 'bye') onPointer(null);
    // An answer goes out also where the browser holds back the timers of a window that is covered.
    if (news.kind === 'ask') pair.tell({ kind: 'here', state: talk.state });
  });
  // A window that was loaded again asks for the place.
  pair.tell({ kind: 'ask' });
}

/** Keeps the talk of the presenter's window in step with the audience's, and says when that is lost. */
export function followAudience(talk: Talk, pair: Pair, onLink: (link: Link) => void): void {
  let heard = Date.now();
  let link: Link = 'waiting';
  let met = false;
  const say = (next: Link) => {
    if (next !== link) onLink(next);
    link = next;
  };
  const hear = (news: News, isNew: boolean) => {
    heard = Date.now();
    if (news.kind === 'bye') return say('lost');
    // Who comes first into the room knows the place: the audience's window at the start, afterwards the presenter's.
    if (!met && news.kind === 'here') talk.set(news.state, 'other-window');
    else if (met && (isNew || link === 'lost')) pair.tell({ kind: 'state', state: talk.state });
    else if (news.kind === 'state') talk.set(news.state, 'other-window');
    if (news.kind === 'here') met = true;
    if (met) say('linked');
  };
  tellTurns(talk, pair);
  pair.onNews(hear);
  pair.tell({ kind: 'ask' });
  setInterval(() => {
    pair.tell({ kind: 'ask' });
    const silent = Date.now() - heard > patience;
    if (silent || pair.gone) say('lost');
  }, every);
}

function tellTurns(talk: Talk, pair: Pair): void {
  talk.follow((state, _before, cause) => {
    if (cause !== 'other-window' && cause !== 'start') pair.tell({ kind: 'state', state });
  });
}
