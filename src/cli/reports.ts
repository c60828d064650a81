import type { DeckReport } from '../build-types.js';
import type { Sources } from '../deck-report.js';
import { againstBaseline, type Baseline, baselineOf, readBaseline } from '../diagnostics/baseline.js';
import { exitCodes } from '../diagnostics/briefdeck-error.js';
import { blocks } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { githubAnnotation } from '../diagnostics/github.js';
import type { Effects } from '../effects/effects.js';
import { readVersion } from '../version.js';
import { usage } from './arguments.js';
import type { Words } from './commands.js';

/** The further ways in which findings are told: annotations, a SARIF log, and against a baseline. */
export interface Reports {
  /** A deck as it counts: without the findings that the baseline knows, and with the exit code that follows. */
  readonly take: (deck: DeckReport, sources: Sources) => DeckReport;
  /** Every deck as it counts, once the files that were asked for are written. */
  readonly end: () => Promise<readonly DeckReport[]>;
}

/** Reads what the words ask for; a baseline that cannot be read is wrong usage. */
export async function reportsFor(
  words: Words,
  { files, env, terminal, packageRoot }: Effects,
): Promise<Reports> {
  const known = await readKnown(words.text('baseline'), files);
  const decks: DeckReport[] = [];
  const texts = new Map<string, string>();
  const annotates = env.GITHUB_ACTIONS === 'true';
  const write = async (option: 'sarif' | 'write-baseline', document: () => unknown) => {
    const path = words.text(option);
    if (path === null) return;
    await files.write(path, new TextEncoder().encode(`${JSON.stringify(document(), null, 2)}\n`));
  };
  return {
    take: (deck, sources) => {
      for (const [file, text] of sources) texts.set(file, text);
      const adopted = known ? adopt(deck, known, sources, words.on('strict')) : deck;
      // Workflow commands are read from both streams; standard output may be one JSON document.
      if (annotates) for (const each of adopted.diagnostics) terminal.err(`${githubAnnotation(each)}\n`);
      decks.push(adopted);
      return adopted;
    },
    end: async () => {
      const all = decks.flatMap(({ diagnostics, known: old = [] }) => [...diagnostics, ...old]);
      await write('write-baseline', () => baselineOf(all.filter(mayBeKnown), texts));
      if (words.text('sarif') === null) return decks;
      // Most runs ask for none of this.
      const { sarifLog } = await import('../diagnostics/sarif.js');
      const version = await readVersion({ files, packageRoot });
      const old = new Set(decks.flatMap((deck) => deck.known ?? []));
      const rows = all.map((finding) => ({ finding, isKnown: old.has(finding) }));
      await write('sarif', () => sarifLog(rows, texts, version));
      return decks;
    },
  };
}

async function readKnown(path: string | null, files: Effects['files']): Promise<Baseline | null> {
  if (path === null) return null;
  if ((await files.kind(path)) === 'missing')
    throw usage(`There is no baseline ${path}.`, `Write it: briefdeck check --write-baseline ${path}`);
  const read = readBaseline(new TextDecoder().decode(await files.read(path)));
  if (typeof read !== 'string') return read;
  throw usage(`${path} is no baseline. ${read}`, `Write it anew: briefdeck check --write-baseline ${path}`);
}

/** What keeps outputs from being written cannot be lived with. */
function mayBeKnown(finding: Diagnostic): boolean {
  return !blocks(finding);
}

function adopt(deck: DeckReport, baseline: Baseline, sources: Sources, strict: boolean): DeckReport {
  const mine = {
    ...baseline,
    findings: baseline.findings.filter(({ file }) => file === deck.input || file === null),
  };
  const { fresh, known } = againstBaseline(deck.diagnostics.filter(mayBeKnown), mine, sources);
  const diagnostics = deck.diagnostics.filter((each) => !mayBeKnown(each) || fresh.includes(each));
  const fails = diagnostics.some(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning'),
  );
  const code = fails ? exitCodes.briefHasErrors : exitCodes.done;
  return {
    ...deck,
    diagnostics,
    known,
    exitCode: deck.exitCode > exitCodes.briefHasErrors ? deck.exitCode : code,
  };
}
