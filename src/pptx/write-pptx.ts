import { type LayoutPlan, planLayouts, planSlides } from './layout-plan.js';
import { planMarking } from './marking-plan.js';
import { OpcPackage } from './opc/package.js';
import { Relationships } from './opc/relationships.js';
import { addFonts } from './parts/embedded-fonts.js';
import { layoutXml, masterXml } from './parts/layouts.js';
import { type ManifestSlide, manifestPath, manifestPropertiesXml, manifestXml } from './parts/manifest.js';
import { markingXml } from './parts/marking.js';
import { MediaParts } from './parts/media.js';
import { notesMasterXml, notesXml } from './parts/notes.js';
import { fixedParts, presentationXml } from './parts/presentation.js';
import { appPropertiesXml, corePropertiesXml } from './parts/properties.js';
import { type SlideContext, writeSlide } from './parts/slide.js';
import { themeXml } from './parts/theme.js';
import type { PptxInput } from './pptx-input.js';
import { planTheme, type ThemePlan } from './theme-plan.js';

/** Writes a deck as PPTX: native text, lists, tables and shapes, laid out as measured. The same input gives the same bytes. */
export function writePptx(input: PptxInput): Uint8Array {
  const scenes = input.slides.map(({ scene }) => scene);
  const { width, height } = scenes[0] ?? { width: 1280, height: 720 };
  const theme = planTheme(input.theme, scenes, input.fonts);
  const opc = new OpcPackage();
  const links = new Relationships();
  const planned = planSlides(input.slides);
  const layouts = planLayouts({
    slides: planned,
    size: { x: 0, y: 0, width, height },
    theme,
    themed: input.layouts,
  });
  const master = links.add('master', 'slideMasters/slideMaster1.xml');
  const slides = input.slides.map((_, index) => links.add('slide', `slides/slide${index + 1}.xml`));
  const noted = input.slides.filter(({ notes }) => notes).length;
  const fonts = addFonts(input.fonts, opc, links);
  const notesMaster = noted > 0 ? links.add('notesMaster', 'notesMasters/notesMaster1.xml') : null;
  addShared(
    opc,
    links,
    input,
    noted,
    presentationXml({ master, notesMaster, slides, fonts }, width, height, input),
    theme,
  );
  const marking = planMarking(scenes);
  const runs = { palette: theme.palette, language: input.language, target: input.target };
  addMaster(opc, layouts, theme, (nextId) => markingXml(marking, runs, nextId));
  if (notesMaster) addNotesMaster(opc, themeXml(theme, input.language));
  const manifest = addSlides(opc, input, planned, layouts, { ...runs, marking });
  addManifest(opc, manifestXml(manifest));
  return opc.zip();
}

function addManifest(opc: OpcPackage, manifest: string): void {
  const properties = new Relationships();
  properties.add('customXmlProps', 'itemProps1.xml');
  opc.addXml(manifestPath, manifest, null, properties);
  opc.addXml('customXml/itemProps1.xml', manifestPropertiesXml, 'customXmlProps');
}

function addShared(
  opc: OpcPackage,
  links: Relationships,
  input: PptxInput,
  noted: number,
  presentation: string,
  theme: ThemePlan,
): void {
  const root = new Relationships();
  root.add('document', 'ppt/presentation.xml');
  root.add('core', 'docProps/core.xml');
  root.add('app', 'docProps/app.xml');
  opc.addRoot(root);
  opc.addXml('docProps/core.xml', corePropertiesXml(input.properties, input.language), 'core');
  opc.addXml('docProps/app.xml', appPropertiesXml(input.properties, input.slides.length, noted), 'app');
  links.add('presProps', 'presProps.xml');
  links.add('viewProps', 'viewProps.xml');
  links.add('theme', 'theme/theme1.xml');
  links.add('tableStyles', 'tableStyles.xml');
  links.add('customXml', `../${manifestPath}`);
  opc.addXml('ppt/presentation.xml', presentation, 'presentation', links);
  opc.addXml('ppt/presProps.xml', fixedParts.presProps, 'presProps');
  opc.addXml('ppt/viewProps.xml', fixedParts.viewProps, 'viewProps');
  opc.addXml('ppt/tableStyles.xml', fixedParts.tableStyles, 'tableStyles');
  opc.addXml('ppt/theme/theme1.xml', themeXml(theme, input.language), 'theme');
}

function addMaster(
  opc: OpcPackage,
  layouts: readonly LayoutPlan[],
  { palette }: ThemePlan,
  marking: (nextId: () => number) => string,
): void {
  const links = new Relationships();
  const ids = layouts.map((_, index) => links.add('layout', `../slideLayouts/slideLayout${index + 1}.xml`));
  links.add('theme', '../theme/theme1.xml');
  const content = layouts.find(({ name }) => name === 'content') ?? layouts[0];
  if (!content) return;
  opc.addXml('ppt/slideMasters/slideMaster1.xml', masterXml(content, ids, palette, marking), 'master', links);
  layouts.forEach((layout, index) => {
    const own = new Relationships();
    own.add('master', '../slideMasters/slideMaster1.xml');
    opc.addXml(
      `ppt/slideLayouts/slideLayout${index + 1}.xml`,
      layoutXml(layout, content, palette),
      'layout',
      own,
    );
  });
}

/** A notes master needs a theme part of its own. */
function addNotesMaster(opc: OpcPackage, theme: string): void {
  const links = new Relationships();
  links.add('theme', '../theme/theme2.xml');
  opc.addXml('ppt/notesMasters/notesMaster1.xml', notesMasterXml(), 'notesMaster', links);
  opc.addXml('ppt/theme/theme2.xml', theme, 'theme');
}

function addSlides(
  opc: OpcPackage,
  input: PptxInput,
  planned: ReturnType<typeof planSlides>,
  layouts: readonly LayoutPlan[],
  means: Omit<SlideContext, 'media' | 'slideCount'>,
): readonly ManifestSlide[] {
  const context = {
    ...means,
    media: new MediaParts(input.media, opc),
    slideCount: input.slides.length,
  };
  return input.slides.flatMap(({ title, notes, pointer }, index) => {
    const slide = planned[index];
    const place = layouts.findIndex(({ name }) => name === slide?.layout);
    const layout = layouts[place];
    if (!slide || !layout) return [];
    const number = index + 1;
    const links = new Relationships();
    links.add('layout', `../slideLayouts/slideLayout${place + 1}.xml`);
    if (notes) {
      links.add('notes', `../notesSlides/notesSlide${number}.xml`);
      addNotes(opc, number, notes, input.language);
    }
    const { xml, shapes } = writeSlide(slide, layout, title, links, context);
    opc.addXml(`ppt/slides/slide${number}.xml`, xml, 'slide', links);
    return [{ number, pointer, kind: slide.scene.classes[0] ?? '', shapes }];
  });
}

function addNotes(opc: OpcPackage, number: number, notes: string, language: string): void {
  const links = new Relationships();
  links.add('notesMaster', '../notesMasters/notesMaster1.xml');
  links.add('slide', `../slides/slide${number}.xml`);
  opc.addXml(`ppt/notesSlides/notesSlide${number}.xml`, notesXml(notes, language), 'notes', links);
}
