import type { Plan } from '../format/schema.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { Party } from '../format/schema-values.ts';
import { contactOf } from './lookup.ts';

/**
 * Whether somebody of a party can be told that it is to act. The customer always can: somebody opened the case.
 * At the contractor the program manager counts beside those the plan names to be reached.
 */
export function canBeTold(plan: Plan, party: Party): boolean {
  if (party === 'customer') return true;
  const parties = plan.contract?.parties;
  const manager = party === 'contractor' ? parties?.contractor?.programManager : undefined;
  const ids = [...(parties?.[party]?.reach ?? []), ...(manager === undefined ? [] : [manager])];
  return ids.some((id) => hasAddress(contactOf(plan, id)));
}

const hasAddress = (contact: Contact | undefined): boolean =>
  contact !== undefined && [contact.office, contact.mobile, contact.email].some((it) => it !== undefined);
