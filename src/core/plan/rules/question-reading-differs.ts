import { placeOf } from '../asked/question-place.ts';
import { carries } from '../asked/question-reading.ts';
import type { Rule } from '../rule.ts';

/** The plan says that it carries one reading, and carries another. */
export const questionReadingDiffers: Rule<'question-reading-differs'> = {
  code: 'question-reading-differs',
  severity: 'blocking',
  find: (plan) =>
    (plan.questions ?? []).flatMap(({ about, readings = [], taken }, index) => {
      const reading = readings[(taken ?? 0) - 1]?.value;
      const path = about === undefined ? undefined : placeOf(plan, about);
      if (reading === undefined || path === undefined || carries(plan, path, reading) !== false) return [];
      return [
        { path: ['questions', index, 'taken'], values: { about: about ?? '', reading: String(reading) } },
      ];
    }),
};
