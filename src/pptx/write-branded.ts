import { addProperties, addSlides } from './add-slides.js';
import { OpcPackage } from './opc/package.js';
import { Relationships } from './opc/relationships.js';
import { addFonts } from './parts/embedded-fonts.js';
import { manifestPath } from './parts/manifest.js';
import { notesMasterXml, notesSize } from './parts/notes.js';
import { fixedParts, presentationXml } from './parts/presentation.js';
import { themeXml } from './parts/theme.js';
import type { PptxInput } from './pptx-input.js';
import type { Brand, BrandTemplate } from './template/brand.js';
import { planBranded } from './template/plan-branded.js';
import type { ThemePlan } from './theme-plan.js';

/** Writes a deck on a template: its masters, layouts and themes as they are, with our slides on them. */
export function writeBranded(input: PptxInput, brand: Brand): Uint8Array {
  const { template } = brand;
  const { seats, theme } = planBranded(input, brand);
  const opc = new OpcPackage();
  const links = new Relationships();
  addProperties(opc, input);
  const masters = template.masters.map(({ id, path }) => ({ id, link: links.add('master', fromMain(path)) }));
  const slides = input.slides.map((_, index) => links.add('slide', `slides/slide${index + 1}.xml`));
  const notesMaster = template.notesMaster ?? ownNotesMaster(input);
  const notes = notesMaster === null ? null : links.add('notesMaster', fromMain(notesMaster));
  const page = {
    slideSize: template.slideSize,
    notesSize: template.notesMaster === null ? notesSize : template.notesSize,
    textStyle: template.defaultTextStyle,
  };
  const fonts = addFonts(input.fonts, opc, links);
  links.add('presProps', 'presProps.xml');
  links.add('viewProps', 'viewProps.xml');
  if (template.theme !== null) links.add('theme', fromMain(template.theme));
  links.add(
    'tableStyles',
    template.tableStyles === null ? 'tableStyles.xml' : fromMain(template.tableStyles),
  );
  links.add('customXml', `../${manifestPath}`);
  const presentation = presentationXml({ masters, notesMaster: notes, slides, fonts }, page, input);
  opc.addXml('ppt/presentation.xml', presentation, 'presentation', links);
  opc.addXml('ppt/presProps.xml', fixedParts.presProps, 'presProps');
  opc.addXml('ppt/viewProps.xml', fixedParts.viewProps, 'viewProps');
  if (template.tableStyles === null) opc.addXml('ppt/tableStyles.xml', fixedParts.tableStyles, 'tableStyles');
  addTemplate(opc, template);
  if (notesMaster !== null && template.notesMaster === null)
    addNotesMaster(opc, notesMaster, theme, input.language);
  addSlides(opc, input, { seats, marking: [], ...(notesMaster === null ? {} : { notesMaster }) });
  return opc.zip();
}

function addTemplate(opc: OpcPackage, { parts }: BrandTemplate): void {
  for (const { path, bytes, type } of parts) {
    opc.addForeign(path, bytes, type);
  }
}

/** A template without a notes master has ours, where there are notes. */
function ownNotesMaster({ slides }: PptxInput): string | null {
  return slides.some(({ notes }) => notes) ? 'ppt/notesMasters/notesMaster1.xml' : null;
}

function addNotesMaster(opc: OpcPackage, path: string, theme: ThemePlan, language: string): void {
  let number = 1;
  while (opc.has(`ppt/theme/theme${number}.xml`)) number += 1;
  const links = new Relationships();
  links.add('theme', `../theme/theme${number}.xml`);
  opc.addXml(path, notesMasterXml(), 'notesMaster', links);
  opc.addXml(`ppt/theme/theme${number}.xml`, themeXml(theme, language), 'theme');
}

/** A path as the presentation part, in `ppt/`, names it. */
function fromMain(path: string): string {
  return path.startsWith('ppt/') ? path.slice('ppt/'.length) : `/${path}`;
}
