import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planWith, SOUND_FACTS } from '../../../../test/build/plan.ts';
import { firstEarlierEnd } from './first-start.ts';
import { earliestDueAt, planClock } from './plan-clock.ts';
import { localTime, typicalStarts } from './typical-starts.ts';

const SEED = 20_261_122;

const plan = planWith((it) => {
  it.calendars!.hours = { week: { 'mon-fri': ['08:00-17:00'] }, businessDay: 'hours' };
  it.calendars!.close = { week: { 'mon-sat': ['09:00-13:00', '14:00-18:00'] }, businessDay: 'close' };
});

const clock = fc
  .record({
    span: fc.constantFrom(
      '30 minutes',
      '4 hours',
      '20 hours',
      '1 day',
      '3 days',
      '1 business day',
      '2 business days',
    ),
    calendar: fc.constantFrom('always', 'business', 'hours', 'close'),
  })
  .map(({ span, calendar }) => planClock(plan, span, calendar))
  .filter((found) => found !== undefined);
const clocks = fc.array(clock, { minLength: 1, maxLength: 2 });

test('the first start that turns two clocks round is found, and no other', () => {
  fc.assert(
    fc.property(clocks, clocks, (earlier, later) => {
      const calendars = [...earlier, ...later].map(({ calendar }) => calendar);
      const turned = typicalStarts(plan, SOUND_FACTS, calendars).find(
        (start) => earliestDueAt(earlier, start)! < earliestDueAt(later, start)!,
      );
      const found = firstEarlierEnd(plan, SOUND_FACTS, { earlier, later });
      expect(found?.from).toBe(turned === undefined ? undefined : localTime(plan, turned));
    }),
    { seed: SEED, numRuns: 200 },
  );
});
