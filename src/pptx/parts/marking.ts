import type { MarkingLabel } from '../marking-plan.js';
import { labelled } from '../shapes/non-visual.js';
import { labelledBoxXml } from '../shapes/text-xml.js';
import { textOf } from '../text/flow.js';
import type { RunContext } from '../text/run-xml.js';

/** The shapes of the deck's marking as the master has them. */
export function markingXml(
  marking: readonly MarkingLabel[],
  context: Pick<RunContext, 'palette' | 'language' | 'target'>,
  nextId: () => number,
): string {
  const runs: RunContext = { ...context, inherited: null, link: () => '' };
  const shapes = marking.map(({ box, text }) => {
    const name = labelled(text.name, text.paragraphs.map(textOf).join(' '));
    return labelledBoxXml({ ...box, name }, text.paragraphs, { id: nextId(), name }, runs) ?? '';
  });
  return shapes.join('');
}
