import type { LayoutPlan, PlannedSlide } from './layout-plan.js';
import type { MarkingLabel } from './marking-plan.js';
import type { OpcPackage } from './opc/package.js';
import { Relationships } from './opc/relationships.js';
import { manifestPath, manifestPropertiesXml, manifestXml } from './parts/manifest.js';
import { MediaParts } from './parts/media.js';
import { notesXml } from './parts/notes.js';
import { appPropertiesXml, corePropertiesXml } from './parts/properties.js';
import { writeSlide } from './parts/slide.js';
import type { PptxInput } from './pptx-input.js';
import type { Palette } from './shapes/colour-xml.js';

/** A slide with the layout that it sits on. */
export interface SlideSeat {
  readonly slide: PlannedSlide;
  readonly layout: LayoutPlan;
  /** Path of the layout's part. */
  readonly part: string;
  readonly palette: Palette;
}

/** Where the slides sit. */
export interface Seating {
  readonly seats: readonly (SlideSeat | null)[];
  /** What the master shows of the deck's marking; empty on a template's master. */
  readonly marking: readonly MarkingLabel[];
  /** Path of the notes master's part; ours where none is given. */
  readonly notesMaster?: string;
}

/** Adds the root of the package and the document's properties. */
export function addProperties(opc: OpcPackage, { properties, language, slides }: PptxInput): void {
  const root = new Relationships();
  root.add('document', 'ppt/presentation.xml');
  root.add('core', 'docProps/core.xml');
  root.add('app', 'docProps/app.xml');
  opc.addRoot(root);
  const noted = slides.filter(({ notes }) => notes).length;
  opc.addXml('docProps/core.xml', corePropertiesXml(properties, language), 'core');
  opc.addXml('docProps/app.xml', appPropertiesXml(properties, slides.length, noted), 'app');
}

/** Adds the slides with their notes and pictures, and the manifest of what is on them. */
export function addSlides(
  opc: OpcPackage,
  input: PptxInput,
  { seats, marking, notesMaster = 'ppt/notesMasters/notesMaster1.xml' }: Seating,
): void {
  const { target, language, slides } = input;
  const media = new MediaParts(input.media, opc);
  const manifest = slides.flatMap(({ title, notes, pointer }, index) => {
    const seat = seats[index];
    if (!seat) return [];
    const { slide, layout, palette } = seat;
    const number = index + 1;
    const links = new Relationships();
    links.add('layout', fromSlide(seat.part));
    if (notes) {
      links.add('notes', `../notesSlides/notesSlide${number}.xml`);
      addNotes(opc, number, notesXml(notes, language), notesMaster);
    }
    const context = { target, palette, language, media, marking, slideCount: slides.length };
    const { xml, shapes } = writeSlide(slide, layout, title, links, context);
    opc.addXml(`ppt/slides/slide${number}.xml`, xml, 'slide', links);
    return [{ number, pointer, kind: slide.scene.classes[0] ?? '', shapes, notes }];
  });
  const properties = new Relationships();
  properties.add('customXmlProps', 'itemProps1.xml');
  opc.addXml(manifestPath, manifestXml(manifest, input.properties), null, properties);
  opc.addXml('customXml/itemProps1.xml', manifestPropertiesXml, 'customXmlProps');
}

function addNotes(opc: OpcPackage, number: number, xml: string, notesMaster: string): void {
  const links = new Relationships();
  links.add('notesMaster', fromSlide(notesMaster));
  links.add('slide', `../slides/slide${number}.xml`);
  opc.addXml(`ppt/notesSlides/notesSlide${number}.xml`, xml, 'notes', links);
}

/** A path as the parts in `ppt/slides/` and its neighbours name it. */
function fromSlide(path: string): string {
  return path.startsWith('ppt/') ? `../${path.slice('ppt/'.length)}` : `/${path}`;
}
