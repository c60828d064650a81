import type { BuildReport, DeckReport } from '../build-types.js';
import type { Sources } from '../deck-report.js';
import type { BriefdeckError } from '../diagnostics/briefdeck-error.js';
import type { Terminal } from '../effects/effects.js';
import type { Words } from './commands.js';
import { sayDeck } from './say-deck.js';
import type { WatchedBuild } from './watch-decks.js';

type Voice = Pick<WatchedBuild, 'onChange' | 'onBuilt' | 'onFailure'> & {
  readonly onDeck: (deck: DeckReport, sources: Sources) => void;
};

/** Tells people, line by line with the time, what was saved and what came of it; with --json a document a build, one a line. */
export function watchVoice(words: Words, shown: (report: BuildReport) => unknown, terminal: Terminal): Voice {
  const tells = !words.on('json');
  const quiet = words.on('quiet');
  const say = (text: string) => terminal.err(`${clock()}  ${text}\n`);
  let told = false;
  return {
    onDeck: (deck, sources) => {
      // Findings alone: the line below says the rest.
      if (tells) sayDeck(deck, sources, { quiet: true, writes: true }, terminal);
    },
    onChange: (paths) => {
      if (tells && !quiet) say(`saved: ${paths.join(', ')}`);
    },
    onBuilt: (report, ms) => {
      if (!tells) terminal.out(`${JSON.stringify(shown(report))}\n`);
      else if (!quiet) for (const deck of report.decks) say(deckLine(deck, ms));
      if (tells && !quiet && !told) say('watching; Ctrl-C ends');
      told = true;
    },
    onFailure: ({ message, hint }: BriefdeckError) => say(`${message}${hint ? `\n  hint: ${hint}` : ''}`),
  };
}

function deckLine({ input, outputs, slides, unchanged, exitCode }: DeckReport, ms: number): string {
  const formats = [...new Set(outputs.map(({ format }) => format))].join(', ');
  const found = exitCode === 0 ? '' : '; it has errors';
  if (outputs.length === 0) return `${input}  nothing written; what was there before stays`;
  if (unchanged) return `${input}  nothing changed${found}`;
  return `${input}  ${slides} slides to ${formats} in ${ms} ms${found}`;
}

/** The time of day where the user is, `14:03:27`. */
function clock(): string {
  return new Date().toTimeString().slice(0, '14:03:27'.length);
}
