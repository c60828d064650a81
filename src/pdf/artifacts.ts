/** What an operator of a content stream (ISO 32000-1, annex A) means for marking. */
type Operator =
  | 'path'
  | 'paint'
  | 'discard'
  | 'text'
  | 'show'
  | 'end-text'
  | 'object'
  | 'mark'
  | 'group'
  | 'unmark'
  | 'bound';

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...['m', 're'].map((name) => [name, 'path'] as const),
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'].map((name) => [name, 'paint'] as const),
  ['n', 'discard'],
  ['BT', 'text'],
  ['Tj', 'show'],
  ['TJ', 'show'],
  ['ET', 'end-text'],
  ['Do', 'object'],
  ['EMC', 'unmark'],
  ['q', 'bound'],
  ['Q', 'bound'],
]);

/** A content stream as it is written again, with marks put in. */
class MarkedContent {
  readonly lines: string[] = [];
  /** How many tags are open; an artifact is only for what stands outside all of them. */
  depth = 0;
  /** Of each mark that is open, whether it is a tag: others say how a text is read, and may stand in an artifact. */
  readonly #marks: boolean[] = [];
  /** Line where the path or text began that is being built: an artifact must start before it. */
  #began: number | null = null;
  #open = false;
  /** Whether the open artifact began within a text, which it may not outlast. */
  #within = false;

  enter(isTag: boolean): void {
    this.#marks.push(isTag);
    if (isTag) this.depth += 1;
  }

  leave(): void {
    if (this.#marks.pop()) this.depth -= 1;
  }

  note(): void {
    this.#began ??= this.lines.length;
  }

  forget(): void {
    this.#began = null;
  }

  /** Starts an artifact at what was noted, else at this line, unless one is open. */
  begin(): void {
    if (this.depth > 0 || this.#open) return;
    this.lines.splice(this.#began ?? this.lines.length, 0, '/Artifact BMC');
    this.#open = true;
  }

  beginIfNoted(): void {
    if (this.#began !== null) this.begin();
  }

  /** An artifact around this line alone of a text that has tags too. */
  beginWithin(): void {
    if (this.depth > 0 || this.#open || this.#began !== null) return;
    this.begin();
    this.#within = true;
  }

  endWithin(): void {
    if (this.#within) this.end();
  }

  end(): void {
    if (this.#open) this.lines.push('EMC');
    this.#open = false;
    this.#within = false;
  }
}

/** What is to be done before the line of an operator is written. */
const actions: Record<Operator, (content: MarkedContent, isTaggedForm: () => boolean) => void> = {
  path: (content) => content.note(),
  paint: (content) => {
    content.begin();
    content.forget();
  },
  discard: (content) => content.forget(),
  // Marks may not cross the ends of a text object (14.6.1): an artifact holds it whole, or, if it has marks inside, ends before it.
  text: (content) => {
    content.end();
    content.note();
  },
  show: (content) => content.beginWithin(),
  'end-text': (content) => {
    content.endWithin();
    content.beginIfNoted();
    content.forget();
  },
  object: (content, isTaggedForm) => (isTaggedForm() ? content.end() : content.begin()),
  mark: (content) => {
    content.end();
    content.forget();
    content.enter(true);
  },
  // `/Span <</ActualText …>> BDC` and `/ReversedChars BMC` stand around texts of Arabic and Hebrew, tagged or not.
  group: (content) => {
    content.beginIfNoted();
    content.beginWithin();
    content.enter(false);
  },
  unmark: (content) => content.leave(),
  // Keeps an artifact within one state of the graphics; marks must nest, states need not.
  bound: (content) => content.end(),
};

/**
 * Marks as artifacts what a content stream paints outside marked content: backgrounds, rules, generated bullets and numbers, which
 * Chromium leaves unmarked. Skia ends each line with one operator, so lines are all there is to read.
 * `isTagged` says of a form (by its name) that it holds marked content itself, so that drawing it must stay unmarked.
 */
export function markArtifacts(content: string, isTagged: (form: string) => boolean): string {
  const marked = new MarkedContent();
  for (const line of content.split('\n')) {
    const name = line.slice(line.lastIndexOf(' ') + 1);
    const operator = operators.get(name) ?? markOf(line);
    if (operator) actions[operator](marked, () => isTagged(objectName(line)));
    marked.lines.push(line);
  }
  marked.end();
  return marked.lines.join('\n');
}

/** `<</MCID 0 >>BDC` has no space before its operator. An artifact that is there already is as good as a tag. */
function markOf(line: string): Operator | undefined {
  if (!/(?:BDC|BMC)$/u.test(line)) return undefined;
  return /\/MCID |^\/Artifact\b/u.test(line) ? 'mark' : 'group';
}

/** Names of the forms and pictures that a content stream draws. */
export function drawnObjects(content: string): readonly string[] {
  return [...content.matchAll(/\/(\w+) Do$/gmu)].map((match) => match[1] ?? '');
}

function objectName(line: string): string {
  return /\/(\w+) Do$/u.exec(line)?.[1] ?? '';
}
