import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTurn } from '../src/in-turn.js';

/** Runs items whose tasks take so many ms, and writes down what happens. */
async function follow(times: readonly number[], atOnce: number) {
  const said: string[] = [];
  const results = await inTurn(
    times,
    atOnce,
    async (time) => {
      await wait(time);
      return `made ${time}`;
    },
    {
      onWork: (underWay, ended) => said.push(`${ended}: ${underWay.join(' ')}`.trim()),
      onResult: (result) => said.push(result),
    },
  );
  return { results, said };
}

it('does one after the other when it is told one at a time', async () => {
  const { results, said } = await follow([30, 1], 1);
  expect(results).toEqual(['made 30', 'made 1']);
  expect(said).toEqual(['0: 30', 'made 30', '1:', '1: 1', 'made 1', '2:']);
});

it('does several at a time, and tells of them in their order although the last ends first', async () => {
  const { results, said } = await follow([120, 60, 1], 3);
  expect(results).toEqual(['made 120', 'made 60', 'made 1']);
  expect(said).toEqual([
    ...['0: 120', '0: 120 60', '0: 120 60 1'],
    ...['1: 120 60', '2: 120', 'made 120', 'made 60', 'made 1', '3:'],
  ]);
});

it('takes the next as soon as one ends, and never more at a time than it was told', async () => {
  const { said } = await follow([90, 30, 31, 32], 2);
  const counts = said.filter((line) => /^\d/u.test(line)).map((line) => line.split(' ').length - 1);
  expect(Math.max(...counts)).toBe(2);
  expect(said).toContain('1: 90 31');
});

it('starts nothing more after a failure, lets what is under way end, and throws it on', async () => {
  const ended: string[] = [];
  const making = inTurn(
    ['bad', 'slow', 'never'],
    2,
    async (item) => {
      await wait(item === 'slow' ? 60 : 1);
      if (item === 'bad') throw new TypeError('bad');
      ended.push(item);
      return item;
    },
    { onWork: () => {}, onResult: () => {} },
  );
  await expect(making).rejects.toThrow('bad');
  expect(ended).toEqual(['slow']);
});

it('has nothing to do for no items', async () => {
  expect(await follow([], 4)).toEqual({ results: [], said: [] });
});
