import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { parseYaml } from '../outline/parse-yaml.js';

/**
 * What keeps the front matter of a Marp deck from being read, if anything does: Marp passes over such front matter without a word,
 * and draws the deck as if there were none.
 */
export function frontMatterFault(source: string, file: string): Diagnostic | null {
  const front = /^(?:\ufeff)?-{3,}[ \t]*\r?\n([\s\S]*?)\r?\n-{3,}[ \t]*(?:\r?\n|$)/u.exec(source)?.[1];
  if (!front?.trim()) return null;
  const parsed = parseYaml(new TextEncoder().encode(loose(front)), file);
  const [fault] = parsed.ok ? [] : parsed.diagnostics;
  if (fault?.code !== 'YAML-2') return null;
  return {
    ...fault,
    severity: 'warning',
    message: `The front matter is left out, for it is no YAML: ${fault.message}`,
    line: fault.line === null ? 1 : fault.line + 1,
    hint: fault.hint ?? 'Put what it says after a colon in quotation marks.',
  };
}

/** Marp takes colours such as `#fff` as they are, which YAML would read as comments. */
function loose(front: string): string {
  return front.replace(
    /^(\s*[\w$-]+:[ \t]+)(#[^\r\n]*?)[ \t]*(?=\r?$)/gmu,
    (_, key: string, value: string) => {
      return `${key}${JSON.stringify(value)}`;
    },
  );
}
