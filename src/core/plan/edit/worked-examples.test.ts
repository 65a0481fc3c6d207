import { expect, test } from 'vitest';
import { on } from '../../../../test/build/case.ts';
import { planWith } from '../../../../test/build/plan.ts';
import { formatInstant } from '../../instant.ts';
import type { Plan } from '../format/schema.ts';
import { type PlanPart, partForm } from './part-form.ts';
import { workedExamples } from './worked-examples.ts';

/** Wednesday before Thanksgiving is the last day before the longest closing of the year in this plan's calendar. */
const NOW = on('Mon 09:00');

const examples = (plan: Plan, part: PlanPart, key: string) =>
  workedExamples(plan, partForm(plan, part, key)!, NOW).map(({ calendar, step, runs }) => ({
    ...{ calendar, step },
    runs: runs?.map(({ from, explanation }) => [
      formatInstant(from),
      explanation && formatInstant(explanation.dueAt),
    ]),
  }));

test('each clock of a track is worked out from an ordinary hour, the end of a week and the eve of a closing', () => {
  const plan = planWith();
  const [track = ''] = Object.keys(plan.tracks ?? {});
  const found = examples(plan, 'tracks', track);
  expect(found.length).toBeGreaterThan(0);
  for (const { runs, step } of found) {
    expect(step?.condition).toBeGreaterThan(0);
    expect(runs?.length).toBeGreaterThanOrEqual(2);
  }
});

test('a calendar shows the spans that are counted on it, and others where none is', () => {
  const plan = planWith((one) => {
    one.calendars = {
      ...one.calendars,
      spare: { week: { 'mon-fri': ['08:00-17:00'] }, businessDay: 'close', holidays: { use: 'us-federal' } },
    };
  });
  const [hours, day] = examples(plan, 'calendars', 'spare');
  expect(hours?.runs?.[0]).toEqual(['2026-11-17T18:00:00.000Z', '2026-11-17T22:00:00.000Z']);
  expect(day?.runs?.[0]).toEqual(['2026-11-17T18:00:00.000Z', '2026-11-19T01:00:00.000Z']);
});

test('a condition that was added, and those of a track that was made, are worked out at once', () => {
  const plan = planWith();
  const [track = ''] = Object.keys(plan.tracks ?? {});
  const step = plan.tracks?.[track]?.steps?.find(({ when }) => when && !Array.isArray(when));
  if (!step?.when || Array.isArray(step.when)) throw new Error('no step with one condition');
  step.when = [step.when, { unsatisfiedFor: '2 hours', since: 'opened', calendar: step.when.calendar }];
  const added = examples(plan, 'tracks', track).find(({ step: of }) => of?.condition === 2);
  expect(added?.runs?.length).toBeGreaterThanOrEqual(2);
});

test('a clock that cannot be counted says so, and parts without clocks have none', () => {
  const plan = planWith((one) => {
    one.calendars = { ...one.calendars, spare: { week: { 'mon-fri': ['08:00-17:00'] } } };
  });
  expect(examples(plan, 'calendars', 'spare')[1]?.runs).toBeUndefined();
  expect(examples(plan, 'levels', '1')).toEqual([]);
});
