import { isDeepStrictEqual } from 'node:util';
import { editScalar } from '../outline/edit-scalar.js';
import { hideSlide, moveSlide } from '../outline/edit-slides.js';
import { type EditedOutline, readYaml } from '../outline/edited-outline.js';
import { valueAt } from '../outline/pointed.js';

/** A change of the outline that is asked for in the preview. Slides are counted from 0 in the outline's `slides`. */
export type OutlineEdit =
  | { readonly what: 'text'; readonly pointer: string; readonly was: string; readonly now: string }
  | { readonly what: 'move'; readonly from: number; readonly to: number }
  | { readonly what: 'hide'; readonly slide: number; readonly hidden: boolean };

/** A text of the outline as it is written there, or why it cannot be edited in place. */
export type EditableText =
  | { readonly ok: true; readonly pointer: string; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/**
 * The text behind a mark on a slide: that of the pointer itself, or the `text` of the statement there. What is put together from
 * several fields, or from none, is refused with a reason.
 */
export function editableText(source: string, pointer: string): EditableText {
  const read = readYaml(source);
  if (!read)
    return { ok: false, reason: 'The outline cannot be read as it is now: mend it in the file first.' };
  const found = [pointer, `${pointer}/text`, `${pointer}/name`].find((each) => read.positions.scalar(each));
  const value = found === undefined ? undefined : valueAt(read.value, found);
  if (found === undefined || (typeof value !== 'string' && typeof value !== 'number'))
    return { ok: false, reason: 'This is put together from the outline’s fields: edit them in the file.' };
  return { ok: true, pointer: found, text: String(value).replace(/\n+$/u, '') };
}

/**
 * The outline with an edit made. `shown` is the text that the page was made from: where the file has another text or slide at that
 * place by now, the edit is refused, so that newer work is never overwritten.
 */
export function makeEdit(source: string, shown: string, edit: OutlineEdit): EditedOutline {
  const [was, now] = [slidesOf(shown), slidesOf(source)];
  if (edit.what === 'text')
    return isElsewhere(edit.pointer, was, now) ? { ok: false, reason: shifted } : editKnownText(source, edit);
  const index = edit.what === 'move' ? edit.from : edit.slide;
  if (
    source !== shown &&
    !isDeepStrictEqual(edit.what === 'move' ? was : was[index], edit.what === 'move' ? now : now[index])
  )
    return {
      ok: false,
      reason: 'The slides were changed in the file meanwhile: look again, then repeat it.',
    };
  return edit.what === 'move'
    ? moveSlide(source, edit.from, edit.to)
    : hideSlide(source, edit.slide, edit.hidden);
}

const shifted = 'Slides came or went in the file just now: repeat it when they are drawn.';

/** Whether a pointer may name another slide by now, which may say the same at that place. */
function isElsewhere(pointer: string, was: readonly unknown[], now: readonly unknown[]): boolean {
  const index = /^\/slides\/(\d+)\//u.exec(pointer)?.[1];
  if (index === undefined || was.length === 0 || was.length === now.length) return false;
  return !isDeepStrictEqual(was[Number(index)], now[Number(index)]);
}

function editKnownText(source: string, edit: Extract<OutlineEdit, { what: 'text' }>): EditedOutline {
  const there = editableText(source, edit.pointer);
  if (!there.ok) return there;
  if (there.text !== edit.was.replace(/\n+$/u, ''))
    return { ok: false, reason: `The file says something else here by now: “${there.text}”.` };
  if (edit.now.trim() === '')
    return { ok: false, reason: 'An empty text would stay as a gap: delete the field in the file.' };
  return editScalar(source, there.pointer, edit.now);
}

function slidesOf(source: string): readonly unknown[] {
  const slides = valueAt(readYaml(source)?.value, '/slides');
  return Array.isArray(slides) ? slides : [];
}
