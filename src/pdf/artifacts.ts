/** What an operator of a content stream (ISO 32000-1, annex A) means for marking. */
type Operator = 'path' | 'paint' | 'discard' | 'text' | 'end-text' | 'object' | 'mark' | 'unmark' | 'bound';

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...['m', 're'].map((name) => [name, 'path'] as const),
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'].map((name) => [name, 'paint'] as const),
  ['n', 'discard'],
  ['BT', 'text'],
  ['ET', 'end-text'],
  ['Do', 'object'],
  ['BDC', 'mark'],
  ['BMC', 'mark'],
  ['EMC', 'unmark'],
  ['q', 'bound'],
  ['Q', 'bound'],
]);

/**
 * Marks as artifacts what a content stream paints outside marked content: backgrounds, rules, generated bullets and numbers, which
 * Chromium leaves unmarked. Skia ends each line with one operator, so lines are all there is to read.
 * `isTagged` says of a form (by its name) that it holds marked content itself, so that drawing it must stay unmarked.
 */
export function markArtifacts(content: string, isTagged: (form: string) => boolean): string {
  const lines = content.split('\n');
  const out: string[] = [];
  let depth = 0;
  let open = false;
  // Where the path or text began that is being built; an artifact must start before it.
  let began = -1;
  const begin = (at: number) => {
    if (open) return;
    out.splice(at, 0, '/Artifact BMC');
    open = true;
  };
  const end = () => {
    if (open) out.push('EMC');
    open = false;
  };
  for (const line of lines) {
    const operator =
      operators.get(line.slice(line.lastIndexOf(' ') + 1)) ?? (line.endsWith('BDC') ? 'mark' : undefined);
    // Marks must nest; q and Q are bounds only to keep an artifact within one state of the graphics.
    if (operator === 'mark' || operator === 'unmark' || operator === 'bound') end();
    if (depth === 0 && (operator === 'path' || operator === 'text') && began === -1) began = out.length;
    if (depth === 0 && operator === 'object') {
      if (isTagged(objectName(line))) end();
      else begin(out.length);
    }
    if (depth === 0 && operator === 'paint') begin(began === -1 ? out.length : began);
    // A text object with marks inside has none around it: marks may not cross its ends (14.6.1).
    if (depth === 0 && operator === 'end-text' && began !== -1) begin(began);
    if (operator === 'paint' || operator === 'end-text' || operator === 'discard' || operator === 'mark')
      began = -1;
    if (operator === 'mark') depth += 1;
    if (operator === 'unmark') depth -= 1;
    out.push(line);
  }
  end();
  return out.join('\n');
}

/** Names of the forms and pictures that a content stream draws. */
export function drawnObjects(content: string): readonly string[] {
  return [...content.matchAll(/\/(\w+) Do$/gmu)].map((match) => match[1] ?? '');
}

function objectName(line: string): string {
  return /\/(\w+) Do$/u.exec(line)?.[1] ?? '';
}
