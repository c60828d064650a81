import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import { type Shown, scriptsDone, settled, showAll, showOnly, slideBox } from './page-scripts.js';
import { RequestGuard } from './request-guard.js';

/** Size of a slide in CSS px. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** A deck that is laid out in a page: one layout, which is printed, measured and photographed. */
export interface OpenDeck {
  /** Puts another document of the same deck into the page, in place of the one that it shows. */
  show(html: string, size: SlideSize, scripts: DeckScripts): Promise<void>;
  /** The PDF as Chromium writes it: tagged, outlined by headings, one page a slide. */
  print(): Promise<Uint8Array>;
  /** Runs a script in a world of its own beside the deck, and gives its value (awaited) as JSON carries it. */
  evaluate(script: string): Promise<unknown>;
  /** Single elements as PNG, clear around them; lengths in CSS px of the slide, `slide` from 0. */
  cutOut(elements: readonly CutOutArea[]): Promise<readonly Uint8Array[]>;
  /** The document from its top as PNG, that many CSS px wide and high. */
  photograph(size: SlideSize, scale: number): Promise<Uint8Array>;
  /** One slide as PNG; `slide` counts from 0, `scale` is device px per CSS px (1 to 4). */
  screenshot(slide: number, scale: number): Promise<Uint8Array>;
}

/** An element to draw alone, and the part of its slide to draw it in. */
export interface CutOutArea extends Shown {
  readonly slide: number;
  /** Device px per CSS px. */
  readonly density: number;
  readonly rect: SlideSize & { readonly x: number; readonly y: number };
}

/** Whether scripts of the document run: `none`, or those that its own content security policy names by hash. */
export type DeckScripts = 'none' | 'by-policy';

/** One page of the browser that shows one deck. */
export class DeckPage implements OpenDeck {
  /** Resolves when the page's process is gone or the page was closed from outside. */
  readonly crashed: Promise<void>;
  readonly #guard: RequestGuard;
  #world = 0;

  private constructor(
    readonly session: CDPSession,
    readonly frameId: string,
    readonly targetId: string,
    readonly connection: Connection,
  ) {
    this.#guard = new RequestGuard(session);
    this.crashed = new Promise((resolve) => {
      session.once('Inspector.targetCrashed', () => resolve());
      session.once('Inspector.detached', () => resolve());
    });
  }

  /**
   * Makes an empty page that lets nothing out; needs no document yet. `first` takes the page that the browser opened by itself:
   * another would start another process.
   */
  static async make(connection: Connection, first = false): Promise<DeckPage> {
    const targetId = (first ? await openedPage(connection) : null) ?? (await newPage(connection));
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    const session = connection.session(sessionId);
    if (!session) throw new Error('the browser gave no session for its page');
    const { frameTree } = await session.send('Page.getFrameTree');
    const page = new DeckPage(session, frameTree.frame.id, targetId, connection);
    await Promise.all([
      session.send('Page.enable'),
      session.send('Inspector.enable'),
      page.#guard.start(page.frameId),
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      // Rules for the screen alone are the player's; what is measured is what is printed.
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    ]);
    return page;
  }

  /** Puts a document into the page and waits until it is loaded, its fonts are there and its pictures decoded. */
  async show(html: string, size: SlideSize, scripts: DeckScripts): Promise<void> {
    const { session, frameId } = this;
    if (scripts === 'by-policy') await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    await session.send('Emulation.setDeviceMetricsOverride', metrics(size, 1));
    await session.send('Page.setDocumentContent', { frameId, html });
    // A world of its own runs although the page's scripts are off, and sees nothing of theirs.
    const world = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'briefdeck' });
    this.#world = world.executionContextId;
    await this.evaluate(settled);
    if (scripts === 'by-policy') await this.evaluate(scriptsDone);
  }

  /** Closes the page; one that is gone already is as good. */
  async close(): Promise<void> {
    await this.connection.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {});
  }

  async print(): Promise<Uint8Array> {
    const { data } = await this.session.send('Page.printToPDF', {
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      transferMode: 'ReturnAsBase64',
    });
    this.#guard.check();
    return Buffer.from(data, 'base64');
  }

  async evaluate(script: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression: script,
      contextId: this.#world,
      awaitPromise: true,
      returnByValue: true,
    });
    this.#guard.check();
    if (exceptionDetails) {
      throw new Error(
        `script in the page failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      );
    }
    return result.value;
  }

  async cutOut(elements: readonly CutOutArea[]): Promise<readonly Uint8Array[]> {
    const { session } = this;
    const pictures: Uint8Array[] = [];
    const clear = { color: { r: 0, g: 0, b: 0, a: 0 } };
    await session.send('Emulation.setDefaultBackgroundColorOverride', clear);
    for (const { slide, rect, density, ...shown } of elements) {
      await this.evaluate(showOnly(shown));
      const box = await this.evaluate(slideBox(slide));
      if (!isBox(box)) throw new RangeError(`the deck has no slide with index ${slide}`);
      await session.send('Emulation.setDeviceMetricsOverride', metrics(box, density));
      await this.evaluate(`scrollTo(0, ${box.y})`);
      const clip = { ...rect, y: box.y + rect.y, scale: 1 };
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
      pictures.push(Buffer.from(data, 'base64'));
    }
    await session.send('Emulation.setDefaultBackgroundColorOverride', {});
    await this.evaluate(showAll);
    this.#guard.check();
    return pictures;
  }

  async screenshot(slide: number, scale: number): Promise<Uint8Array> {
    const box = await this.evaluate(slideBox(slide));
    if (!isBox(box)) throw new RangeError(`the deck has no slide with index ${slide}`);
    await this.session.send('Emulation.setDeviceMetricsOverride', metrics(box, scale));
    // Scrolled to, not clipped out of a long page: Chromium would make a surface as high as the whole deck.
    await this.evaluate(`scrollTo(0, ${box.y})`);
    return this.#capture();
  }

  async photograph(size: SlideSize, scale: number): Promise<Uint8Array> {
    await this.session.send('Emulation.setDeviceMetricsOverride', metrics(size, scale));
    return this.#capture();
  }

  async #capture(): Promise<Uint8Array> {
    const { data } = await this.session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: false,
    });
    this.#guard.check();
    return Buffer.from(data, 'base64');
  }
}

async function openedPage(connection: Connection): Promise<string | null> {
  const { targetInfos } = await connection.send('Target.getTargets');
  const opened = targetInfos.find(({ type, url }) => type === 'page' && url === 'about:blank');
  return opened?.targetId ?? null;
}

async function newPage(connection: Connection): Promise<string> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  return targetId;
}

function metrics({ width, height }: SlideSize, scale: number) {
  return { width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor: scale, mobile: false };
}

function isBox(value: unknown): value is SlideSize & { readonly y: number } {
  return typeof value === 'object' && value !== null && 'y' in value && 'width' in value && 'height' in value;
}
