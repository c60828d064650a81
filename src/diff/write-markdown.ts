import type { Change } from './change.js';
import { byPlace, isWording, nameOfChange } from './describe-change.js';
import { compareWords } from './words.js';

/** The changes as Markdown, for a message or a log: what is gone struck out, what is new bold. */
export function changesAsMarkdown(changes: readonly Change[], old: string, now: string): string {
  const head = `# What changed\n\n${safe(old)} → ${safe(now)}: ${count(changes.length)}.\n`;
  const groups = byPlace(changes).map(({ title, changes: rows }) => {
    const lines = rows.map((row) => `- **${nameOfChange(row)}**: ${detail(row)}`);
    return `\n## ${safe(title)}\n\n${lines.join('\n')}\n`;
  });
  return `${head}${groups.join('')}`;
}

/** "1 change", "no changes". */
export function count(number: number): string {
  return number === 1 ? '1 change' : `${number === 0 ? 'no' : number} changes`;
}

function detail(row: Change): string {
  const { was, now } = row;
  if (isWording(row))
    return compareWords(was ?? '', now ?? '')
      .map(stretch)
      .join('');
  if (was === null || now === null) return was === null ? mark('**', now ?? '') : mark('~~', was);
  return `${safe(was)} → ${safe(now)}`;
}

function stretch({ in: place, text }: ReturnType<typeof compareWords>[number]): string {
  return place === 'both' ? safe(text) : mark(place === 'old' ? '~~' : '**', text);
}

/** Marks hold the words alone: Markdown takes none that begin or end with a space. */
function mark(sign: string, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return words ? `${before}${sign}${safe(words)}${sign}${after}` : text;
}

function safe(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&');
}
