import { levelContactIds } from '../core/plan/asked/people.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Contact } from '../core/plan/format/schema-contract.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { RIGHTS, type Role } from './authorise.ts';

/**
 * What whoever fills a seat of a plan is in its contract: seat → roles.
 *
 * A deputy is what the one they stand in for is at a level or at oversight. A directory's seat is nobody's, for who
 * it is differs by customer, and a seat that nothing of the plan reaches has no role.
 */
export function seatRoles(plan: Plan): ReadonlyMap<string, readonly Role[]> {
  const { contacts = {}, levels = [] } = plan;
  const { contractor, oversight } = plan.contract?.parties ?? {};
  const manager = contractor?.programManager;
  const atLevels = levels.flatMap((level) => levelContactIds(plan, level));
  const answering = withDeputies(contacts, [...atLevels, ...(contractor?.reach ?? [])]);
  const overseeing = withDeputies(contacts, oversight?.reach ?? []);
  const filled = Object.entries(contacts).filter(([, contact]) => contact.kind !== 'directory');
  return new Map(
    filled.map(([seat, { kind }]) => {
      const roles: Role[] = [];
      if (answering.has(seat)) roles.push('contact');
      if (answering.has(seat) && kind === 'desk') roles.push('desk');
      if (seat === manager) roles.push('programManager');
      if (overseeing.has(seat)) roles.push('oversight');
      return [seat, roles];
    }),
  );
}

/** The parties that somebody with these roles acts for. */
export const partiesOf = (roles: readonly string[]): ReadonlySet<Party> =>
  new Set(roles.flatMap((role) => RIGHTS[role as Role].party ?? []));

/**
 * A role that nobody may hold beside another one, or undefined: the contractor's own people judge nobody else's case, and
 * do not audit what they do.
 */
export function conflictingRole(role: string, held: readonly string[]): string | undefined {
  const isContractor = (one: string): boolean => RIGHTS[one as Role].party === 'contractor';
  const isOther = (one: string): boolean =>
    one === 'auditor' || (!isContractor(one) && RIGHTS[one as Role].party !== undefined);
  if (isContractor(role)) return held.find(isOther);
  return isOther(role) ? held.find(isContractor) : undefined;
}

function withDeputies(
  contacts: Readonly<Record<string, Contact>>,
  seats: readonly string[],
): ReadonlySet<string> {
  // A set hands out what is added while it is walked, each once, so a ring of deputies ends.
  const found = new Set(seats);
  for (const seat of found) {
    const deputy = contacts[seat]?.deputy;
    if (deputy !== undefined) found.add(deputy);
  }
  return found;
}
