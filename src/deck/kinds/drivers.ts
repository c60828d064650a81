import type { ComposeKind } from '../kind-view.js';
import { forces } from './forces.js';

/** Arrows that end on the outcome. */
export const drivers: ComposeKind<'drivers'> = forces;
