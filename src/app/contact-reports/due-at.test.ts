import { expect, test } from 'vitest';
import type { CalendarRules } from '../../core/calendar/calendar.ts';
import { formatInstant, parseInstant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { dueUnderPlan } from './due-at.ts';

const zone = { timeZone: 'UTC', holidays: [], exceptions: {} };
const day = [{ from: 480, until: 1020 }];
const office: CalendarRules = {
  ...{ ...zone, businessDay: 'same-time' },
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
};
const always: CalendarRules = { ...zone, hours: 'always' };
const FRIDAY = parseInstant('2026-11-27T16:00:00Z')!;

const due = (
  calendars: Readonly<Record<string, CalendarRules>>,
  contactChanges?: { readonly agreedWithin?: string; readonly calendar?: string },
): string =>
  formatInstant(
    dueUnderPlan(
      { rules: { calendars } as unknown as Revision, written: contactChanges && { contactChanges } },
      FRIDAY,
    ),
  );

test.each([
  [
    'what the plan says, on its calendar',
    { always, office },
    { agreedWithin: '2 business days', calendar: 'office' },
    '2026-12-01T16:00:00.000Z',
  ],
  ['hours of it', { office }, { agreedWithin: '2 hours', calendar: 'office' }, '2026-11-30T09:00:00.000Z'],
  ['a business day where the plan is silent', { always, office }, undefined, '2026-11-30T16:00:00.000Z'],
  ['a day where no calendar has business days', { always }, undefined, '2026-11-28T16:00:00.000Z'],
  ['a day where there is no calendar', {}, undefined, '2026-11-28T16:00:00.000Z'],
  ['days of dates', { always }, { agreedWithin: '3 days' }, '2026-11-30T16:00:00.000Z'],
] as const)('%s', (_title, calendars, changes, expected) => {
  expect(due(calendars, changes)).toBe(expected);
});
