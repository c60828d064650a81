import { dirname } from 'node:path';
import { checkBrief } from './check/check-brief.js';
import { type ChosenTheme, type ComposedBrief, composeBrief } from './compose-brief.js';
import type { Deck } from './deck/deck.js';
import { drawnTexts } from './deck/drawn-texts.js';
import { blocks } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { type EditionCopy, editionCopy } from './edition-changes.js';
import type { Effects } from './effects/effects.js';
import { findUncovered } from './fonts/coverage.js';
import { loadText, openFonts } from './fonts/font-faces.js';
import type { FontLibrary } from './fonts/font-library.js';
import { GrowingFaces } from './fonts/growing-faces.js';
import { SeenLetters } from './fonts/seen-letters.js';
import { keepFitting } from './keep-fitting.js';
import { Kept } from './kept.js';
import { loadTemplates, ownKinds, templateFolders } from './markdown/load-templates.js';
import { type TemplateSet, templateSet } from './markdown/templates.js';
import { joinSlides, type WrittenSlides, writeSlides } from './markdown/write-markdown.js';
import { assetFindings, type LoadedAssets, loadAssets } from './marp/assets.js';
import { chooseTheme } from './marp/choose-theme.js';
import { renderMarp } from './marp/render.js';
import { type LooseSlide, placeSlide, type RenderedSlides, SlideRenderer } from './marp/slide-renderer.js';
import { splitSlides } from './marp/split-slides.js';
import type { Brief } from './outline/brief.js';
import { wordsOf } from './outline/inline.js';
import { placeFindings } from './outline/place-findings.js';
import { type ReadOutline, readOutline } from './outline/read-outline.js';
import type { PictureShelf } from './picture-shelf.js';
import type { Preview, PreviewDeck, PreviewRequest } from './preview.js';

const size = { width: 1280, height: 720 };

/** Previews of one outline. It goes the way of `build`, and keeps at each step what an edit elsewhere leaves as it is. */
export class OutlinePreview {
  readonly #renderer = new SlideRenderer();
  readonly #templates = new Kept<readonly [Awaited<ReturnType<typeof loadTemplates>>, TemplateSet]>();
  readonly #theme = new Kept<Awaited<ReturnType<typeof chooseTheme>>>();
  readonly #fitWith = keepFitting();
  readonly #fonts = new Kept<FontLibrary>();
  readonly #faces = new Kept<GrowingFaces>();
  readonly #assets = new Kept<LoadedAssets>();
  readonly #letters = new SeenLetters();
  /** Slides whose characters the fonts are known to hold. */
  #covered = new Set<string>();

  constructor(
    readonly input: string,
    readonly request: PreviewRequest,
    readonly effects: Effects,
    readonly pictures: PictureShelf,
  ) {}

  /** Makes the preview of the outline as it is now. */
  async make(version: number): Promise<Preview> {
    const { input, effects } = this;
    const folders = templateFolders(this.request.templates, effects);
    const [templates, set] = await this.#templates.get(`${version}`, async () => {
      const found = await loadTemplates(folders, effects.files);
      return [found, await templateSet(found, effects)] as const;
    });
    const outline = readOutline(await effects.files.read(input), input, ownKinds(templates));
    const found = [...outline.diagnostics];
    const add = (more: readonly Diagnostic[]) => found.push(...placeFindings(more, input, outline.positions));
    const kinds = ownKinds(templates);
    const copyOf = (brief: Brief) => () => editionCopy(brief, input, kinds, this.request, effects.files);
    const made = outline.brief
      ? await this.#draw(copyOf(outline.brief), outline, folders, set, version, add)
      : null;
    const texts = templates.map(({ file, text }) => [file, text] as const);
    const own = outline.source === null ? [] : [[input, outline.source] as const];
    return {
      deck: made?.deck ?? null,
      diagnostics: found,
      sources: new Map([...texts, ...own]),
      placeOf: (pointer) => (pointer.startsWith('/') ? (outline.positions?.value(pointer) ?? null) : null),
      place: (findings) => placeFindings(findings, input, outline.positions),
      late: async () => {
        const broken = outline.brief ? checkBrief(outline.brief).diagnostics : [];
        return placeFindings([...broken, ...((await made?.late()) ?? [])], input, outline.positions);
      },
    };
  }

  async #draw(
    copy: () => Promise<EditionCopy>,
    { source }: ReadOutline,
    folders: readonly string[],
    templates: TemplateSet,
    version: number,
    add: (more: readonly Diagnostic[]) => void,
  ): Promise<{ readonly deck: PreviewDeck; readonly late: () => Promise<readonly Diagnostic[]> } | null> {
    const { request, effects } = this;
    const fontsOf = (brief: Brief, families: readonly string[]) =>
      this.#openFonts(brief.language ?? 'en', families, source, version);
    const chosen = (own: Brief['theme']) => () => chooseTheme(own, request.theme, folders, effects.files);
    const themeOf = (own: Brief['theme']) => this.#theme.get(`${version} ${themeKey(own)}`, chosen(own));
    const means = { request, copy, themeOf, fontsOf, fitWith: this.#fitWith };
    const { composed, diagnostics } = await composeBrief(means);
    add(diagnostics);
    if (!composed) return null;
    const { deck, theme, fonts } = composed;
    const written = writeSlides(deck, templates);
    add(written.diagnostics);
    if (written.diagnostics.some(blocks)) return null;
    const rendered = this.#renderer.render(written, pointersOf(deck), theme) ?? renderWhole(written, theme);
    const addresses = [...new Set(rendered.slides.flatMap(({ assets }) => assets))];
    const assets = await this.#assets.get(`${version} ${addresses.join('\n')}`, () =>
      loadAssets(addresses, dirname(this.input), effects.files),
    );
    add(assetFindings(assets.faults, deck));
    const faces = await this.#faces.get(
      `${version} ${deck.language} ${theme.name} ${written.style}`,
      async () => {
        this.#covered = new Set();
        return new GrowingFaces(fonts, rendered.css);
      },
    );
    const drawn = this.#place(composed, rendered, addresses, assets);
    const late = () => findUncovered(fonts, Object.values(theme.fonts), drawnTexts(deck));
    return { deck: { ...drawn, fontCss: await this.#fontCss(faces, rendered.slides) }, late };
  }

  async #openFonts(
    language: string,
    families: readonly string[],
    source: string | null,
    version: number,
  ): Promise<FontLibrary> {
    const key = `${version} ${language} ${families.join()}`;
    const fonts = await this.#fonts.get(key, () => openFonts(this.effects, language, families, source));
    if (this.#letters.add(source ?? '', fonts)) await loadText(fonts, families, source);
    return fonts;
  }

  /** Only slides that changed may have characters that are new. */
  async #fontCss(faces: GrowingFaces, slides: readonly LooseSlide[]): Promise<string> {
    const fresh = slides.filter(({ html }) => !this.#covered.has(html));
    this.#covered = new Set(slides.map(({ html }) => html));
    const [html, css] = [fresh.map((slide) => slide.html), fresh.map((slide) => slide.css)];
    return faces.with(html.join('\n'), css.join('\n'));
  }

  #place(
    { deck }: ComposedBrief,
    { slides, css }: RenderedSlides,
    addresses: readonly string[],
    { urls }: LoadedAssets,
  ): Omit<PreviewDeck, 'fontCss'> {
    const shelved = this.pictures.shelve(urls);
    return {
      title: deck.properties.title,
      language: deck.language,
      direction: deck.direction,
      size,
      css,
      scales: false,
      slides: slides.map((slide, index) => {
        const own = deck.slides.length === slides.length ? deck.slides[index] : null;
        const pointer = own?.pointer ?? null;
        const pictures = slide.assets.map((address) => shelved[addresses.indexOf(address)] ?? '');
        return {
          html: placeSlide(slide, { number: index + 1, count: slides.length, pointer }, pictures),
          css: slide.css,
          title: own ? wordsOf(own.headline) : `Slide ${index + 1}`,
          pointer,
          likeness: slide.html,
        };
      }),
    };
  }
}

function pointersOf({ slides }: Deck): readonly (string | null)[] {
  return slides.map(({ pointer }) => pointer);
}

function themeKey(theme: Brief['theme']): string {
  return JSON.stringify(theme && [theme.name, theme.palette, [...(theme.colours ?? [])]]);
}

/** A deck of which a slide reaches beyond itself. */
function renderWhole({ front, slides, sourceMap }: WrittenSlides, theme: ChosenTheme): RenderedSlides {
  const texts = slides.map(({ markdown }) => markdown);
  const rendered = renderMarp({ markdown: joinSlides(front, texts), notes: [], sourceMap }, theme);
  const { html, css, assets } = rendered;
  return { slides: splitSlides(html).map((each) => ({ html: each, css: '', assets })), css };
}
