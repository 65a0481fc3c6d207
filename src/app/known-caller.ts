import type { Party } from '../core/plan/format/schema-values.ts';
import type { Means } from '../core/plan/revision/revision.ts';
import { type Caller, type Grant, RIGHTS, ROLES, type Role } from './authorise.ts';
import type { KnownPerson } from './ports/answers.ts';

/** Somebody we know as a caller, with the roles and seats they have today: what a letter offered may have ended since. */
export const knownCaller = (contract: string, known: KnownPerson, over: Means): Caller => ({
  contract,
  personId: known.person.personId,
  grants: known.grants.flatMap(grantOf),
  over,
  seats: known.seats,
});

function grantOf({ role, customerId }: KnownPerson['grants'][number]): readonly Grant[] {
  if (!isRole(role)) return [];
  return [customerId === undefined ? { role } : { role, customerId }];
}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

/** For whom somebody speaks; nobody speaks for two sides in one contract. */
export const partyOf = ({ grants }: Caller): Party | undefined =>
  grants.map(({ role }) => RIGHTS[role].party).find((party) => party !== undefined);
