import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { promiseOf, stepOf } from '../../../../test/build/route.ts';

const CODE = 'calendar-reference-missing';

test('days of a reopening are counted by the date and need none', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a condition, a promise and what an untaken step waits need a calendar', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { unsatisfiedFor: '4 hours', since: 'opened' };
    stepOf(it, 'service', 2).ifNotTaken = { within: '1 hour' };
    delete promiseOf(it, 'service', 1).calendar;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when.calendar', severity: 'blocking', values: { span: '4 hours' } },
    { at: 'tracks.service.steps.2.ifNotTaken.calendar', values: { span: '1 hour' } },
    { at: 'promises.1.calendar', values: { span: '15 minutes' } },
  ]);
});

test('business days need one everywhere', () => {
  const plan = planWith((it) => {
    it.reopening = { within: '10 business days' };
    delete it.contactChanges!.calendar;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'reopening.calendar', values: { span: '10 business days' } },
    { at: 'contactChanges.calendar', values: { span: '10 business days' } },
  ]);
});
