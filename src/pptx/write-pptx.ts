import { addProperties, addSlides, type SlideSeat } from './add-slides.js';
import { type LayoutPlan, type PlannedSlide, planLayouts, planSlides } from './layout-plan.js';
import { planMarking } from './marking-plan.js';
import { OpcPackage } from './opc/package.js';
import { Relationships } from './opc/relationships.js';
import { addFonts } from './parts/embedded-fonts.js';
import { layoutXml, masterXml } from './parts/layouts.js';
import { manifestPath } from './parts/manifest.js';
import { markingXml } from './parts/marking.js';
import { notesMasterXml } from './parts/notes.js';
import { fixedParts, ownPage, presentationXml } from './parts/presentation.js';
import { themeXml } from './parts/theme.js';
import type { PptxInput } from './pptx-input.js';
import { planTheme, type ThemePlan } from './theme-plan.js';
import { writeBranded } from './write-branded.js';

/** Writes a deck as PPTX: native text, lists, tables and shapes, laid out as measured. The same input gives the same bytes. */
export function writePptx(input: PptxInput): Uint8Array {
  return input.brand ? writeBranded(input, input.brand) : writeOwn(input);
}

function writeOwn(input: PptxInput): Uint8Array {
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
  const fonts = addFonts(input.fonts, opc, links);
  const noted = input.slides.some(({ notes }) => notes);
  const notesMaster = noted ? links.add('notesMaster', 'notesMasters/notesMaster1.xml') : null;
  addShared(
    opc,
    links,
    input,
    presentationXml(
      { masters: [{ id: '2147483648', link: master }], notesMaster, slides, fonts },
      ownPage(width, height),
      input,
    ),
    theme,
  );
  const marking = planMarking(scenes);
  const runs = { palette: theme.palette, language: input.language, target: input.target };
  addMaster(opc, layouts, theme, (nextId) => markingXml(marking, runs, nextId));
  if (notesMaster) addNotesMaster(opc, themeXml(theme, input.language));
  addSlides(opc, input, { seats: seatsOn(layouts, planned, theme), marking });
  return opc.zip();
}

function addShared(
  opc: OpcPackage,
  links: Relationships,
  input: PptxInput,
  presentation: string,
  theme: ThemePlan,
): void {
  addProperties(opc, input);
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

/** Each slide on the layout of its name. */
function seatsOn(
  layouts: readonly LayoutPlan[],
  planned: readonly PlannedSlide[],
  { palette }: ThemePlan,
): readonly (SlideSeat | null)[] {
  return planned.map((slide) => {
    const place = layouts.findIndex(({ name }) => name === slide.layout);
    const layout = layouts[place];
    return layout ? { slide, layout, part: `ppt/slideLayouts/slideLayout${place + 1}.xml`, palette } : null;
  });
}
