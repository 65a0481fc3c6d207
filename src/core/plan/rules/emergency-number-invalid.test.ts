import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'emergency-number-invalid';

test('911 passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan that says nothing about emergencies passes', () => {
  const plan = planWith((it) => {
    delete it.emergency;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a number that is none is found', () => {
  const plan = planWith((it) => {
    it.emergency!.number = 'nine one one';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'emergency.number', values: { number: 'nine one one' } }]);
});

test('an emergency without its number is found', () => {
  const plan = planWith((it) => {
    delete it.emergency!.number;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'emergency.number', values: { number: undefined } }]);
});
