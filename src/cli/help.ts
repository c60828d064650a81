import { type CommandName, type CommandRow, commands } from './commands.js';
import { commonOptions, type OptionName, type OptionRow, options } from './options.js';

/** What the exit codes mean; the numbers are those of `exitCodes`. */
const exits = `Exit codes
  0      done
  1      the brief has errors (with --strict: or warnings)
  2      wrong usage, or a refused output path
  3      no usable browser, or it was lost
  4      files could not be read or written
  70     a bug in briefdeck
  130    interrupted; 143 terminated
  Of several decks the highest counts.
`;

/** The help of the whole command, or of one part of it. */
export function helpText(command: CommandName | null): string {
  return command ? commandHelp(command, commands[command]) : overview();
}

function overview(): string {
  const rows: readonly (readonly [string, CommandRow])[] = Object.entries(commands);
  const lines = rows.map(([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(21)} ${does}\n`);
  return `briefdeck turns a YAML outline of a brief into HTML, PDF and PPTX.

Usage: briefdeck COMMAND [OPTION…]

Commands
${lines.join('')}
Options of every command
${commonOptions.map(optionLine).join('')}
The options of a command: briefdeck COMMAND --help

${exits}`;
}

function commandHelp(name: CommandName, { takes, does, more, options: own }: CommandRow): string {
  return `Usage: ${`briefdeck ${name} ${takes}`.trimEnd()}

  ${does}

Options
${[...own, ...commonOptions].map(optionLine).join('')}
${more.map((line) => `${line}\n`).join('')}
${exits}`;
}

function optionLine(name: OptionName): string {
  const { short, value, help }: OptionRow = options[name];
  const words = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
  return `  ${words.padEnd(20)} ${help}\n`;
}
