import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'question-settlement-incomplete';

test('a settlement with people, date and reason passes', () => {
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

test('a settlement by nobody, on no day, is found', () => {
  const plan = planWith((it) => {
    it.questions = [
      {
        about: 'calendars.business.businessDay',
        readings: [{ value: 'same-time' }, { value: 'close' }],
        taken: 1,
        settled: { by: [], because: 'Agreed.' },
      },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'questions.1.settled.date', values: { about: 'calendars.business.businessDay', key: 'date' } },
    { at: 'questions.1.settled.by', severity: 'blocking' },
  ]);
});
