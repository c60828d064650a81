import type { ParsedYaml } from '../../outline/parse-yaml.js';
import { valueAt } from '../../outline/pointed.js';
import type { BuiltSlide } from '../../pptx/read/read-manifest.js';
import { evenSpaces } from './align-paragraphs.js';
import type { ScalarAt } from './map-edit.js';
import { readingsOf } from './scalar-words.js';

/** The texts and numbers of an outline by their pointers, as it stands now. */
export function outlineTexts({ value }: Extract<ParsedYaml, { ok: true }>): ScalarAt {
  return (pointer) => {
    const found = valueAt(value, pointer);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
  };
}

/** Whether an outline is that of a deck: some of the texts that it was built of stand in it at their places. */
export function isOutlineOf(slides: readonly BuiltSlide[], scalarAt: ScalarAt): boolean {
  const texts = slides
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ pointers }) => pointers.length === 1);
  const held = texts.filter(({ pointers: [pointer = ''], text }) =>
    readingsOf(scalarAt(pointer) ?? '').some(
      (words) => words.text !== '' && evenSpaces(text).includes(words.text),
    ),
  );
  return texts.length === 0 || held.length >= 0.2 * texts.length;
}
