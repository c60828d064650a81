import { browser } from '@marp-team/marp-core/browser';

/** Marp's own script, the only one of a deck that runs: it fits headings and code into their place. */
browser();
