import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'question-reading-differs';

test.each([
  ['calendars.business.businessDay', 'same-time'],
  ['contacts.bo.office', '+1 (916) 555-0120'],
  ['levels.3', 'Cy Example'],
  ['levels.3', 'cy'],
  ['tracks.service.steps.3.when', 'allSilent'],
  ['tracks.service.steps.2.when', '4 hours'],
  ['tracks.service.steps.2.when.calendar', 'always'],
  ['calendars.business.week', 'mon-fri 08:00-17:00'],
  ['calendars.business.holidays.use', 'us-ca-state-offices'],
  ['requirements.levels', 3],
  ['levels.1.reach', ['ana']],
  ['contract.title', 'Sample contract'],
])('%s carries %j', (about, value) => {
  const plan = planWith((it) => {
    it.questions = [{ about, readings: [{ value }], taken: 1 }];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test.each([
  ['calendars.business.businessDay', 'close'],
  ['contacts.bo.office', '+1 916-555-0121'],
  ['levels.3', 'Bo Example'],
  ['tracks.service.steps.3.when', 'anySilent'],
  ['tracks.service.steps.2.when.calendar', 'business'],
  ['calendars.business.week', 'mon-fri 09:00-17:00'],
  ['requirements.levels', 4],
  ['levels.1.reach', ['bo']],
])('%s does not carry %j', (about, value) => {
  const plan = planWith((it) => {
    it.questions = [{ about, readings: [{ value }], taken: 1 }];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'questions.1.taken', severity: 'blocking', values: { about } },
  ]);
});

test('what cannot be compared is not judged', () => {
  const plan = planWith((it) => {
    it.questions = [{ about: 'contract.parties', readings: [{ value: 'Lantern' }], taken: 1 }];
  });
  expect(seen(CODE, plan)).toEqual([]);
});
