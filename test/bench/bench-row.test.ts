import { expect, test } from 'vitest';
import { allReached, atLeast, atMost, benchLine } from './bench-row.ts';

const row = (value: number) => ({
  name: 'notices',
  perSecond: 1_234,
  notes: 'most 5 s',
  limits: [atMost('the first', value, 5, 's'), atLeast('fired', 5_000, 5_000, 'a second')],
});

test('a row says of each limit whether it was reached', () => {
  expect(benchLine(row(5), 10)).toBe(
    '  notices            1,234/s  most 5 s [the first at most 5 s: reached] [fired at least 5,000 a second: reached]',
  );
  expect(benchLine(row(5.01), 10)).toContain('[the first at most 5 s: NOT REACHED]');
  expect(benchLine({ name: 'a', perSecond: 0, notes: '' }, 1)).toBe('  a');
});

test.each([
  ['all are reached', [row(5), { name: 'a', perSecond: 0, notes: '' }], true],
  ['one is not', [row(5), row(5.01)], false],
  ['one has no figure', [row(Number.NaN)], false],
  ['there are none', [], true],
])('benchmarks end by whether %s', (_title, rows, expected) => {
  expect(allReached(rows)).toBe(expected);
});
