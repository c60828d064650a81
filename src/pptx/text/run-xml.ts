import type { Paragraph, Run } from '../../scene/scene.js';
import { attributes, escapeXml } from '../opc/xml.js';
import { colourXml, type Palette } from '../shapes/colour-xml.js';
import { centipoints } from '../units.js';
import type { LineTarget } from './line-model.js';
import { faceName, fallbackFaces } from './typefaces.js';

/** How text of a placeholder looks that says nothing of its own. */
export interface InheritedStyle extends Pick<Paragraph, 'align' | 'direction'> {
  readonly look: Run;
  /** Whether a bullet hangs before it. */
  readonly bullets: boolean;
}

/** What runs are written with. */
export interface RunContext {
  readonly palette: Palette;
  /** BCP 47, for runs that name no language. */
  readonly language: string;
  readonly target: LineTarget;
  /** What the paragraph has from its placeholder without saying it; null where it has nothing. */
  readonly inherited: InheritedStyle | null;
  /** Styles that text would inherit are a template's, so that it says everything itself. */
  readonly foreign?: boolean;
  /** Makes the `a:hlinkClick` of an address; empty for one that leads nowhere. */
  readonly link: (address: string) => string;
}

/** The `a:r` of a run; a second one carries the empty space after it, as letter spacing of its last character. */
export function runXml(run: Run, context: RunContext): string {
  const characters = [...run.text];
  const last = characters.pop();
  if (run.field) return fieldXml(run, context);
  if (run.gap === 0 || last === undefined) return simpleRun(run, context);
  const head = characters.join('');
  const tail = { ...run, text: last, letterSpacing: run.letterSpacing + run.gap };
  return (head ? simpleRun({ ...run, text: head }, context) : '') + simpleRun(tail, context);
}

function simpleRun(run: Run, context: RunContext): string {
  return `<a:r>${runPropertiesXml(run, context, 'rPr', true)}<a:t>${escapeXml(run.text)}</a:t></a:r>`;
}

/** The same id on every slide is what PowerPoint writes too. */
const fieldId = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

function fieldXml(run: Run, context: RunContext): string {
  return `<a:fld id="${fieldId}" type="slidenum">${runPropertiesXml(run, context, 'rPr', false)}<a:t>${escapeXml(run.text)}</a:t></a:fld>`;
}

/** PowerPoint draws raised and lowered text at two thirds of its size. */
const raisedScale = 2 / 3;

/** `a:rPr` or `a:endParaRPr` of a run. */
export function runPropertiesXml(
  run: Run,
  context: RunContext,
  tag: 'rPr' | 'endParaRPr',
  linked: boolean,
): string {
  const { palette, language, inherited, foreign } = context;
  const like = inherited?.look ?? null;
  const raised = run.shift !== 0;
  const size = raised ? run.size / raisedScale : run.size;
  const own = run.language ?? language;
  // What the placeholder says already is left to it, so that the text follows the layout when that is changed.
  const unless = <Value>(value: Value, theirs: Value | undefined) => (value === theirs ? null : value);
  const spacing = centipoints(run.letterSpacing);
  const usual = like ? centipoints(like.letterSpacing) : 0;
  const values = attributes({
    lang: own,
    sz: unless(Math.max(100, Math.min(400000, centipoints(size))), like ? centipoints(like.size) : undefined),
    b: unless(run.weight >= 600, like ? like.weight >= 600 : undefined),
    i: unless(run.italic, like?.italic),
    u: run.underline ? 'sng' : like && !run.link ? null : 'none',
    strike: run.strike ? 'sngStrike' : null,
    kern: like ? null : 0,
    cap: run.caps ?? (foreign ? 'none' : null),
    spc: spacing === usual && !foreign ? null : Math.max(-400000, Math.min(400000, spacing)),
    baseline: raised ? Math.round((run.shift / size) * 100000) : null,
  });
  const highlight = run.highlight
    ? `<a:highlight>${colourXml({ ...run.highlight, alpha: 1 }, palette)}</a:highlight>`
    : '';
  const link = linked && run.link ? context.link(run.link) : '';
  const sameColour = like !== null && JSON.stringify(like.colour) === JSON.stringify(run.colour);
  const fill = sameColour ? '' : `<a:solidFill>${colourXml(run.colour, palette)}</a:solidFill>`;
  const inside = fill + highlight + faces(run, own, palette, like) + link;
  return inside ? `<a:${tag}${values}>${inside}</a:${tag}>` : `<a:${tag}${values}/>`;
}

const slots = ['latin', 'ea', 'cs', 'sym'] as const;

/** The faces of a run by slot: those that its placeholder has already are left to it, and a symbol face is named for symbols alone. */
function faces({ family, text }: Run, language: string, palette: Palette, like: Run | null): string {
  const latin = faceName(family, palette.carried);
  const fallback = fallbackFaces(text, language, palette.carried);
  const inherited = like !== null && faceName(like.family, palette.carried) === latin;
  const themed = palette.faces.get(latin) ?? latin;
  const named = slots.map((slot) => {
    const plain =
      inherited || slot === 'sym' ? null : themed.replace('-lt', `-${slot === 'latin' ? 'lt' : slot}`);
    const typeface = fallback.get(slot) ?? plain;
    return typeface === null ? '' : `<a:${slot}${attributes({ typeface })}/>`;
  });
  return named.join('');
}
