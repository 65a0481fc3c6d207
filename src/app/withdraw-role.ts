import { chosenContract } from './chosen-contract.ts';
import type { Contracts, ContractsTransaction, Person } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { isId } from './text-field.ts';

interface RoleToWithdraw {
  readonly contract: string;
  readonly personId: string;
  readonly role: string;
}

interface Withdrawn {
  readonly accepted: true;
  readonly person: Person;
}

/** How many ids a sentence names. */
const NAMED_MAX = 10;

/**
 * Takes a role from somebody, from their next request on.
 *
 * The last administrator of a contract keeps theirs, for nobody could give it back; so does an account manager as long
 * as customers are theirs to keep. Who fills a seat of the plan goes on being told of cases.
 */
export function withdrawRole(contracts: Contracts, asked: RoleToWithdraw): Promise<Withdrawn | Refused> {
  return contracts.transaction((tx) => withdrawRoleIn(tx, asked));
}

/** The same within a transaction of somebody else's. */
export async function withdrawRoleIn(
  tx: ContractsTransaction,
  { contract, personId, role }: RoleToWithdraw,
): Promise<Withdrawn | Refused> {
  const chosen = await chosenContract(tx, contract);
  if ('refusal' in chosen) return chosen;
  const [person] = isId(personId) ? await tx.people(contract, [personId]) : [];
  if (!person) return refuse('person-not-known', { personId, contract });
  const held = person.roles.find((one) => one.role === role);
  if (!held) return refuse('role-not-held', { personId, role });
  const no = await needed(tx, person, role);
  if (no) return no;
  await tx.withdraw(contract, personId, held);
  return { accepted: true, person };
}

async function needed(
  tx: ContractsTransaction,
  { contract, personId }: Person,
  role: string,
): Promise<Refused | undefined> {
  if (role === 'administrator') {
    const holders = await tx.holders(contract, role, 2);
    return holders.some((one) => one !== personId)
      ? undefined
      : refuse('role-administrator-last', { personId });
  }
  if (role !== 'accountManager') return undefined;
  const customers = await tx.customersKept(contract, personId, NAMED_MAX);
  return customers.length === 0 ? undefined : refuse('role-accounts-kept', { personId, customers });
}
