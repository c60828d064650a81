import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import { BriefdeckError, exitCodes } from '../diagnostics/briefdeck-error.js';

/**
 * Lets nothing out of a page and remembers what tried. No single switch stops a page's requests, so three stand behind one
 * another: the resolver rule of the command line, offline mode, and interception, which alone knows the URL.
 */
export class RequestGuard {
  readonly #blocked = new Set<string>();
  #navigated: string | null = null;

  constructor(readonly session: CDPSession) {}

  /** Starts to watch; `frameId` is the page's main frame. */
  async start(frameId: string): Promise<void> {
    const { session } = this;
    session.on('Fetch.requestPaused', ({ requestId, request }) => {
      this.#blocked.add(request.url);
      // Aborted: a navigation is dropped and the deck stays, where any other reason would show an error page instead of it.
      void session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {});
    });
    session.on('Network.webSocketCreated', ({ url }) => this.#blocked.add(url));
    session.on('Page.frameScheduledNavigation', (event) => this.#sawNavigation(event, frameId));
    session.on('Page.frameRequestedNavigation', (event) => this.#sawNavigation(event, frameId));
    session.on('Page.frameNavigated', ({ frame }) =>
      this.#sawNavigation({ frameId: frame.id, url: frame.url }, frameId),
    );
    session.on('Audits.issueAdded', ({ issue }) => {
      const url = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
      if (url) this.#blocked.add(url);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      const url = /^Not allowed to load local resource: (.+)$/su.exec(entry.text)?.[1];
      if (url) this.#blocked.add(url);
    });
    await Promise.all([
      session.send('Network.enable'),
      session.send('Network.emulateNetworkConditions', offline),
      // data: and about: never pause: they make no request.
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Audits.enable'),
      session.send('Log.enable'),
    ]);
  }

  /** Throws when the page asked for anything beyond itself, naming what. */
  check(): void {
    const hint = 'A deck holds all that it shows: use a file inside the folder of the brief.';
    if (this.#navigated) {
      throw new BriefdeckError(
        `The deck tried to leave its page for ${this.#navigated}`,
        exitCodes.briefHasErrors,
        hint,
      );
    }
    if (this.#blocked.size === 0) return;
    const urls = [...this.#blocked].sort().join(', ');
    throw new BriefdeckError(
      `The deck asked for what is not inside it, and was refused: ${urls}`,
      exitCodes.briefHasErrors,
      hint,
    );
  }

  #sawNavigation(event: { frameId: string; url: string }, mainFrame: string): void {
    if (event.frameId === mainFrame) this.#navigated ??= event.url;
  }
}

const offline = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
