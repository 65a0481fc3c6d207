import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'question-about-unknown';

test.each([
  'contacts.bo.office',
  'levels.3',
  'tracks.service.steps.3.when',
  'tracks.service.steps.2.when.calendar',
  'tracks.service.steps.3.when.2.since',
  'calendars.business.holidays.use',
  'contract.term',
])('%s is a place of the plan', (about) => {
  const plan = planWith((it) => {
    it.questions = [{ about, readings: [{ value: 'x' }] }];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test.each([
  'contacts.zoe.office',
  'levels.4',
  'levels.0',
  'tracks.service.stepps',
  'nowhere',
  'contacts.bo.ofice',
])('%s is no place of the plan', (about) => {
  const plan = planWith((it) => {
    it.questions = [{ about, readings: [{ value: 'x' }] }];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'questions.1.about', values: { about } }]);
});

test('a question about nothing is found', () => {
  const plan = planWith((it) => {
    it.questions = [{ readings: [{ value: 'x' }] }];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'questions.1.about', values: { about: undefined } }]);
});
