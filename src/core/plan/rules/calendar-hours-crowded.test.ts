import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-hours-crowded';

test('a break or two pass', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': ['08:00-10:00', '10:15-12:00', '13:00-17:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('more windows than quarters of an hour are found', () => {
  const plan = planWith((it) => {
    const minutes = Array.from({ length: 97 }, (_, index) => 480 + 2 * index);
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    business(it).week = { mon: minutes.map((minute) => `${clock(minute)}-${clock(minute + 1)}`) };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.week', severity: 'blocking', values: { day: 'mon', windowsMax: 96 } },
  ]);
});
