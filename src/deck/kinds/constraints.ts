import type { ComposeKind } from '../kind-view.js';
import { forces } from './forces.js';

/** Brakes on the outcome. */
export const constraints: ComposeKind<'constraints'> = forces;
