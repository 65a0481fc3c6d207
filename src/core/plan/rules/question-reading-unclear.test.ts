import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'question-reading-unclear';

test('a question that names the reading the file carries passes', () => {
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

test('a reading that is not in the list is found', () => {
  const plan = planWith((it) => {
    it.questions = [
      {
        about: 'calendars.business.businessDay',
        readings: [{ value: 'same-time' }, { value: 'close' }],
        taken: 3,
        settled: { by: ['cy', 'office'], date: '2026-11-02', because: 'Agreed.' },
      },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'questions.1.taken', values: { taken: 3, readings: 2 } }]);
});

test('a question without readings is found', () => {
  const plan = planWith((it) => {
    it.questions = [{ about: 'levels', taken: 1 }];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'questions.1.readings', severity: 'blocking' }]);
});
