import type { Lineage, SourceBehind } from './lineage-of.js';

/** The lineage of judgements for a terminal: each with its grounds below it. */
export function lineageAsText(rows: readonly Lineage[], lineOf: (pointer: string) => number | null): string {
  if (rows.length === 0) return 'No judgements.\n';
  return rows
    .map((row) => {
      const line = lineOf(row.pointer);
      const head = `${row.text}${line === null ? '' : `  (line ${line})`}`;
      return `${[head, ...grounds(row).map((ground) => `  ${ground}`)].join('\n')}\n`;
    })
    .join('\n');
}

/** The same as Markdown, a section a slide. */
export function lineageAsMarkdown(rows: readonly Lineage[], title: string): string {
  const slides = [...new Set(rows.map(({ slide }) => slide))];
  const sections = slides.map((slide) => {
    const own = rows.filter((row) => row.slide === slide);
    const items = own.map((row) =>
      [`- ${escaped(row.text)}`, ...grounds(row).map((ground) => `  - ${escaped(ground)}`)].join('\n'),
    );
    return `## ${escaped(slide)}\n\n${items.join('\n')}\n`;
  });
  return `# ${escaped(title)}: what each judgement rests on\n\n${sections.join('\n') || 'No judgements.\n'}`;
}

function grounds({ likelihood, confidence, rests, sources, origins, unsourced }: Lineage): readonly string[] {
  const through = sources.length > 1 && origins === 1 ? ' (all of one origin)' : '';
  return [
    ...(likelihood ? [`likelihood: ${likelihood}`] : []),
    ...(confidence ? [`confidence: ${confidence}`] : []),
    ...rests.map((slide) => `see: ${slide}`),
    ...sources.map((source) => `source: ${wayOf(source)}`),
    ...(sources.length === 0 ? ['source: none'] : [`origins: ${origins}${through}`]),
    ...(unsourced ? ['said to have no source of its own'] : []),
  ];
}

function wayOf({ name, through, held }: SourceBehind): string {
  const way = through.map((each) => ` ← ${each}`).join('');
  return `${name}${way}${held ? '' : ', not read by us'}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, '\\$&');
}
