import type { TextItem } from '../../scene/scene.js';
import { boxKey } from '../furniture.js';
import type { LayoutPlan, PlannedSlide } from '../layout-plan.js';
import type { Relationships } from '../opc/relationships.js';
import { attributes, escapeXml, presentationNamespaces, xmlHead } from '../opc/xml.js';
import type { PlaceholderPlan } from '../placeholder-plan.js';
import { boxXml, evenBorder, sideLinesXml } from '../shapes/box-xml.js';
import { withoutTail } from '../shapes/callout.js';
import type { NonVisual } from '../shapes/non-visual.js';
import { labelled, nonVisualXml } from '../shapes/non-visual.js';
import { type Drawing, itemOf, toDrawings } from '../shapes/order.js';
import { pictureXml } from '../shapes/picture-xml.js';
import { tableXml } from '../shapes/table-xml.js';
import {
  labelledBoxXml,
  type Placeholder,
  placeholderTextXml,
  placeholderXml,
  textXml,
} from '../shapes/text-xml.js';
import { transformXml } from '../shapes/transform-xml.js';
import { textOf } from '../text/flow.js';
import type { RunContext } from '../text/run-xml.js';
import { commonPlaceholders, openingPlaceholders } from './layouts.js';
import { linkWriter } from './links.js';
import { type ManifestShape, shapeRecord } from './manifest.js';
import type { MediaParts } from './media.js';
import { placeholderNames } from './placeholder-shape.js';
import { commonSlideXml, shapeIds } from './shape-tree.js';

/** What slides of a deck are written with. */
export interface SlideContext extends Pick<RunContext, 'palette' | 'language' | 'target'> {
  readonly media: MediaParts;
  readonly slideCount: number;
}

/** A slide's part, and what the manifest says of it. */
export interface WrittenSlide {
  readonly xml: string;
  readonly shapes: readonly ManifestShape[];
}

/** Writes a slide; `title` is for slides that show none. */
export function writeSlide(
  slide: PlannedSlide,
  layout: LayoutPlan,
  title: string,
  relationships: Relationships,
  context: SlideContext,
): WrittenSlide {
  const writer = new SlideWriter(slide, layout, relationships, context);
  const furniture = new Set(layout.furniture.map(boxKey));
  const items = slide.scene.items.filter((item) => item.kind !== 'box' || !furniture.has(boxKey(item)));
  const drawings = toDrawings(items.map(withoutTail));
  const shapes = drawings.map((drawing) => writer.draw(drawing)).join('');
  const hidden = slide.roles.title ? '' : writer.hiddenTitle(title, layout);
  const background =
    JSON.stringify(slide.scene.background) === JSON.stringify(layout.background)
      ? null
      : slide.scene.background;
  const common = commonSlideXml(hidden + shapes, background, context.palette);
  return {
    xml: `${xmlHead}<p:sld ${presentationNamespaces}>${common}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    shapes: writer.records,
  };
}

class SlideWriter {
  readonly records: ManifestShape[] = [];
  readonly #nextId = shapeIds();
  readonly #runs: RunContext;
  readonly #placeholders: ReadonlyMap<TextItem, FilledPlaceholder>;

  constructor(
    readonly slide: PlannedSlide,
    readonly layout: LayoutPlan,
    readonly relationships: Relationships,
    readonly context: SlideContext,
  ) {
    this.#runs = { ...context, inherited: null, link: linkWriter(relationships, context.slideCount) };
    this.#placeholders = placeholdersOf(slide, layout);
  }

  draw(drawing: Drawing): string {
    switch (drawing.kind) {
      case 'box':
        return boxXml({ ...drawing.box, name: nameOf(drawing) }, this.context.palette, this.#nextId);
      case 'label':
        return this.#label(drawing);
      case 'text':
        return this.#text(drawing.text);
      case 'table':
        return this.#table(drawing);
      case 'picture':
        return this.#picture(drawing);
    }
  }

  #label({ box, text }: Extract<Drawing, { kind: 'label' }>): string {
    const facts = this.#facts(text.name, textOfItem(text));
    const xml = labelledBoxXml({ ...box, name: facts.name }, text.paragraphs, facts, this.#runs);
    // A box that cannot take the text where it stands keeps its id; the text gets one of its own.
    if (xml === null)
      return (
        boxXml({ ...box, name: `${text.name} ground` }, this.context.palette, this.#nextId) + this.#text(text)
      );
    this.records.push(shapeRecord(facts, null, text.paragraphs));
    const lines =
      evenBorder(box) === null
        ? sideLinesXml({ ...box, name: facts.name }, this.context.palette, this.#nextId)
        : '';
    return xml + lines;
  }

  #text(text: TextItem): string {
    const filled = this.#placeholders.get(text);
    const facts = filled
      ? this.#facts(placeholderNames[filled.placeholder.type], '')
      : this.#facts(text.name, textOfItem(text));
    this.records.push(shapeRecord(facts, filled?.placeholder ?? null, text.paragraphs));
    return filled
      ? placeholderTextXml(text, filled.placeholder, filled.plan, facts, this.#runs)
      : textXml(text, facts, this.#runs);
  }

  #table({ table }: Extract<Drawing, { kind: 'table' }>): string {
    const facts = this.#facts('Table', '');
    this.records.push(
      shapeRecord(
        facts,
        null,
        table.cells.flatMap(({ paragraphs }) => paragraphs),
      ),
    );
    return tableXml(table, facts, this.#runs);
  }

  #picture({ picture }: Extract<Drawing, { kind: 'picture' }>): string {
    const links = this.context.media.link(picture.media, this.relationships);
    if (!links) return '';
    const facts = {
      ...this.#facts(picture.name, picture.alt ?? ''),
      description: picture.alt,
      decorative: picture.alt === null,
      ...(picture.link ? { link: this.#runs.link(picture.link) } : {}),
    };
    return pictureXml(picture, links, facts, this.context.palette);
  }

  /**
   * Every slide has a title for screen readers and the outline view; one that the slide does not show is hidden, and stands above
   * the slide for programs that draw what is hidden, as LibreOffice does.
   */
  hiddenTitle(title: string, layout: LayoutPlan): string {
    const shown = layout.title?.rect ?? { x: 64, y: 60, width: this.slide.scene.width - 128, height: 60 };
    const rect = { ...shown, y: -shown.height - 16 };
    const facts = { id: this.#nextId(), name: 'Title', hidden: true };
    const { title: placeholder } = openingPlaceholders(this.slide.layout);
    return `<p:sp><p:nvSpPr>${nonVisualXml(facts)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${placeholderXml(placeholder)}</p:nvSpPr><p:spPr>${transformXml(rect)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr${attributes({ lang: this.context.language })}/><a:t>${escapeXml(title)}</a:t></a:r></a:p></p:txBody></p:sp>`;
  }

  #facts(name: string, text: string): NonVisual & { readonly id: number } {
    return { id: this.#nextId(), name: labelled(name, text) };
  }
}

interface FilledPlaceholder {
  readonly placeholder: Placeholder;
  readonly plan: PlaceholderPlan | null;
}

function placeholdersOf(
  { roles }: PlannedSlide,
  layout: LayoutPlan,
): ReadonlyMap<TextItem, FilledPlaceholder> {
  const { title, subtitle } = openingPlaceholders(layout.name);
  const rows: readonly (readonly [TextItem | null, Placeholder, PlaceholderPlan | null])[] = [
    [roles.title, title, layout.title],
    [roles.subtitle, subtitle, layout.subtitle],
    [roles.body, commonPlaceholders.body, layout.body],
    [roles.footer, commonPlaceholders.footer, layout.footer],
    [roles.number, commonPlaceholders.number, layout.number],
  ];
  return new Map(
    rows.flatMap(([text, placeholder, plan]) => (text ? [[text, { placeholder, plan }] as const] : [])),
  );
}

function textOfItem({ paragraphs }: TextItem): string {
  return paragraphs.map(textOf).join(' ');
}

function nameOf(drawing: Drawing): string {
  const { name } = itemOf(drawing);
  return drawing.kind === 'box' && drawing.box.shape?.kind === 'preset' ? `${name} mark` : `${name} shape`;
}
