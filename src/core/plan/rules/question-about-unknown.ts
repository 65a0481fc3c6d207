import { isPlace, placeOf } from '../asked/question-place.ts';
import type { Rule } from '../rule.ts';

/** The question is about a place the plan does not have. */
export const questionAboutUnknown: Rule<'question-about-unknown'> = {
  code: 'question-about-unknown',
  severity: 'warning',
  find: (plan) =>
    (plan.questions ?? []).flatMap(({ about }, index) => {
      if (about !== undefined && isPlace(plan, placeOf(plan, about))) return [];
      return [{ path: ['questions', index, 'about'], values: { about } }];
    }),
};
