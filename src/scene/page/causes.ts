import type { CutOut } from '../drawing.js';
import { readGradient, splitList } from './gradient.js';
import { readTransform } from './transform.js';

/** Why an element is drawn as a picture, and what of it. */
export type Cause = Pick<CutOut, 'cause' | 'shows' | 'backdrop'>;

type Row = Cause & { readonly applies: (style: CSSStyleDeclaration) => boolean };

const hasOwnShape = (style: CSSStyleDeclaration) => style.getPropertyValue('--pptx-shape').trim() !== '';

/** What no shape of Office says. What changes all that is inside, or shows what is below, comes before what is the element's own. */
const rows: readonly Row[] = [
  {
    cause: 'blend mode',
    shows: 'inside',
    backdrop: true,
    applies: ({ mixBlendMode }) => mixBlendMode !== 'normal',
  },
  {
    cause: 'CSS filter',
    shows: 'inside',
    backdrop: false,
    applies: ({ filter }) => filter !== 'none' && !isDropShadow(filter),
  },
  {
    cause: 'mask',
    shows: 'inside',
    backdrop: false,
    applies: ({ maskImage }) => splitList(maskImage).some((image) => image !== 'none'),
  },
  {
    cause: 'skewed, mirrored or 3D transform',
    shows: 'inside',
    backdrop: false,
    applies: (style) =>
      (style.transform !== 'none' || style.rotate !== 'none') && readTransform(style) === null,
  },
  {
    cause: 'clip path',
    shows: 'inside',
    backdrop: false,
    applies: (style) => !/^(?:none|polygon\(.*)$/su.test(style.clipPath) && !hasOwnShape(style),
  },
  {
    cause: 'backdrop filter',
    shows: 'ground',
    backdrop: true,
    applies: ({ backdropFilter }) => backdropFilter !== 'none' && backdropFilter !== '',
  },
  { cause: 'border image', shows: 'ground', backdrop: false, applies: hasBorderImage },
  {
    cause: 'gradient that Office has not',
    shows: 'ground',
    backdrop: false,
    applies: ({ backgroundImage, backgroundClip }) =>
      !backgroundClip.includes('text') && splitList(backgroundImage).some(isForeignGradient),
  },
  { cause: 'repeated background', shows: 'ground', backdrop: false, applies: isTiled },
  {
    cause: 'blended backgrounds',
    shows: 'ground',
    backdrop: false,
    applies: ({ backgroundBlendMode, backgroundImage }) =>
      backgroundImage !== 'none' && splitList(backgroundBlendMode).some((mode) => mode !== 'normal'),
  },
  {
    cause: 'borders of several looks on round corners',
    shows: 'ground',
    backdrop: false,
    applies: isMotleyRound,
  },
];

/** Why an element with this style must be drawn as a picture; null where shapes say it. */
export function causeOf(style: CSSStyleDeclaration): Cause | null {
  return rows.find((row) => row.applies(style)) ?? null;
}

/** True for a filter that is a shadow and nothing else, which shapes have too. */
export function isDropShadow(filter: string): boolean {
  return /^drop-shadow\((?:[^()]|\([^()]*\))*\)$/u.test(filter);
}

function hasBorderImage({ borderImageSource }: CSSStyleDeclaration): boolean {
  return borderImageSource !== 'none';
}

function isForeignGradient(image: string): boolean {
  if (/^(?:repeating-|conic-)/u.test(image)) return true;
  return image.includes('gradient(') && readGradient(image, { width: 100, height: 100 }, 1) === null;
}

/** A layer that is drawn more than once, or a gradient in a part of the box. */
function isTiled({ backgroundImage, backgroundSize, backgroundRepeat, backgroundClip }: CSSStyleDeclaration) {
  if (backgroundImage === 'none' || backgroundClip.includes('text')) return false;
  const sizes = splitList(backgroundSize);
  const repeats = splitList(backgroundRepeat);
  return splitList(backgroundImage).some((image, index) => {
    const size = sizes[index % sizes.length] ?? 'auto';
    const fills = /^(?:cover|100%(?: 100%)?)$/u.test(size);
    if (image.includes('gradient(')) return !fills && size !== 'auto';
    const repeat = repeats[index % repeats.length] ?? 'repeat';
    return image.startsWith('url(') && !fills && repeat !== 'no-repeat';
  });
}

function isMotleyRound(style: CSSStyleDeclaration): boolean {
  const round = ['top-left', 'top-right', 'bottom-left', 'bottom-right'].some(
    (corner) => style.getPropertyValue(`border-${corner}-radius`) !== '0px',
  );
  if (!round) return false;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) =>
    ['width', 'style', 'color'].map((part) => style.getPropertyValue(`border-${side}-${part}`)),
  );
  const shown = sides.filter(([width, kind]) => width !== '0px' && kind !== 'none');
  const looks = new Set(shown.map(([, kind, colour]) => `${kind} ${colour}`));
  const widths = new Set(sides.map(([width, kind]) => (kind === 'none' ? '0px' : width)));
  const plain = shown.every(([, kind]) => kind === 'solid');
  return shown.length > 0 && (looks.size > 1 || (widths.size > 1 && !plain));
}
