import { LANGUAGES, languageOf } from '../core/message/catalogue.ts';
import type { PersonField } from '../core/message/people.ts';
import { isDiallable } from '../core/plan/asked/telephone.ts';
import { ROLES } from './authorise.ts';
import { chosenContract } from './chosen-contract.ts';
import type { Contracts, ContractsTransaction, Page, Person, RoleHeld } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { conflictingRole } from './seat-roles.ts';
import { isEmail, isId, isLine, RESERVED_ID, TEXT_CHARACTERS_MAX } from './text-field.ts';

/** Somebody and what they are to be; of somebody who is known already only the role need be said. */
export interface PersonToAdd extends Readonly<Partial<Record<PersonField, string | undefined>>> {
  /** The only contract there is, where none is named. */
  readonly contract?: string | undefined;
  readonly personId: string;
  readonly role: string;
  /** Of which customer; of the customer's own people only. */
  readonly customer?: string | undefined;
  /** In which they are written to until they choose themselves. */
  readonly language?: string | undefined;
}

interface Added {
  readonly accepted: true;
  readonly contract: string;
  readonly personId: string;
  /** `unchanged`: they were that already. */
  readonly outcome: 'person' | 'role' | 'unchanged';
}

const FIELDS: readonly PersonField[] = ['name', 'email', 'office', 'mobile', 'title'];
/** Without these nobody can be written to. */
const NEEDED: readonly PersonField[] = ['name', 'email'];
const CUSTOMER_ROLES: readonly string[] = ['customer', 'customerManager'];

/**
 * Adds a person with a role, or a role to a person. Asked again it changes nothing; what is recorded of somebody is
 * never overwritten here, for a contact's new number is first confirmed.
 */
export async function addPerson(contracts: Contracts, asked: PersonToAdd): Promise<Added | Refused> {
  return contracts.transaction((tx) => addPersonIn(tx, asked));
}

/** The same within a transaction of somebody else's. */
export const addPersonIn = async (tx: ContractsTransaction, asked: PersonToAdd): Promise<Added | Refused> =>
  malformedPerson(asked) ?? addIn(tx, asked);

/** People in the order of their ids, with their roles. */
export function listPeople(
  contracts: Contracts,
  contract: string | undefined,
  page: Page,
): Promise<readonly Person[] | Refused> {
  return contracts.transaction(async (tx) => {
    const chosen = await chosenContract(tx, contract);
    return 'refusal' in chosen ? chosen : tx.peoplePage(chosen.contract, page);
  });
}

function malformedPerson(asked: PersonToAdd): Refused | undefined {
  const { personId, role, customer, email, language } = asked;
  if (!isId(personId)) return refuse('person-id-malformed', { personId });
  if (personId === RESERVED_ID) return refuse('person-id-reserved', { personId });
  if (!(ROLES as readonly string[]).includes(role)) return refuse('role-not-known', { role, known: ROLES });
  const isCustomers = CUSTOMER_ROLES.includes(role);
  if (isCustomers && customer === undefined) return refuse('role-customer-missing', { role });
  if (!isCustomers && customer !== undefined) {
    return refuse('role-customer-surplus', { role, customerId: customer });
  }
  if (email !== undefined && !isEmail(email)) return refuse('person-email-invalid', { email });
  if (language !== undefined && languageOf(language) === undefined) {
    return refuse('person-language-not-known', { language, known: LANGUAGES });
  }
  for (const field of ['office', 'mobile'] as const) {
    const number = asked[field];
    if (number !== undefined && !(isLine(number) && isDiallable(number))) {
      return refuse('person-number-invalid', { field, number });
    }
  }
  const field = (['name', 'title'] as const).find((one) => !isLine(asked[one] ?? '-'));
  if (field === undefined) return undefined;
  const value = asked[field] ?? '';
  return refuse('person-text-malformed', { field, value, charactersMax: TEXT_CHARACTERS_MAX });
}

async function addIn(tx: ContractsTransaction, asked: PersonToAdd): Promise<Added | Refused> {
  const chosen = await chosenContract(tx, asked.contract);
  if ('refusal' in chosen) return chosen;
  const { contract } = chosen;
  const { personId, role, customer: customerId } = asked;
  if (customerId !== undefined) {
    const unknown = await unknownCustomer(tx, contract, customerId);
    if (unknown) return unknown;
  }
  const [person] = await tx.people(contract, [personId]);
  const no = person ? differing(person, asked) : incomplete(asked);
  if (no) return no;
  const held = person?.roles ?? [];
  const refused = refusedRole(personId, { role, customerId }, held);
  if (refused) return refused;
  const isHeld = held.some((one) => one.role === role);
  const language = languageOf(asked.language);
  if (!person) await tx.addPerson({ contract, personId, ...fieldsOf(asked), language });
  else if (language !== undefined && language !== person.language) {
    await tx.setLanguage(contract, personId, language);
  }
  if (!isHeld) await tx.grant(contract, personId, { role, customerId });
  const outcome = isHeld ? 'unchanged' : person ? 'role' : 'person';
  return { accepted: true, contract, personId, outcome };
}

/** The no to a customer that the contract does not have, naming some that it has. */
async function unknownCustomer(
  tx: ContractsTransaction,
  contract: string,
  customerId: string,
): Promise<Refused | undefined> {
  const found = isId(customerId) ? await tx.customer(contract, customerId) : undefined;
  if (found) return undefined;
  const some = await tx.customersPage(contract, { after: '', max: NAMED_MAX });
  return refuse('customer-not-known', { customerId, known: some.map((one) => one.customerId) });
}

/** How many ids a sentence names. */
const NAMED_MAX = 10;

function incomplete(asked: PersonToAdd): Refused | undefined {
  const field = NEEDED.find((one) => asked[one] === undefined);
  return field && refuse('person-field-missing', { personId: asked.personId, field });
}

function differing(person: Person, asked: PersonToAdd): Refused | undefined {
  const { personId, erasedAt } = person;
  if (erasedAt !== undefined) return refuse('person-erased', { personId, erasedAt });
  const field = FIELDS.find((one) => asked[one] !== undefined && asked[one] !== person[one]);
  if (field === undefined) return undefined;
  const [recorded, given] = [person[field] ?? '', asked[field] ?? ''];
  return refuse('person-field-differs', { personId, field, recorded, given });
}

/** The no to a role beside those somebody holds. */
function refusedRole(personId: string, asked: RoleHeld, held: readonly RoleHeld[]): Refused | undefined {
  const { role, customerId } = asked;
  const conflict = conflictingRole(
    role,
    held.map((one) => one.role),
  );
  if (conflict !== undefined) return refuse('role-party-conflict', { personId, role, held: conflict });
  const same = held.find((one) => one.role === role);
  if (!same || same.customerId === customerId) return undefined;
  const [was, given] = [same.customerId ?? '', customerId ?? ''];
  return refuse('role-customer-differs', { personId, role, held: was, given });
}

function fieldsOf(asked: PersonToAdd): Partial<Record<PersonField, string>> {
  const given = FIELDS.filter((field) => asked[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, asked[field]]));
}
