import type { Diagnostic, Severity } from './diagnostic.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * A finding as a workflow command of GitHub Actions, which shows it at its line in the pull request.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotation({ code, severity, message, file, line, column, hint }: Diagnostic): string {
  const properties = Object.entries({ file, line, col: column, title: `briefdeck ${code}` })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  const words = hint === null ? message : `${message}\n${hint}`;
  return `::${commands[severity]} ${properties.join(',')}::${data(words)}`;
}

/** What the runner reads back: a line end would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
