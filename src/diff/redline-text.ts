import { type Inline, parseInline, revisionMarks } from '../outline/inline.js';
import { placedWords } from '../outline/inline-places.js';
import type { MappedText } from '../outline/mapped-text.js';
import { compareWords, likeness, type WordStretch } from './words.js';

/** Texts less alike than this are shown one after the other: a mixture of both could not be read. */
const alike = 0.35;

/** A text as both editions have it: words that went marked as deleted, those that came as inserted. */
export function redlined(was: string, now: MappedText): MappedText {
  const [old, words] = [plainWords(was), now.form === 'plain' ? now.text : plainWords(now.text)];
  const stretches: readonly WordStretch[] =
    likeness(old, words) < alike
      ? [
          { in: 'old', text: `${old} ` },
          { in: 'new', text: words },
        ]
      : calm(compareWords(old, words));
  const plain = stretches.map(({ in: place, text }) => marked(place, escaped(text))).join('');
  const styled = now.form === 'inline' ? withMarks(stretches, now.text) : plain;
  // Where the author's marks and ours would cross, ours stay.
  return { ...now, form: 'inline', text: saysSame(styled, plain) ? styled : plain };
}

/** A text that is all new. */
export function inserted(text: MappedText): MappedText {
  return whole('new', text);
}

/** A text that is gone: it stands at no place of the new outline. */
export function deleted(text: MappedText): MappedText {
  return { ...whole('old', text), at: null };
}

function whole(place: 'old' | 'new', text: MappedText): MappedText {
  if (text.form === 'markdown') return text;
  const plain = marked(place, escaped(text.form === 'plain' ? text.text : plainWords(text.text)));
  const styled = text.form === 'inline' ? marked(place, text.text) : plain;
  return { ...text, form: 'inline', text: saysSame(styled, plain) ? styled : plain };
}

/** Words of the new text as the author wrote them, with emphasis and links. */
function withMarks(stretches: readonly WordStretch[], raw: string): string {
  const { places } = placedWords(raw);
  let [at, from] = [0, 0];
  return stretches
    .map(({ in: place, text }, index) => {
      if (place === 'old') return marked(place, escaped(text));
      at += text.length;
      const isLast = stretches.slice(index + 1).every((each) => each.in === 'old');
      const to = isLast ? raw.length : (places[at] ?? raw.length);
      const slice = raw.slice(from, to);
      from = to;
      return marked(place, slice);
    })
    .join('');
}

function marked(place: WordStretch['in'], text: string): string {
  if (place === 'both' || text === '') return text;
  const { open, close } = revisionMarks[place === 'old' ? 'deleted' : 'inserted'];
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words === '' ? text : `${before}${open}${words}${close}${after}`;
}

/** Single spaces between changed words change with them: one stretch went, one came. */
function calm(stretches: readonly WordStretch[]): readonly WordStretch[] {
  const result: WordStretch[] = [];
  let [old, now] = ['', ''];
  const flush = () => {
    // What went and what came do not touch.
    const apart = now && !/\s$/u.test(old) ? ' ' : '';
    if (old) result.push({ in: 'old', text: old + apart });
    if (now) result.push({ in: 'new', text: now });
    [old, now] = ['', ''];
  };
  stretches.forEach(({ in: place, text }, index) => {
    const next = stretches[index + 1];
    const isBridge = place === 'both' && /^\s+$/u.test(text) && old + now !== '' && next !== undefined;
    if (place === 'both' && !isBridge) {
      flush();
      result.push({ in: place, text });
    } else {
      if (place !== 'new') old += text;
      if (place !== 'old') now += text;
    }
  });
  flush();
  return result;
}

function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

function plainWords(text: string): string {
  return placedWords(text).text.replace(/\s+/gu, ' ');
}

/** Whether both texts have the same words, deleted, inserted and kept. */
function saysSame(one: string, other: string): boolean {
  return said(parseInline(one)) === said(parseInline(other));
}

function said(nodes: readonly Inline[], place = ''): string {
  const letters = nodes.map((node) => {
    if ('text' in node) return [...node.text].map((character) => `${place}${character}`).join('');
    const isRevision = node.type === 'inserted' || node.type === 'deleted';
    return said(node.children, isRevision ? node.type.charAt(0) : place);
  });
  return letters.join('');
}
