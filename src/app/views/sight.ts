import type { Party } from '../../core/plan/format/schema-values.ts';
import { type Caller, RIGHTS } from '../authorise.ts';
import type { Sight } from '../ports/reading.ts';

/** Which cases a caller sees, by the table of rights: the same answer as `maySee`, for lists. */
export function sightOf({ grants, personId }: Caller): Sight {
  const of = (whose: string): readonly string[] =>
    grants.flatMap(({ role, customerId }) => (RIGHTS[role].sees === whose && customerId ? [customerId] : []));
  return {
    all: grants.some(({ role }) => RIGHTS[role].sees === 'contract'),
    customers: of('customer'),
    own: of('own'),
    accounts: grants.some(({ role }) => RIGHTS[role].sees === 'account'),
    person: personId,
  };
}

/** Whether a caller is of the contract itself, and not one of a customer's own people. */
export const isInside = ({ grants }: Caller): boolean =>
  grants.some(({ role }) => RIGHTS[role].party !== 'customer');

/** The parties for which a caller reads; `all` where one of its roles looks on from outside. */
export function readsFor({ grants }: Caller): ReadonlySet<Party> | 'all' {
  const parties = grants.map(({ role }) => RIGHTS[role].party);
  const named = parties.filter((party) => party !== undefined);
  return named.length < parties.length ? 'all' : new Set(named);
}
