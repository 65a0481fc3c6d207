import { expect, test } from 'vitest';
import { parseWeek, parseWeekdays, parseWindow } from './week.ts';

test.each([
  ['08:00-17:00', { from: 480, until: 1020 }],
  ['22:00-06:00', { from: 1320, until: 1800 }],
  ['00:00-24:00', { from: 0, until: 1440 }],
  ['00:00-00:00', { from: 0, until: 1440 }],
  ['08:00 - 12:30', { from: 480, until: 750 }],
])('%s is a window', (text, window) => {
  expect(parseWindow(text)).toEqual(window);
});

test.each(['8:00-17:00', '08:00', '24:00-06:00', '08:00-24:01', '08:60-17:00', '', '25:00-26:00'])(
  '%j is no window',
  (text) => {
    expect(parseWindow(text)).toBeUndefined();
  },
);

test.each([
  ['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
  ['sat-mon', ['sat', 'sun', 'mon']],
  ['mon, wed', ['mon', 'wed']],
  ['sun', ['sun']],
])('%s names its days', (text, days) => {
  expect(parseWeekdays(text)).toEqual(days);
});

test('two keys that name one day add up', () => {
  expect(parseWeek({ 'mon-tue': ['08:00-12:00'], tue: ['13:00-17:00'] })).toEqual({
    mon: [{ from: 480, until: 720 }],
    tue: [
      { from: 480, until: 720 },
      { from: 780, until: 1020 },
    ],
  });
});
