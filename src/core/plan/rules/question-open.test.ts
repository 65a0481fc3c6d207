import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'question-open';

test('a settled question passes', () => {
  const plan = planWith((it) => {
    it.questions = [
      {
        about: 'calendars.business.businessDay',
        readings: [{ value: 'same-time' }, { value: 'close' }],
        taken: 1,
        settled: { by: ['cy', 'office'], date: '2026-11-02', because: 'Agreed.' },
      },
    ];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an open question blocks, and says what is open', () => {
  const plan = planWith((it) => {
    it.questions = [
      {
        about: 'calendars.business.businessDay',
        readings: [{ value: 'same-time' }, { value: 'close' }],
        taken: 1,
      },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'questions.1',
      severity: 'blocking',
      values: {
        about: 'calendars.business.businessDay',
        readings: ['same-time', 'close'],
        taken: 'same-time',
      },
    },
  ]);
});
