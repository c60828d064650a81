import type { Deadline } from './deadline.js';
import { diagnostic } from './diagnostics/codes.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Effects } from './effects/effects.js';
import { OutOfMemory, OutOfTime, runInThread } from './effects/thread.js';
import { type RenderSteps, renderSteps, type StepName } from './render-job.js';

/** What a step came to: its value, or the finding that says at which limit it was ended. */
export type InTime<Value> =
  | { readonly value: Value; readonly fault: null }
  | { readonly value: null; readonly fault: Diagnostic };

/** Memory of the thread: a deck of 2,000 slides takes 300. */
const megabytes = 1024;

/** What a step may give back, in characters: more is no deck that anybody could open. */
const mostCharacters = 64 * 1024 * 1024;

/**
 * Takes a step of rendering: here where no risk is seen, for that is fastest, else in a thread of its own, which is ended when half
 * of the deck's time is over or its memory is used up. `risk` says in words what was seen.
 */
export async function inTime<Name extends StepName>(
  step: Name,
  input: RenderSteps[Name]['in'],
  risk: string | null,
  deadline: Deadline,
  effects: Effects,
): Promise<InTime<RenderSteps[Name]['out']>> {
  const ms = Math.min(deadline.left(), deadline.allowed / 2);
  try {
    const value = await (risk === null
      ? renderSteps[step](input, effects)
      : runInThread<RenderSteps[Name]['out']>(
          `${effects.packageRoot}/dist/render-thread.js`,
          { step, input },
          { ms, megabytes },
        ));
    if (risk === null || sizeOf(value) <= mostCharacters) return { value, fault: null };
    return { value: null, fault: beyond('gives more than can be shown', risk) };
  } catch (error) {
    const reason = reasonOf(error, ms);
    if (reason === null) throw error;
    return { value: null, fault: beyond(reason, risk) };
  }
}

function beyond(reason: string, risk: string | null): Diagnostic {
  const seen = risk === null ? '' : ` It holds ${risk}.`;
  return diagnostic('LIMIT-1', `The deck’s Markdown ${reason}.${seen}`, {
    hint: 'Look for what repeats in its raw Markdown, its `<style>`, its theme and its templates; --timeout gives it longer.',
  });
}

function reasonOf(error: unknown, ms: number): string | null {
  if (error instanceof OutOfTime) return `could not be rendered within ${Math.round(ms / 100) / 10} s`;
  if (!(error instanceof Error)) return null;
  if (error instanceof OutOfMemory) return 'could not be rendered within its memory';
  return error instanceof RangeError || error.name === 'RangeError'
    ? 'is nested too deep, or too long'
    : null;
}

/** Characters in all texts of a value. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + sizeOf(each), 0);
}
