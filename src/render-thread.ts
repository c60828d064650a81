import { nodeEffects } from './effects/node.js';
import { answer } from './effects/thread.js';
import { renderSteps, type StepName } from './render-job.js';

// The thread that started this one may end it at any moment, which is why it is one.
await answer(({ step, input }: { readonly step: StepName; readonly input: never }) =>
  renderSteps[step](input, nodeEffects()),
);
