import type { ReadPackage } from '../opc/read-package.js';
import { relationshipsOf } from './relationships.js';
import { attribute, xmlText } from './xml-text.js';

/** A paragraph of a slide as it came back. */
export interface ReturnedParagraph {
  readonly text: string;
  /** Place of its shape among those of the slide, from 0. */
  readonly shape: number;
}

/** A slide as it came back. */
export interface ReturnedSlide {
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly notes: string | null;
  readonly comments: readonly string[];
}

/** The texts of a presentation in its order, whoever saved it last. */
export function readReturned(file: ReadPackage): readonly ReturnedSlide[] {
  const path = [...relationshipsOf(file, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  const presentation = path ?? 'ppt/presentation.xml';
  const parts = relationshipsOf(file, presentation);
  const ids = [...(file.text(presentation) ?? '').matchAll(/<p:sldId(\s[^>]*)>/gu)];
  return ids.map(([, values = '']) => readSlide(file, parts.get(attribute(values, 'r:id'))?.target ?? ''));
}

function readSlide(file: ReadPackage, path: string): ReturnedSlide {
  const links = [...relationshipsOf(file, path).values()].filter(({ external }) => !external);
  const textOf = (target: string) => file.text(target) ?? '';
  const notes = links.find(({ type }) => type === 'notesSlide');
  return {
    paragraphs: shapesOf(textOf(path)).flatMap((shape, place) =>
      paragraphsOf(shape).map((text) => ({ text, shape: place })),
    ),
    notes: notes ? notesIn(textOf(notes.target)) : null,
    comments: links
      .filter(({ type }) => type === 'comments')
      .flatMap(({ target }) => commentsIn(textOf(target))),
  };
}

/** Shapes with text of their own. A hidden title is no text of the slide; what was made for readers that lack a feature repeats it. */
function shapesOf(xml: string): readonly string[] {
  const shown = xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '');
  const shapes = [...shown.matchAll(/<p:(sp|graphicFrame|cxnSp)[\s>].*?<\/p:\1>/gsu)].map(([shape]) => shape);
  return shapes.filter((shape) => !/<p:cNvPr\s[^>]*hidden="(?:1|true)"/u.test(shape));
}

/** Paragraphs with text; one with the slide's number counts by itself. */
function paragraphsOf(xml: string): readonly string[] {
  const found = [...xml.matchAll(/<a:p(?:\s[^>]*)?>(.*?)<\/a:p>/gsu)].map(([, inside = '']) => inside);
  return found
    .filter((inside) => !/<a:fld\s[^>]*type="slidenum"/u.test(inside))
    .map((inside) => runsOf(inside))
    .filter((text) => text.trim() !== '');
}

function runsOf(paragraph: string): string {
  return [...paragraph.matchAll(/<a:t(?:\s[^>]*)?>([^<]*)<\/a:t>|<a:br[\s/>]/gu)]
    .map(([, text]) => (text === undefined ? '\n' : xmlText(text)))
    .join('');
}

function notesIn(xml: string): string | null {
  const body = shapesOf(xml).find((shape) => /<p:ph\s[^>]*type="body"/u.test(shape));
  return (body && paragraphsOf(body).join('\n')) || null;
}

/** Both of PowerPoint's kinds: those with a text of their own, and the newer ones with paragraphs. */
function commentsIn(xml: string): readonly string[] {
  const plain = [...xml.matchAll(/<p:text(?:\s[^>]*)?>([^<]*)<\/p:text>/gu)].map(([, text = '']) =>
    xmlText(text),
  );
  const threads = [...xml.matchAll(/<(\w+:txBody)>(.*?)<\/\1>/gsu)].map(([, , body = '']) =>
    paragraphsOf(body).join('\n'),
  );
  return [...plain, ...threads].filter((text) => text.trim() !== '');
}
