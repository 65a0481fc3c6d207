import { expect, test } from 'vitest';
import { planWith, SOUND_FACTS } from '../../../../test/build/plan.ts';
import { asInstant } from '../../instant.ts';
import { planCalendar } from './plan-clock.ts';
import { firstInstant, localTime, longestClosure, typicalStarts } from './typical-starts.ts';

const plan = planWith((it) => {
  it.calendars!.never = { week: { mon: [] } };
});
const business = planCalendar(plan, 'business')!;
const from = firstInstant(plan, SOUND_FACTS);

test('the longest closed time of the coming year is found from closing to opening', () => {
  const closure = longestClosure(business, from)!;
  expect(localTime(plan, closure.from)).toBe('2027-11-24T17:00');
  expect(localTime(plan, closure.until)).toBe('2027-11-29T08:00');
});

test.each(['always', 'never'])('a calendar that is %s open has no longest closed time', (id) => {
  expect(longestClosure(planCalendar(plan, id)!, from)).toBeUndefined();
});

test('the same calendar is looked through anew for another year', () => {
  const other = asInstant(Date.UTC(2026, 9, 1));
  expect(localTime(plan, longestClosure(business, other)!.from)).toBe('2026-11-25T17:00');
  expect(localTime(plan, longestClosure(business, from)!.from)).toBe('2027-11-24T17:00');
});

test('starts lie in the fortnight from today, and in the week that runs into the longest closed time', () => {
  const starts = typicalStarts(plan, SOUND_FACTS, [business]).map((at) => localTime(plan, at));
  expect(starts[0]).toBe('2026-12-01T00:00');
  expect(starts).toContain('2026-12-14T23:30');
  expect(starts).toContain('2027-11-24T16:30');
  expect(starts).toContain('2027-11-24T17:30');
});

test.each([
  ['today where it is known', SOUND_FACTS, '2026-12-01T00:00'],
  ['the first day of the term', {}, '2026-07-01T00:00'],
])('they begin on %s', (_, facts, first) => {
  expect(localTime(plan, firstInstant(plan, facts))).toBe(first);
});

test('a date of another age is not taken', () => {
  const old = planWith((it) => {
    it.contract!.term = { from: '1066-10-14', until: '9999-12-31' };
  });
  expect(localTime(old, firstInstant(old, {}))).toBe('2026-11-02T00:00');
});
