import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

let now = 0;
const pace = (perMinute: number): Pace => {
  now = 1_000_000;
  return new Pace({ text: perMinute, call: perMinute }, () => now);
};
const waits = (one: Pace, ids: readonly string[]): readonly number[] => ids.map((id) => one.wait('call', id));

test('the first goes at once, the others one after the other', () => {
  expect(waits(pace(60), ['a', 'b', 'c'])).toEqual([0, 1_000, 2_000]);
});

test('a turn is kept: whoever comes back goes before those who came later', () => {
  const one = pace(60);
  waits(one, ['a', 'b', 'c']);
  now += 1_000;
  expect(waits(one, ['d', 'b', 'c'])).toEqual([2_000, 0, 1_000]);
});

test('after a while without anything there is no more than one turn at once', () => {
  const one = pace(60);
  one.wait('call', 'a');
  now += 60_000;
  expect(waits(one, ['b', 'c'])).toEqual([0, 1_000]);
});

test('a carrier that asks for rest has it, what it did not take goes first then, and the order stays', () => {
  const one = pace(60);
  waits(one, ['a', 'b', 'c']);
  one.rest('call', 10, 'a');
  expect(waits(one, ['a', 'b', 'c', 'd'])).toEqual([10_000, 12_000, 13_000, 14_000]);
  now += 12_000;
  expect(waits(one, ['a', 'b', 'c'])).toEqual([0, 0, 1_000]);
});

test('a rest that is asked for twice is not twice as long', () => {
  const one = pace(60);
  one.rest('call', 10, 'a');
  now += 1_000;
  one.rest('call', 9, 'b');
  expect(waits(one, ['b', 'a', 'c'])).toEqual([9_000, 10_000, 11_000]);
});

test('texts do not wait for calls', () => {
  const one = pace(60);
  waits(one, ['a', 'b']);
  expect(one.wait('text', 'c')).toBe(0);
});
