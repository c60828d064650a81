import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';
import { type Environment, findEnvironment } from './environment.js';
import type { BrowserChoice } from './find.js';
import { browserFlags } from './flags.js';
import { fontConfig } from './fontconfig.js';
import type { Host } from './host.js';
import { onLastWayOut } from './last-way-out.js';
import { makePrivateFolder, type PrivateFolder } from './private-folder.js';
import { Silence, type StartLimit, silence } from './start-limit.js';

/** A browser that runs and answers. */
export interface RunningBrowser {
  readonly connection: Connection;
  readonly choice: BrowserChoice;
  /** As the browser names itself: `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  readonly sandboxed: boolean;
  /** What the user should know of this start, for `doctor`: a missing sandbox, added libraries. */
  readonly notes: readonly string[];
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
  /** Kills the process and all its children, and removes its folder. */
  kill(): Promise<void>;
}

interface Plan {
  readonly sandbox: boolean;
  readonly libraries: boolean;
  readonly notes: readonly string[];
}

/** What a browser that died at its start says on standard error, and what to try then. */
const remedies: readonly {
  readonly when: (plan: Plan, stderr: string) => boolean;
  readonly change: Partial<Plan>;
  readonly note: string;
}[] = [
  {
    when: ({ libraries }, stderr) => !libraries && /error while loading shared libraries/iu.test(stderr),
    change: { libraries: true },
    note: 'This system lacks libraries that Chromium needs (NSS); the ones of @sparticuz/chromium are used.',
  },
  {
    when: ({ sandbox }, stderr) => sandbox && /sandbox|namespace/iu.test(stderr),
    change: { sandbox: false },
    note: 'This system refuses user namespaces, so the browser runs without its sandbox.',
  },
];

/** Starts a browser; tries again without what this system refuses, and once more where it does not answer. */
export async function launch(
  choice: BrowserChoice,
  host: Host,
  limit: StartLimit = { ms: 15_000 },
): Promise<RunningBrowser> {
  let silent = 0;
  const root = host.uid === 0;
  const rootNote = 'Chromium has no sandbox for root; run as another user to have one.';
  let plan: Plan = { sandbox: !root, libraries: false, notes: root ? [rootNote] : [] };
  for (;;) {
    const folder = await makePrivateFolder(host);
    const browser = new StartingBrowser(choice, folder);
    try {
      return await browser.start(plan, host, limit);
    } catch (cause) {
      await browser.kill();
      if (cause instanceof Silence && !limit.closing?.aborted && silent++ === 0) continue;
      const remedy = remedies.find(({ when }) => when(plan, browser.stderr));
      if (!remedy) throw startFailure(choice, browser.stderr, cause);
      plan = { ...plan, ...remedy.change, notes: [...plan.notes, remedy.note] };
    }
  }
}

function startFailure(choice: BrowserChoice, stderr: string, cause: unknown): BriefdeckError {
  if (cause instanceof BriefdeckError) return cause;
  const said =
    stderr.trim().split('\n').slice(-3).join('; ') || (cause instanceof Error ? cause.message : '');
  const hint = 'Run `briefdeck doctor`, or name another browser with --browser.';
  return new BriefdeckError(
    `The browser did not start: ${choice.executable}: ${said}`,
    exitCodes.browser,
    hint,
    { cause },
  );
}

class StartingBrowser {
  stderr = '';
  #process: ChildProcess | null = null;
  #forget: () => void = () => {};
  #ended: Promise<void> = Promise.resolve();
  #failed: Promise<never> = new Promise(() => {});

  constructor(
    readonly choice: BrowserChoice,
    readonly folder: PrivateFolder,
  ) {}

  async start(plan: Plan, host: Host, limit: StartLimit): Promise<RunningBrowser> {
    const environment = await findEnvironment(this.folder.path, plan.libraries, host);
    await prepareFolder(this.folder.path, environment);
    const child = this.#spawn(plan, host, environment);
    // The browser starts in a process of its own while Node loads Puppeteer's connection.
    const connection = await connect(child);
    const { fails, end } = silence(limit);
    const asked = connection.send('Browser.getVersion');
    const { product } = await Promise.race([asked, this.#failed, fails]).finally(end);
    return {
      connection,
      choice: this.choice,
      version: product,
      sandboxed: plan.sandbox,
      notes: plan.notes,
      ended: this.#ended,
      kill: () => this.kill(),
    };
  }

  #spawn(plan: Plan, host: Host, environment: Environment): ChildProcess {
    const flags = browserFlags({ profile: join(this.folder.path, 'profile'), sandbox: plan.sandbox }, host);
    const child = spawn(this.choice.executable, flags, {
      // A group of its own, so that one signal ends the browser with its children, and Ctrl-C reaches briefdeck alone.
      detached: host.platform !== 'win32',
      env: environment.variables,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    this.#failed = failed(child);
    this.#failed.catch(() => {});
    this.#forget = onLastWayOut(() => killGroup(child));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-longestStderr);
    });
    return child;
  }

  async kill(): Promise<void> {
    if (this.#process) killGroup(this.#process);
    await this.#ended;
    this.#forget();
    for (const stream of this.#process?.stdio ?? []) stream?.destroy();
    await this.folder.remove();
  }
}

const longestStderr = 8192;

async function prepareFolder(folder: string, { fonts }: Environment): Promise<void> {
  await Promise.all(['home', 'temporary'].map((name) => mkdir(join(folder, name), { mode: 0o700 })));
  if (fonts) await writeFile(join(folder, 'fonts.conf'), fontConfig(fonts, join(folder, 'temporary')));
}

/** The file that defines Connection alone: the package's index also loads BiDi and the downloader (130 ms against 20). */
async function connect(child: ChildProcess): Promise<Connection> {
  const [, , , write, read] = child.stdio;
  if (!(write instanceof Writable) || !(read instanceof Readable)) throw new Error('no pipes');
  const [{ Connection }, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/cdp/Connection.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ]);
  // Puppeteer's own limit on one answer is off: the deck's deadline is the only clock.
  return new Connection('', new PipeTransport(write, read), 0, 0);
}

/** Waits for `close`, not `exit`: standard error is complete only then, and says what is missing. */
function failed(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      reject(new Error(`the browser ended with ${signal ?? `code ${code}`}`)),
    );
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: already gone.
  }
}
