/** How bad a finding is: errors make the exit code 1, warnings do so under `--strict`, infos never. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding on the input or the result; bad input is always a list of these, never an exception. */
export interface Diagnostic {
  /** A key of the table in `codes.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, which value, and what is accepted. */
  readonly message: string;
  /** JSON Pointer into the outline, or null where there is none. */
  readonly pointer: string | null;
  /** The file as the user named it, with `/` between its parts. */
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
  /** 1-based, in UTF-16 code units. */
  readonly column: number | null;
  /** What to do about it. */
  readonly hint: string | null;
}
