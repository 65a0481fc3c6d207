import type { FindingWords } from '../findings.ts';
import type { PeopleFindings } from '../findings-people.ts';

export const peopleFindings: FindingWords<PeopleFindings> = {
  'levels-too-few': {
    message: ({ levels, required }) =>
      `The plan has ${levels === 1 ? '1 level' : `${levels} levels`}; the clause asks for at least ${required}.`,
    advice: () => 'Add the missing levels under `levels`, each with whom to reach.',
  },
};
