import { type Command, commands, optionRows } from './options.js';

/** The help of the whole command, or of one part of it. */
export function helpText(command: Command | null): string {
  if (command) {
    const { takes, does, options } = commands[command];
    const used = [...options, 'debug', 'help', 'version'] as const;
    return `briefdeck ${command} ${takes}\n  ${does}\n\nOptions\n${used.map(optionLine).join('\n')}\n`;
  }
  const lines = Object.entries(commands).map(([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(18)} ${does}`);
  const options = (Object.keys(optionRows) as (keyof typeof optionRows)[]).map(optionLine);
  return `briefdeck: a YAML outline of a brief becomes HTML, PDF and PPTX\n\nUsage: briefdeck COMMAND [OPTIONS]\n\nCommands\n${lines.join('\n')}\n\nOptions\n${options.join('\n')}\n\nExit codes\n${exits}\n`;
}

const exits = [
  '  0    done',
  '  1    the brief has errors',
  '  2    wrong usage, or a refused output path',
  '  3    no usable browser',
  '  4    files could not be read or written',
  '  70   a bug in briefdeck',
  '  130  interrupted; 143 terminated',
].join('\n');

function optionLine(name: keyof typeof optionRows): string {
  const row = optionRows[name];
  const value = 'value' in row ? ` ${row.value}` : '';
  return `  ${`--${name}${value}`.padEnd(18)} ${row.help}`;
}
