import { PARTIES } from '../asked/people.ts';
import type { Rule } from '../rule.ts';

/** Every move of a case belongs to a party, and the published plan calls it by its name. */
export const partyNameMissing: Rule<'party-name-missing'> = {
  code: 'party-name-missing',
  severity: 'blocking',
  find: ({ contract }) =>
    PARTIES.filter((party) => contract?.parties?.[party]?.name === undefined).map((party) => ({
      path: ['contract', 'parties', party, 'name'],
      values: { party },
    })),
};
