import { expect, test } from 'vitest';
import { planText, planWith, SOUND_FACTS } from '../../../../test/build/plan.ts';
import { check } from '../check.ts';

test('a sound plan has no finding at all, and every rule was asked', () => {
  const { findings, notChecked } = check(planText(planWith()), SOUND_FACTS);
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([]);
});
