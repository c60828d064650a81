/** An outline as YAML gives it. */
export interface Outline {
  readonly title: string;
  readonly language: string;
  readonly marking?: string;
  readonly cutoff?: string;
  readonly scale: string;
  readonly sources: Readonly<Record<string, unknown>>;
  readonly slides: readonly Slide[];
}

/** A slide with statements. */
export interface Slide {
  readonly id?: string;
  readonly kind?: string;
  readonly headline: string;
  readonly points: readonly Statement[];
}

/** A statement with the fields that editions move. */
export interface Statement {
  readonly text: string;
  readonly likelihood?: string;
  readonly confidence?: string;
  readonly sources?: readonly string[];
  readonly because?: string;
  readonly as_of?: string;
}

const subjects = ['The port', 'The union', 'The ministry', 'The owners', 'The court', 'The press'];
const verbs = [
  'expects',
  'denies',
  'plans',
  'delays',
  'opens',
  'doubts',
  'pays for',
  'closes',
  'counts',
  'sells',
];
const objects = [
  'a second strike',
  'new cranes',
  'the night shift',
  'a settlement in spring',
  'the eastern quay',
  'its own figures',
];

/** A brief of 60 statements on ten slides. */
export function firstEdition(): Outline {
  const slides = Array.from({ length: 10 }, (_, slide): Slide => {
    const points = Array.from({ length: 6 }, (_, index): Statement => {
      const text = `${subjects[index]} ${verbs[slide]} ${objects[(index + slide) % 6]} by week ${10 + slide * 6 + index}.`;
      return {
        text,
        likelihood: 'likely',
        confidence: 'moderate',
        sources: ['a'],
        because: `Reason ${slide}.${index} holds`,
      };
    });
    return {
      headline: `${verbs[slide]} and what follows from part ${slide + 1}`,
      points,
      ...(slide % 2 ? { id: `part-${slide}` } : {}),
    };
  });
  const sources = { a: { title: 'Port News' }, b: { title: 'The union’s terms' } };
  return {
    title: 'Harbour talks',
    language: 'en',
    marking: 'TLP:GREEN',
    cutoff: '2026-11-01',
    scale: 'icd203',
    sources,
    slides,
  };
}

/** The outline with one slide replaced. */
export function withSlide(outline: Outline, place: number, change: (slide: Slide) => Slide): Outline {
  return {
    ...outline,
    slides: outline.slides.map((slide, index) => (index === place ? change(slide) : slide)),
  };
}

/** The outline with one statement replaced. */
export function withPoint(
  outline: Outline,
  [slide, point]: readonly [number, number],
  change: (statement: Statement) => Statement,
): Outline {
  return withSlide(outline, slide, (each) => ({
    ...each,
    points: each.points.map((statement, index) => (index === point ? change(statement) : statement)),
  }));
}

/** A list with one item taken to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
