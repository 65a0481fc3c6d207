import type { Rule } from '../rule.ts';

/** The clause asks for a faster way for what is urgent: a track of high urgency, or a step that may be taken early. */
export const requirementExpeditedMissing: Rule<'requirement-expedited-missing'> = {
  code: 'requirement-expedited-missing',
  severity: 'blocking',
  find: ({ requirements, tracks = {} }) => {
    const triggers = requirements?.expedited?.triggers;
    if (requirements?.expedited === undefined) return [];
    const isFast = Object.values(tracks).some(
      ({ urgency, steps = [] }) => urgency === 'high' || steps.some(({ early }) => early !== undefined),
    );
    return isFast ? [] : [{ path: ['tracks'], values: { triggers: triggers ?? [] } }];
  },
};
