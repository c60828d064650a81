import { expect, it } from 'vitest';
import { nodeTerminal } from '../../src/effects/node-terminal.js';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 20, write: (text: string) => written.push(text) };
}

it('shows one line of progress on a terminal, cut to its width, and clears it before anything else', () => {
  const err = stream(true);
  const terminal = nodeTerminal(stream(true), err, {});
  terminal.progress('1/2 a very long name of a file');
  terminal.err('done\n');
  terminal.progress(null);
  expect(err.written).toEqual(['1/2 a very long nam', '\r\u001b[2K', 'done\n']);
});

it.each([
  ['where standard error is no terminal', false, {}],
  ['on a terminal that cannot move its cursor', true, { TERM: 'dumb' }],
])('shows no progress %s', (_, isTTY, env) => {
  const err = stream(isTTY);
  nodeTerminal(stream(false), err, env).progress('1/2');
  expect(err.written).toEqual([]);
});

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('on a terminal: %s, with %j, colours are wanted: %s', (isTTY, env, colour) => {
  expect(nodeTerminal(stream(false), stream(isTTY), env).colour).toBe(colour);
});

it('lets colours through and nothing else that drives a terminal', () => {
  const err = stream(true);
  nodeTerminal(stream(true), err, {}).err('\u001b[31mred\u001b[0m \u001b]0;title\u0007\u009b2J\tx\n');
  expect(err.written).toEqual(['\u001b[31mred\u001b[0m \ufffd]0;title\ufffd\ufffd2J\tx\n']);
});
