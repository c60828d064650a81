import { all, childrenOf, type Element, first, textIn } from '../xml.js';
import type { TextShape } from './shapes.js';

/** Characters of one look. */
export interface SimulatedRun {
  readonly text: string;
  /** As Office names it. */
  readonly face: string;
  /** What the run asks for where its face has no characters; empty for none. */
  readonly others: readonly string[];
  /** pt, raised and lowered text as it is drawn. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** pt after each character. */
  readonly spacing: number;
  readonly capitals: boolean;
}

/** A paragraph with all that it inherits. */
export interface SimulatedParagraph {
  /** pt */
  readonly margin: number;
  readonly indent: number;
  readonly bullet: boolean;
  readonly align: string;
  /** Line spacing, a share of 1.2 times the size. */
  readonly lines: number;
  readonly before: number;
  readonly after: number;
  readonly pieces: readonly (SimulatedRun | 'break')[];
  /** The paragraph mark. */
  readonly mark: SimulatedRun;
}

/** How text sits in its shape. */
export interface SimulatedBody {
  /** pt */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly anchor: 't' | 'ctr' | 'b';
  readonly wraps: boolean;
  readonly paragraphs: readonly SimulatedParagraph[];
}

const perPoint = 12700;
/** Of raised and lowered text. */
const raisedScale = 2 / 3;

/** Reads the text of a shape, with what it inherits. */
export function readBody(shape: TextShape): SimulatedBody {
  const { bodies } = shape;
  const inset = (name: string, usual: number) => Number(attributeOf(bodies, name) ?? usual) / perPoint;
  const anchor = attributeOf(bodies, 'anchor');
  const fit = bodies.map(autofit).find((each) => each !== undefined);
  const scale = Number(fit?.attributes.get('fontScale') ?? 100000) / 100000;
  const less = Number(fit?.attributes.get('lnSpcReduction') ?? 0) / 100000;
  return {
    left: inset('lIns', 91440),
    top: inset('tIns', 45720),
    right: inset('rIns', 91440),
    bottom: inset('bIns', 45720),
    anchor: anchor === 'ctr' || anchor === 'b' ? anchor : 't',
    wraps: attributeOf(bodies, 'wrap') !== 'none',
    paragraphs: shape.paragraphs.map((each) => readParagraph(each, shape, scale, less)),
  };
}

function autofit(body: Element): Element | undefined {
  return childrenOf(body).find(({ name }) => /^a:(?:no|norm|sp)(?:Autofit|AutoFit)$/u.test(name));
}

function readParagraph(
  paragraph: Element,
  { styles, themeFaces }: TextShape,
  scale: number,
  less: number,
): SimulatedParagraph {
  const own = childrenOf(paragraph).find(({ name }) => name === 'a:pPr');
  const level = Number(own?.attributes.get('lvl') ?? 0) + 1;
  const levels = [own, ...styles.map((style) => first(style, `a:lvl${level}pPr`))].filter(
    (each) => each !== undefined,
  );
  const defaults = levels.flatMap((each) => all(each, 'a:defRPr'));
  const look = (properties: Element | undefined, text: string) =>
    readRun(properties ? [properties, ...defaults] : defaults, text, scale, themeFaces);
  const pieces = childrenOf(paragraph).flatMap((child): readonly (SimulatedRun | 'break')[] => {
    if (child.name === 'a:br') return ['break'];
    const text = first(child, 'a:t');
    return text ? [look(first(child, 'a:rPr'), textIn(text))] : [];
  });
  const mark = look(first(paragraph, 'a:endParaRPr'), '');
  const bullet = levels
    .flatMap(childrenOf)
    .find(({ name }) => ['a:buNone', 'a:buChar', 'a:buAutoNum'].includes(name));
  const gap = (name: string) => spacingOf(levels, name);
  return {
    margin: Number(attributeOf(levels, 'marL') ?? 0) / perPoint,
    indent: Number(attributeOf(levels, 'indent') ?? 0) / perPoint,
    bullet: bullet !== undefined && bullet.name !== 'a:buNone',
    align: attributeOf(levels, 'algn') ?? 'l',
    lines: (gap('a:lnSpc').share || 1) - less,
    before: gap('a:spcBef').points + gap('a:spcBef').share * 1.2 * mark.size,
    after: gap('a:spcAft').points + gap('a:spcAft').share * 1.2 * mark.size,
    pieces,
    mark,
  };
}

function spacingOf(levels: readonly Element[], name: string): { share: number; points: number } {
  const found = levels.flatMap(childrenOf).find((each) => each.name === name);
  const value = (of: string) => Number((found && first(found, of))?.attributes.get('val') ?? 0);
  return { share: value('a:spcPct') / 100000, points: value('a:spcPts') / 100 };
}

function readRun(
  looks: readonly Element[],
  text: string,
  scale: number,
  themeFaces: ReadonlyMap<string, string>,
): SimulatedRun {
  const raised = Number(attributeOf(looks, 'baseline') ?? 0) !== 0;
  const size = (Number(attributeOf(looks, 'sz') ?? 1800) / 100) * scale;
  const face = (slot: string) => {
    const name = looks.map((each) => first(each, `a:${slot}`)).find((each) => each !== undefined);
    const named = name?.attributes.get('typeface') ?? '';
    return themeFaces.get(named) ?? named;
  };
  return {
    text,
    face: face('latin') || themeFaces.get('+mn-lt') || '',
    others: [face('ea'), face('cs')].filter((each) => each !== ''),
    size: raised ? size * raisedScale : size,
    bold: isOn(attributeOf(looks, 'b')),
    italic: isOn(attributeOf(looks, 'i')),
    spacing: Number(attributeOf(looks, 'spc') ?? 0) / 100,
    capitals: attributeOf(looks, 'cap') === 'all',
  };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The value of an attribute in the nearest element that has it. */
function attributeOf(elements: readonly Element[], name: string): string | undefined {
  return elements.map(({ attributes }) => attributes.get(name)).find((value) => value !== undefined);
}
