import { words } from '../words.js';
import { addressOf, keepAddress, readAddress, recall, remember, startPosition } from './address.js';
import { showControls } from './controls.js';
import { make } from './dom.js';
import { helpDialog } from './help.js';
import { followPresenter } from './in-step.js';
import { type Commands, listenToKeys } from './keys.js';
import { Overview } from './overview.js';
import { name, Pair, type Role } from './pair.js';
import { PointerDot, PointerHand } from './pointer.js';
import { showPresenter } from './presenter.js';
import { type PageDeck, readDeck } from './slides.js';
import { isStacked, showStage } from './stage.js';
import { Talk } from './talk.js';
import { listenToTouch } from './touch.js';
import { Voice } from './voice.js';

/** What both windows have. */
interface Desk {
  readonly deck: PageDeck;
  readonly talk: Talk;
  readonly home: HTMLElement;
  readonly voice: Voice;
  readonly pair: Pair;
}

function startPlayer(): void {
  const deck = readDeck();
  const address = readAddress(deck);
  const role = address.presenter ? 'presenter' : 'audience';
  const talk = new Talk(deck.slides.map(({ steps }) => steps));
  const home = make('div', { class: 'bd', attributes: { lang: 'en', dir: 'ltr' } });
  document.body.append(home);
  document.body.dataset.player = role;
  const desk = { deck, talk, home, voice: new Voice(home), pair: pairOf(deck, role, address.pair) };
  const begin = startPosition(deck);
  keepAddress(talk, deck, role === 'presenter' ? desk.pair.id : null);
  if (role === 'presenter') startPresenter(desk);
  else startAudience(desk);
  desk.voice.follow(talk, deck.slides);
  talk.set(begin, 'start');
}

/** The same pair after a reload of either window. */
function pairOf({ data }: PageDeck, role: Role, named: string | null): Pair {
  const key = `briefdeck pair ${data.key}`;
  const kept = recall(key);
  const id = named ?? (typeof kept === 'string' ? kept : name());
  remember(key, id);
  return new Pair(data.key, role, id);
}

function startAudience(desk: Desk): void {
  const { deck, talk, home, pair } = desk;
  const area = () => deck.slides[talk.state.slide]?.element.getBoundingClientRect();
  const dot = new PointerDot(home, area);
  const hand = new PointerHand(document.body, area, (spot) => dot.show(spot));
  const commands = commandsOf(desk, () => {
    document.body.toggleAttribute('data-pointer', hand.switch());
  });
  const wake = showControls(home, talk, deck.slides, commands);
  showStage(talk, deck.slides);
  listenToTouch(document.body, talk, () => !isStacked() && !document.querySelector('dialog[open]'), wake);
  listen(talk, commands);
  followPresenter(talk, pair, (spot) => dot.show(spot));
}

function startPresenter(desk: Desk): void {
  const { deck, talk, home, pair } = desk;
  document.title = `${words.presenter}: ${document.title}`;
  const commands = commandsOf(desk, () => togglePointer());
  const togglePointer = showPresenter(home, talk, deck, pair, {
    reopen: commands.presenter,
    overview: commands.overview,
    help: commands.help,
  });
  listen(talk, commands);
}

function listen(talk: Talk, commands: Commands): void {
  listenToKeys(talk, commands, {
    goTo: words.goTo,
    noSuchSlide: (digits) => words.noSuchSlide(digits, talk.last + 1),
  });
}

function commandsOf(desk: Desk, pointer: () => void): Commands {
  const { deck, talk, home, voice, pair } = desk;
  const overview = new Overview(home, talk, deck.slides, pair.role === 'presenter');
  let help: HTMLDialogElement | null = null;
  const say = (text: string | null) => voice.say(text);
  return {
    overview: () => overview.open('cards'),
    search: () => overview.open('field'),
    presenter: () => openOther(desk),
    fullScreen: () => fullScreen(say),
    help: () => {
      help ??= helpDialog(home);
      help.showModal();
    },
    pointer,
    say,
  };
}

/** The other window of the pair comes forward, or is opened. */
function openOther({ talk, pair, voice }: Desk): void {
  if (pair.other) {
    pair.other.focus();
    return;
  }
  const { id, role } = pair;
  const address = addressOf(talk.state.slide, role === 'audience' ? id : null);
  const features = role === 'audience' ? 'popup,width=1280,height=800' : 'popup,width=1280,height=720';
  const opened = window.open(
    address,
    `briefdeck-${role === 'audience' ? 'presenter' : 'audience'}-${id}`,
    features,
  );
  if (opened) pair.other = opened;
  else voice.say(words.blocked, 8000);
}

function fullScreen(say: (text: string) => void): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else if (!document.fullscreenEnabled) say(words.noFullScreen);
  else document.documentElement.requestFullscreen().catch(() => say(words.noFullScreen));
}

startPlayer();
