import type { LayoutName, Slots } from '../layout-plan.js';
import type { Placeholder } from '../shapes/text-xml.js';
import type { BrandLayout, BrandPlaceholder } from './brand.js';

/** The layout of the template that a slide sits on. */
export interface ChosenLayout {
  readonly layout: BrandLayout;
  /** Whether it is one for slides of this sort, and not just the next best. */
  readonly meant: boolean;
}

/** Which layouts of a template stand for one of ours, the best first: by its type in the file, then by a name it may have. */
interface Preference {
  readonly types: readonly string[];
  readonly names: RegExp;
  /** What else would do. */
  readonly otherwise: (layout: BrandLayout) => boolean;
}

const titles = (layout: BrandLayout) => layout.placeholders.some(({ type }) => isTitle(type));
const bodies = (layout: BrandLayout) => layout.placeholders.filter(({ type }) => isBody(type));

/** Names as PowerPoint gives them in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Korean, Japanese and Chinese. */
const preferences: Readonly<Record<LayoutName, Preference>> = {
  title: {
    types: ['title'],
    names:
      /^(?:title slide|title|cover|titelfolie|titelblatt|deckblatt|diapositive de titre|page de titre|couverture|diapositiva de título|portada|diapositiva titolo|copertina|slide de título|diapositivo de título|capa|titeldia|slajd tytułowy|титульный слайд|제목 슬라이드|표지|タイトル スライド|表紙|标题幻灯片|標題投影片|封面)\b|^(?:제목 슬라이드|표지|タイトル スライド|表紙|标题幻灯片|標題投影片|封面)/iu,
    otherwise: ({ placeholders }) => placeholders.some(({ type }) => type === 'ctrTitle'),
  },
  section: {
    types: ['secHead'],
    names:
      /section|chapter|divider|abschnitt|kapitel|trenn|intertitre|sección|sezione|se[çc]ção|seção|sectie|sekcj|раздел|구역|섹션|セクション|节标题|章节|章節/iu,
    otherwise: () => false,
  },
  content: {
    types: ['obj', 'tx'],
    names:
      /title and (?:content|text)|titel und inhalt|titre et (?:contenu|texte)|título y (?:objetos|contenido)|titolo e (?:contenuto|testo)|título e (?:conteúdo|objeto)|titel en (?:object|inhoud)|tytuł i zawartość|заголовок и (?:объект|содержимое)|제목 및 내용|タイトルとコンテンツ|标题和内容|標題及(?:物件|內容)|^(?:content|inhalt|contenu|contenido|contenuto|conteúdo)/iu,
    otherwise: (layout) => titles(layout) && bodies(layout).length === 1,
  },
  'title-only': {
    types: ['titleOnly'],
    names:
      /title only|headline only|nur titel|titre seul|solo (?:el )?título|solo titolo|(?:somente|apenas|só) título|alleen titel|tylko tytuł|только заголовок|제목만|タイトルのみ|仅标题|只有標題/iu,
    otherwise: (layout) => titles(layout) && bodies(layout).length === 0,
  },
  blank: {
    types: ['blank'],
    names: /^(?:blank|leer|vide|en blanco|vuota|em branco|leeg|pusty|пустой)|빈|白紙|空白/iu,
    otherwise: (layout) => !titles(layout) && bodies(layout).length === 0,
  },
};

/** What stands in where a template has no layout of a sort. */
const substitutes: Readonly<Record<LayoutName, readonly LayoutName[]>> = {
  title: ['title-only', 'content'],
  section: ['title-only', 'content'],
  content: ['title-only'],
  'title-only': ['content'],
  blank: ['title-only'],
};

/** Finds the template's layout for one of ours. */
export function chooseLayout(name: LayoutName, layouts: readonly BrandLayout[]): ChosenLayout | null {
  const own = meantFor(name, layouts);
  if (own) return { layout: own, meant: true };
  const others = substitutes[name].map((each) => meantFor(each, layouts));
  const layout = others.find((each) => each !== null) ?? layouts.find(titles) ?? layouts[0];
  return layout ? { layout, meant: false } : null;
}

function meantFor(name: LayoutName, layouts: readonly BrandLayout[]): BrandLayout | null {
  const { types, names, otherwise } = preferences[name];
  const tests: readonly ((layout: BrandLayout) => boolean)[] = [
    ...types.map((type) => (layout: BrandLayout) => layout.type === type),
    (layout) => names.test(layout.name) && layout.placeholders.length > 0,
    otherwise,
  ];
  for (const test of tests) {
    const found = layouts.find((layout) => test(layout) && takes(name, layout));
    if (found) return found;
  }
  return null;
}

/** A layout without a headline is none for slides that have one, whatever it is called. */
function takes(name: LayoutName, layout: BrandLayout): boolean {
  return name === 'blank' || titles(layout);
}

/** The placeholders of a layout that slides of this sort fill. */
export function slotsOf(name: LayoutName, { placeholders }: BrandLayout): Slots {
  const opening = name === 'title' || name === 'section';
  const first = (is: (type: string) => boolean) => placeholders.find(({ type }) => is(type)) ?? null;
  const texts = placeholders.filter(({ type }) => isBody(type));
  const largest = texts.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
  const second = first((type) => type === 'subTitle') ?? first((type) => type === 'body');
  return {
    title: asPlaceholder(first(isTitle)),
    subtitle: asPlaceholder(opening ? second : null),
    body: asPlaceholder(name === 'content' ? largest : null),
    date: asPlaceholder(first((type) => type === 'dt')),
    footer: asPlaceholder(first((type) => type === 'ftr')),
    number: asPlaceholder(first((type) => type === 'sldNum')),
  };
}

function isTitle(type: string): boolean {
  return type === 'title' || type === 'ctrTitle';
}

function isBody(type: string): boolean {
  return type === 'obj' || type === 'body';
}

function areaOf({ rect }: BrandPlaceholder): number {
  return rect ? rect.width * rect.height : 0;
}

const written = ['title', 'ctrTitle', 'subTitle', 'obj', 'body', 'ftr', 'sldNum'] as const;

function asPlaceholder(found: BrandPlaceholder | null): Placeholder | null {
  const type = written.find((each) => each === found?.type);
  return found && type ? { type, index: found.index } : null;
}
