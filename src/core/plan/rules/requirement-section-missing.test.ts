import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirement-section-missing';

test('a plan with milestones, roles, deliverables and commitment dates passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a milestone that the clause asks for and the plan has not is found', () => {
  const plan = planWith((it) => {
    it.obligations = it.obligations?.filter(({ kind }) => kind !== 'milestone');
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations', severity: 'blocking', values: { section: 'milestones' } },
  ]);
});

test('every missing part is found', () => {
  const plan = planWith((it) => {
    delete it.obligations;
    delete it.roles;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { values: { section: 'milestones' } },
    { values: { section: 'roles' } },
    { values: { section: 'deliverables' } },
    { values: { section: 'commitmentDates' } },
  ]);
});
