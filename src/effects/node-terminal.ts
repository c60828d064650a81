import type { Terminal } from './effects.js';

/** What the terminal needs of a stream. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  /** Width in characters; undefined where it is no terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal on two streams; the second is the one that people read. */
export function nodeTerminal(
  out: TerminalStream,
  err: TerminalStream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const interactive = err.isTTY === true && env.TERM !== 'dumb';
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001b[2K');
    shown = false;
  };
  return {
    out: (text) => {
      clear();
      out.write(text);
    },
    err: (text) => {
      clear();
      err.write(harmless(text));
    },
    progress: (line) => {
      if (!interactive) return;
      clear();
      // A line that wraps could not be cleared again.
      if (line !== null) err.write(harmless(line).slice(0, (err.columns ?? 80) - 1));
      shown = line !== null;
    },
    colour: wantsColour(interactive, env),
  };
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR; empty is as good as unset. */
function wantsColour(interactive: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return interactive;
}

/** A source line or a file's name may hold what moves the cursor or renames the window; colours are ours and stay. */
function harmless(text: string): string {
  return text.replace(/(?!\u001b\[\d+m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '\ufffd');
}
