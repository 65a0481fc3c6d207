import { expect, test } from 'vitest';
import { inCalifornia, layerWith, override, personTime, rotaWith } from '../../../test/build/rota.ts';
import type { CalendarRules } from '../calendar/calendar.ts';
import { onCall } from './on-call.ts';
import type { RotaRules } from './rota.ts';

const on = (rules: RotaRules, at: string): readonly string[] => onCall(rules, inCalifornia(at));

test.each([
  ['before the first hand-over nobody is', '2026-11-02T08:59', []],
  ['at the very hand-over the next is', '2026-11-09T09:00', ['bo']],
  ['a minute before it the one before still is', '2026-11-09T08:59', ['ana']],
  ['after the last comes the first', '2026-11-23T09:00', ['ana']],
])('whose turn it is: %s', (_, at, people) => {
  expect(on(rotaWith(), at)).toEqual(people);
});

test('several who stand in one turn are on duty together', () => {
  const rules = rotaWith({ layers: [layerWith({ turns: [['ana', 'bo'], ['cy']] })] });
  expect(on(rules, '2026-11-03T12:00')).toEqual(['ana', 'bo']);
});

const daily = (change: object) =>
  rotaWith({
    layers: [layerWith({ every: { count: 1, unit: 'day' }, turns: [['ana'], ['bo']], ...change })],
  });

test('nine o’clock stays nine o’clock after clocks went back', () => {
  const rules = daily({ from: '2026-10-31' });
  expect(on(rules, '2026-11-01T08:59')).toEqual(['ana']);
  expect(on(rules, '2026-11-01T09:00')).toEqual(['bo']);
});

test('a hand-over that clocks skip comes as much later as they skip', () => {
  const rules = daily({ from: '2027-03-13', handOver: 150 });
  expect(on(rules, '2027-03-14T01:59')).toEqual(['ana']);
  expect(on(rules, '2027-03-14T03:29')).toEqual(['ana']);
  expect(on(rules, '2027-03-14T03:30')).toEqual(['bo']);
});

test('a hand-over that clocks repeat comes at the first of the two', () => {
  const rules = daily({ from: '2026-10-31', handOver: 90 });
  const second = Date.parse('2026-11-01T01:29:00-08:00');
  expect(onCall(rules, second as never)).toEqual(['bo']);
  expect(on(rules, '2026-11-01T01:29')).toEqual(['ana']);
});

test('hourly turns are hours of the clock on the wall: one that is repeated is twice as long, one that is skipped has none', () => {
  const hourly = daily({
    every: { count: 1, unit: 'hour' },
    from: '2026-10-31',
    handOver: 0,
    turns: [['ana'], ['bo'], ['cy'], ['dee'], ['eve']],
  });
  const at = (text: string) => onCall(hourly, Date.parse(text) as never);
  expect(at('2026-11-01T00:30:00-07:00')).toEqual(['eve']);
  expect(at('2026-11-01T01:30:00-07:00')).toEqual(['ana']);
  expect(at('2026-11-01T01:30:00-08:00')).toEqual(['ana']);
  expect(at('2026-11-01T02:00:00-08:00')).toEqual(['bo']);
  const before = at('2027-03-14T01:59:00-08:00')[0]!;
  const names = ['ana', 'bo', 'cy', 'dee', 'eve'];
  expect(at('2027-03-14T03:00:00-07:00')).toEqual([names[(names.indexOf(before) + 2) % 5]]);
});

test('a day that a month lacks is its last day, and the next month has it again', () => {
  const rules = rotaWith({
    layers: [
      layerWith({ every: { count: 1, unit: 'month' }, from: '2027-01-31', turns: [['ana'], ['bo'], ['cy']] }),
    ],
  });
  expect(on(rules, '2027-02-28T08:59')).toEqual(['ana']);
  expect(on(rules, '2027-02-28T09:00')).toEqual(['bo']);
  expect(on(rules, '2027-03-30T09:00')).toEqual(['bo']);
  expect(on(rules, '2027-03-31T09:00')).toEqual(['cy']);
});

const nights: CalendarRules = {
  timeZone: 'America/Los_Angeles',
  hours: { fri: [{ from: 22 * 60, until: 30 * 60 }] },
  holidays: [],
  exceptions: {},
};

test('outside its hours a layer has nobody, and the layer below answers', () => {
  const rules = rotaWith({
    layers: [layerWith({ hours: nights, turns: [['ned']] }), layerWith({ turns: [['ana']] })],
  });
  expect(on(rules, '2026-11-06T21:59')).toEqual(['ana']);
  expect(on(rules, '2026-11-07T05:59')).toEqual(['ned']);
  expect(on(rules, '2026-11-07T06:00')).toEqual(['ana']);
});

test('time off leaves a layer without them, and the layer below answers', () => {
  const rules = rotaWith({
    layers: [layerWith(), layerWith({ turns: [['dee']] })],
    timeOff: [personTime('ana', '2026-11-03T00:00', '2026-11-04T00:00')],
  });
  expect(on(rules, '2026-11-02T23:59')).toEqual(['ana']);
  expect(on(rules, '2026-11-03T00:00')).toEqual(['dee']);
  expect(on(rules, '2026-11-04T00:00')).toEqual(['ana']);
});

test('a swap holds once both have accepted it, and gives each the other’s time', () => {
  const between = [
    personTime('ana', '2026-11-02T09:00', '2026-11-09T09:00'),
    personTime('bo', '2026-11-09T09:00', '2026-11-16T09:00'),
  ] as const;
  const swapped = rotaWith({ swaps: [{ between, accepted: ['bo', 'ana'] }] });
  expect(on(swapped, '2026-11-04T12:00')).toEqual(['bo']);
  expect(on(swapped, '2026-11-11T12:00')).toEqual(['ana']);
  const open = rotaWith({ swaps: [{ between, accepted: ['ana'] }] });
  expect(on(open, '2026-11-04T12:00')).toEqual(['ana']);
});

const WEEK = ['2026-11-03T00:00', '2026-11-05T00:00'] as const;
test.each([
  [
    'replace puts others in one person’s place',
    { kind: 'replace', who: 'ana', by: ['dee', 'eve'] },
    ['dee', 'eve'],
  ],
  [
    'replace does nothing while that person is not on duty',
    { kind: 'replace', who: 'bo', by: ['dee'] },
    ['ana'],
  ],
  ['add puts somebody beside them', { kind: 'add', people: ['dee'] }, ['ana', 'dee']],
  ['add of somebody who is there changes nothing', { kind: 'add', people: ['ana'] }, ['ana']],
  ['remove takes somebody out', { kind: 'remove', people: ['ana'] }, []],
  ['only leaves nobody else', { kind: 'only', people: ['eve'] }, ['eve']],
] as const)('an override: %s', (_, change, people) => {
  const rules = rotaWith({ overrides: [override(...WEEK, change)] });
  expect(on(rules, '2026-11-04T12:00')).toEqual(people);
  expect(on(rules, '2026-11-05T00:00')).toEqual(['ana']);
});

test('overrides work in the order they are written', () => {
  const added = override(...WEEK, { kind: 'add', people: ['dee'] });
  const alone = override(...WEEK, { kind: 'only', people: ['eve'] });
  expect(on(rotaWith({ overrides: [added, alone] }), WEEK[0])).toEqual(['eve']);
  expect(on(rotaWith({ overrides: [alone, added] }), WEEK[0])).toEqual(['eve', 'dee']);
});

test('who stands in for somebody with time off is on duty, for replacing comes first', () => {
  const rules = rotaWith({
    timeOff: [personTime('ana', ...WEEK)],
    overrides: [override(...WEEK, { kind: 'replace', who: 'ana', by: ['dee'] })],
  });
  expect(on(rules, '2026-11-04T12:00')).toEqual(['dee']);
});

test('somebody with time off is on duty where an override names them', () => {
  const rules = rotaWith({
    timeOff: [personTime('dee', ...WEEK)],
    overrides: [override(...WEEK, { kind: 'add', people: ['dee'] })],
  });
  expect(on(rules, '2026-11-04T12:00')).toEqual(['ana', 'dee']);
});
