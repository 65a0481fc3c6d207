import { chosenContract } from './chosen-contract.ts';
import type { Contracts, ContractsTransaction, Customer, Page, Person } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { conflictingRole } from './seat-roles.ts';
import { isId, isLine, TEXT_CHARACTERS_MAX } from './text-field.ts';

interface CustomerToAdd {
  /** The only contract there is, where none is named. */
  readonly contract?: string | undefined;
  readonly customerId: string;
  /** Of a customer who is known already it need not be said. */
  readonly name?: string | undefined;
  /** Who keeps its account: fills every directory seat of the published plan for it. */
  readonly accountManager?: string | undefined;
}

interface Added {
  readonly accepted: true;
  readonly contract: string;
  readonly customerId: string;
  readonly isNew: boolean;
  /** Whether somebody else keeps its account from now on; running cases keep who they were opened with. */
  readonly accountChanged: boolean;
}

/** Adds a customer, or gives one another account manager. Asked again it changes nothing. */
export async function addCustomer(contracts: Contracts, asked: CustomerToAdd): Promise<Added | Refused> {
  return malformedCustomer(asked) ?? contracts.transaction((tx) => addIn(tx, asked));
}

/** The same within a transaction of somebody else's. */
export const addCustomerIn = async (
  tx: ContractsTransaction,
  asked: CustomerToAdd,
): Promise<Added | Refused> => malformedCustomer(asked) ?? addIn(tx, asked);

function malformedCustomer({ customerId, name }: CustomerToAdd): Refused | undefined {
  if (!isId(customerId)) return refuse('customer-id-malformed', { customerId });
  return name === undefined || isLine(name)
    ? undefined
    : refuse('customer-name-malformed', { name, charactersMax: TEXT_CHARACTERS_MAX });
}

/** Customers in the order of their ids, with who keeps their accounts. */
export function listCustomers(
  contracts: Contracts,
  contract: string | undefined,
  page: Page,
): Promise<readonly Customer[] | Refused> {
  return contracts.transaction(async (tx) => {
    const chosen = await chosenContract(tx, contract);
    return 'refusal' in chosen ? chosen : tx.customersPage(chosen.contract, page);
  });
}

async function addIn(tx: ContractsTransaction, asked: CustomerToAdd): Promise<Added | Refused> {
  const { customerId, name, accountManager } = asked;
  const chosen = await chosenContract(tx, asked.contract);
  if ('refusal' in chosen) return chosen;
  const { contract } = chosen;
  const known = await tx.customer(contract, customerId);
  if (known && name !== undefined && known.name !== name) {
    return refuse('customer-name-differs', { customerId, recorded: known.name, given: name });
  }
  const account = accountManager === undefined ? NOBODY : await accountOf(tx, contract, accountManager);
  if ('refusal' in account) return account;
  if (!known) {
    if (name === undefined) return refuse('customer-name-missing', { customerId });
    await tx.addCustomer({ contract, customerId, name });
  }
  const changed = account.seats.filter((seat) => known?.accounts[seat] !== accountManager);
  for (const seat of changed) await tx.setAccount(contract, customerId, seat, account.personId);
  if (account.needsRole) {
    await tx.grant(contract, account.personId, { role: ACCOUNT_MANAGER, customerId: undefined });
  }
  return { accepted: true, contract, customerId, isNew: !known, accountChanged: changed.length > 0 };
}

const ACCOUNT_MANAGER = 'accountManager';

interface Account {
  readonly seats: readonly string[];
  readonly personId: string;
  readonly needsRole: boolean;
}

const NOBODY: Account = { seats: [], personId: '', needsRole: false };

/** The seats an account manager fills, or why they cannot. */
async function accountOf(
  tx: ContractsTransaction,
  contract: string,
  personId: string,
): Promise<Account | Refused> {
  const person = isId(personId) ? await personIn(tx, contract, personId) : undefined;
  if (!person) return refuse('person-not-known', { personId, contract });
  if (person.erasedAt !== undefined) return refuse('person-erased', { personId, erasedAt: person.erasedAt });
  const held = person.roles.map(({ role }) => role);
  const conflict = conflictingRole(ACCOUNT_MANAGER, held);
  if (conflict !== undefined) {
    return refuse('role-party-conflict', { personId, role: ACCOUNT_MANAGER, held: conflict });
  }
  // In a demonstration cases open on a draft too.
  const revision = (await tx.publishedRevision(contract)) ?? (await tx.newestRevision(contract));
  const seats = Object.values(revision?.rules.seats ?? {}).filter(({ kind }) => kind === 'directory');
  if (seats.length === 0) return refuse('account-seat-missing', { contract });
  return { seats: seats.map(({ id }) => id), personId, needsRole: !held.includes(ACCOUNT_MANAGER) };
}

async function personIn(
  tx: ContractsTransaction,
  contract: string,
  personId: string,
): Promise<Person | undefined> {
  const [person] = await tx.people(contract, [personId]);
  return person;
}
