import type { BoxItem, TableItem, TextItem } from '../../scene/scene.js';
import { type Appearing, appearingShapes, appearingText } from '../appearing.js';
import { boxKey } from '../furniture.js';
import type { LayoutPlan, PlannedSlide } from '../layout-plan.js';
import { hidesMarking, type MarkingLabel } from '../marking-plan.js';
import type { Relationships } from '../opc/relationships.js';
import { presentationNamespaces, xmlHead } from '../opc/xml.js';
import { boxXml, evenBorder, sideLinesXml } from '../shapes/box-xml.js';
import { withoutTail } from '../shapes/callout.js';
import type { NonVisual } from '../shapes/non-visual.js';
import { labelled } from '../shapes/non-visual.js';
import { type Drawing, itemOf, toDrawings } from '../shapes/order.js';
import { pictureXml } from '../shapes/picture-xml.js';
import { splitTable } from '../shapes/split-table.js';
import { tableXml } from '../shapes/table-xml.js';
import { labelledBoxXml, placeholderTextXml, textXml } from '../shapes/text-xml.js';
import { textOf } from '../text/flow.js';
import type { RunContext } from '../text/run-xml.js';
import { placeholdersOf } from './filled-placeholders.js';
import { hiddenTitleXml } from './hidden-title.js';
import { linkWriter } from './links.js';
import { type ManifestShape, shapeRecord } from './manifest.js';
import type { MediaParts } from './media.js';
import { placeholderNames } from './placeholder-shape.js';
import { commonSlideXml, shapeIds } from './shape-tree.js';
import { timingXml } from './timing.js';

/** What slides of a deck are written with. */
export interface SlideContext extends Pick<RunContext, 'palette' | 'language' | 'target'> {
  readonly media: MediaParts;
  readonly slideCount: number;
  /** What the master carries. */
  readonly marking: readonly MarkingLabel[];
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
  // Without the master's shapes, a slide draws by itself what its layout draws for the others.
  const alone = !hidesMarking(slide.scene, context.marking);
  const furniture = new Set(alone ? [] : layout.furniture.map(boxKey));
  const items = slide.scene.items.filter((item) => item.kind !== 'box' || !furniture.has(boxKey(item)));
  const drawings = toDrawings(items.map(withoutTail));
  const shapes = drawings.map((drawing) => writer.draw(drawing)).join('');
  const hidden = slide.roles.title ? '' : writer.hiddenTitle(title);
  const background =
    JSON.stringify(slide.scene.background) === JSON.stringify(layout.background)
      ? null
      : slide.scene.background;
  const common = commonSlideXml(hidden + shapes, background, context.palette);
  const colourMap = layout.colourMap ? `<a:overrideClrMapping${layout.colourMap}/>` : '<a:masterClrMapping/>';
  return {
    xml: `${xmlHead}<p:sld ${presentationNamespaces}${alone ? ' showMasterSp="0"' : ''}>${common}<p:clrMapOvr>${colourMap}</p:clrMapOvr>${timingXml(writer.appearing)}</p:sld>`,
    shapes: writer.records,
  };
}

class SlideWriter {
  readonly records: ManifestShape[] = [];
  readonly appearing: Appearing[] = [];
  readonly #nextId = shapeIds();
  readonly #runs: RunContext;
  readonly #placeholders: ReturnType<typeof placeholdersOf>;

  constructor(
    readonly slide: PlannedSlide,
    readonly layout: LayoutPlan,
    readonly relationships: Relationships,
    readonly context: SlideContext,
  ) {
    const link = linkWriter(relationships, context.slideCount);
    this.#runs = { ...context, inherited: null, foreign: layout.slots !== undefined, link };
    this.#placeholders = placeholdersOf(slide, layout);
  }

  draw(drawing: Drawing): string {
    switch (drawing.kind) {
      case 'box':
        return this.#box({ ...drawing.box, name: nameOf(drawing) });
      case 'label':
        return this.#label(drawing);
      case 'text':
        return this.#text(drawing.text);
      case 'table':
        return this.#appears(
          splitTable(drawing.table)
            .map((each) => this.#table(each))
            .join(''),
          drawing.table.fragment,
        );
      case 'picture':
        return this.#appears(this.#picture(drawing), drawing.picture.fragment);
    }
  }

  #appears(xml: string, click: number | null): string {
    this.appearing.push(...appearingShapes(xml, click));
    return xml;
  }

  #box(box: BoxItem): string {
    return this.#appears(boxXml(box, this.context.palette, this.#nextId), box.fragment);
  }

  #label({ box, text }: Extract<Drawing, { kind: 'label' }>): string {
    const facts = this.#facts(text.name, textOfItem(text));
    const xml = labelledBoxXml({ ...box, name: facts.name }, text.paragraphs, facts, this.#runs);
    // A box that cannot take the text where it stands keeps its id; the text gets one of its own.
    if (xml === null) return this.#box({ ...box, name: `${text.name} ground` }) + this.#text(text);
    this.appearing.push(...appearingText(facts.id, text.paragraphs, box.fragment));
    this.records.push(shapeRecord(facts, null, text.paragraphs));
    const lines =
      evenBorder(box) === null
        ? sideLinesXml({ ...box, name: facts.name }, this.context.palette, this.#nextId)
        : '';
    return xml + this.#appears(lines, box.fragment);
  }

  #text(text: TextItem): string {
    const filled = this.#placeholders.get(text);
    const facts = filled
      ? this.#facts(placeholderNames[filled.placeholder.type], '')
      : this.#facts(text.name, textOfItem(text));
    this.appearing.push(...appearingText(facts.id, text.paragraphs, null));
    this.records.push(shapeRecord(facts, filled?.placeholder ?? null, text.paragraphs));
    return filled
      ? placeholderTextXml(text, filled.placeholder, filled.plan, facts, this.#runs)
      : textXml(text, facts, this.#runs);
  }

  #table(table: TableItem): string {
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

  /** A title that screen readers find where the slide shows none. */
  hiddenTitle(title: string): string {
    return hiddenTitleXml(title, this.slide, this.layout, this.context.language, this.#nextId());
  }

  #facts(name: string, text: string): NonVisual & { readonly id: number } {
    return { id: this.#nextId(), name: labelled(name, text) };
  }
}

function textOfItem({ paragraphs }: TextItem): string {
  return paragraphs.map(textOf).join(' ');
}

function nameOf(drawing: Drawing): string {
  const { name } = itemOf(drawing);
  return drawing.kind === 'box' && drawing.box.shape?.kind === 'preset' ? `${name} mark` : `${name} shape`;
}
