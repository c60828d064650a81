import type { BuildHooks } from '../build.js';
import type { BuildReport, BuildRequest } from '../build-types.js';
import { BriefdeckError, type ExitCode, exitCodes } from '../diagnostics/briefdeck-error.js';
import type { Effects } from '../effects/effects.js';
import { nodeWatcher } from '../effects/node-watcher.js';
import { answers, type Observation } from '../observe-files.js';
import { outputPath } from '../output-path.js';

/** What is built again and again, and who is told. */
export interface WatchedBuild {
  readonly request: BuildRequest;
  /** The outlines there are now, where none was named; null where they were. */
  readonly findInputs: (() => Promise<readonly string[]>) | null;
  readonly hooks: BuildHooks;
  /** Before a build, with the files that were saved, and after it. */
  readonly onChange: (paths: readonly string[]) => void;
  readonly onBuilt: (report: BuildReport, ms: number) => void;
  /** What kept a whole build from being made; the watch goes on. */
  readonly onFailure: (failure: BriefdeckError) => void;
}

/** The folder that is searched where no outline is named. */
export const outlineFolder = 'data';

/** Builds decks, and whenever something is saved that they rest on, again those that do; the browser stays. Ends by a signal alone. */
export async function watchDecks(watched: WatchedBuild, effects: Effects): Promise<ExitCode> {
  const { request } = watched;
  const [{ build }, { startBrowser }] = await Promise.all([
    import('../build.js'),
    import('../browser/browser.js'),
  ]);
  const draws = request.formats.some((format) => format !== 'html' && format !== 'md');
  const { browser: path, concurrency } = request;
  const say = (message: string) => effects.terminal.err(`${message}\n`);
  const start = { path, env: effects.env, concurrency, deadline: 60_000, say, ahead: true };
  const browser = draws ? startBrowser(start) : null;
  const asked = new Map<string, readonly Observation[]>();
  const hooks: BuildHooks = {
    ...watched.hooks,
    ...(browser ? { browser } : {}),
    onAsked: (input, observations) => asked.set(input, observations),
  };
  const make = async (inputs: readonly string[]) => {
    const begin = performance.now();
    const report = await build({ ...request, inputs }, effects, hooks);
    watched.onBuilt(report, Math.round(performance.now() - begin));
    return report;
  };
  try {
    const first = await make(request.inputs);
    // A browser that is not there does not come by saving a file.
    if (first.decks.some(({ exitCode }) => exitCode === exitCodes.browser)) return exitCodes.browser;
    await new Loop(watched, asked, make, effects).run();
    return exitCodes.done;
  } finally {
    await browser?.close();
  }
}

/** Waits for changes, one build at a time; what changes meanwhile waits for the next. */
class Loop {
  readonly #changed = new Set<string>();
  #wake: () => void = () => {};
  #inputs: readonly string[];

  constructor(
    readonly watched: WatchedBuild,
    readonly asked: Map<string, readonly Observation[]>,
    readonly make: (inputs: readonly string[]) => Promise<BuildReport>,
    readonly effects: Effects,
  ) {
    this.#inputs = watched.request.inputs;
  }

  async run(): Promise<never> {
    const watcher = nodeWatcher(this.effects.cwd)((paths) => {
      for (const path of paths) this.#changed.add(path);
      this.#wake();
    });
    for (;;) {
      watcher.watch(this.#paths());
      for (const path of await this.#missed()) this.#changed.add(path);
      if (this.#changed.size === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
      const paths = [...this.#changed];
      this.#changed.clear();
      await this.#rebuild(paths).catch((error) => {
        if (!(error instanceof BriefdeckError)) throw error;
        this.watched.onFailure(error);
      });
    }
  }

  async #rebuild(paths: readonly string[]): Promise<void> {
    const { findInputs, onChange } = this.watched;
    const before = this.#inputs;
    if (findInputs && paths.includes(outlineFolder)) this.#inputs = await findInputs();
    const dirty = this.#inputs.filter(
      (input) => !before.includes(input) || this.#own(input).some(({ path }) => paths.includes(path)),
    );
    for (const input of this.asked.keys()) if (!this.#inputs.includes(input)) this.asked.delete(input);
    if (dirty.length === 0) return;
    onChange(paths);
    await this.make(dirty);
  }

  #paths(): ReadonlySet<string> {
    const found = this.#inputs.flatMap((input) => [input, ...this.#own(input).map(({ path }) => path)]);
    return new Set([...found, ...(this.watched.findInputs ? [outlineFolder] : [])]);
  }

  /** What a deck asked of the user's files; packages do not change while one works. */
  #own(input: string): readonly Observation[] {
    const dist = `${this.effects.packageRoot}/dist/`;
    // Whether it is a template's own path was asked of an output.
    const output = outputPath(input, '.pptx', this.watched.request.out);
    return (this.asked.get(input) ?? []).filter(
      ({ question, path }) =>
        question !== 'readAt' &&
        !/[\\/]node_modules[\\/]/u.test(path) &&
        !path.startsWith(dist) &&
        path !== output,
    );
  }

  /** What was saved after it was read and before it was watched. */
  async #missed(): Promise<readonly string[]> {
    const all = this.#inputs.flatMap((input) => this.#own(input));
    const now = all.map(async ({ question, path, answer }) => {
      return (await answers[question](path, this.effects.files)) === answer ? [] : [path];
    });
    return (await Promise.all(now)).flat();
  }
}
