/** What a process ends with; the table of design and `--help`. */
export const exitCodes = {
  done: 0,
  briefHasErrors: 1,
  usage: 2,
  browser: 3,
  files: 4,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** One of the codes of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Broken machinery: no browser, a full disk, wrong usage. Bad input is never one of these but a list of Diagnostics. */
export class BriefdeckError extends Error {
  override readonly name = 'BriefdeckError';

  constructor(
    message: string,
    readonly exitCode: ExitCode,
    /** What the user can do about it. */
    readonly hint: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
