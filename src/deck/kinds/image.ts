import { label } from '../../outline/mapped-text.js';
import type { ComposeKind } from '../kind-view.js';
import { beneath, joined } from '../statement-lines.js';

/** A picture in the wide column, what it shows and whose it is in the margin; half a slide leaves room for points. */
export const image: ComposeKind<'image'> = (slide, context) => {
  const { fit } = context;
  const taken = slide.taken ? label(context.date(slide.taken)) : null;
  const lines = [joined([slide.place, taken], ', '), joined([slide.credit, slide.licence], ', ')].flatMap(
    (text) => (text ? [{ text }] : []),
  );
  const points = slide.points.map((point) => ({ text: point.text, remark: beneath(point, context) }));
  const tall = (pt: number) =>
    points.reduce(
      (sum, { text, remark }) =>
        sum + fit.height(text, pt, 466) + 27 + (remark ? fit.height(remark, 15, 466) + 2 : 0),
      0,
    );
  return {
    step: fit.step(context.steps, 436, tall),
    // A full picture leaves no room for points.
    classes: [points.length > 0 ? 'half' : slide.size, slide.crop],
    images: [{ path: slide.file, at: `${slide.pointer}/file` }],
    view: {
      alt: slide.decorative ? label('') : (slide.alt ?? slide.caption ?? slide.headline),
      file: slide.file,
      caption: slide.caption || lines.length > 0 ? { text: slide.caption, lines } : null,
      points: points.length > 0 ? points : null,
    },
  };
};
