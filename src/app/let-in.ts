import { type Caller, type Grant, mayLetGo, mayLetIn } from './authorise.ts';
import { addPersonIn } from './people.ts';
import type { Contracts, ContractsTransaction, Page, Person } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { isEmail } from './text-field.ts';
import { withdrawRoleIn } from './withdraw-role.ts';

/** Whom a manager invites, and as what. */
interface Invited {
  /** Of a person who is new. */
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** One of the roles that the manager may give. */
  readonly grant: Grant;
  readonly language: string | undefined;
}

/** Somebody with this address is there already: whom the manager sees, or whom they do not. */
type AddressKnown = { readonly known: 'theirs'; readonly personId: string } | { readonly known: 'elsewhere' };
type LetIn = { readonly personId: string } | AddressKnown | Refused;

/**
 * Makes somebody a person of the contract in a manager's name, with a role that the manager may give.
 *
 * An address is one person's: a second person with it would keep both from signing in. Whoever has no role any more and
 * fills no seat is taken in again as who they were.
 */
export async function letIn(contracts: Contracts, caller: Caller, invited: Invited): Promise<LetIn> {
  const { contract } = caller;
  const { email, name, grant, language } = invited;
  if (name === '') return refuse('person-field-missing', { personId: invited.personId, field: 'name' });
  if (!isEmail(email)) return refuse('person-email-invalid', { email });
  return contracts.transaction(async (tx): Promise<LetIn> => {
    // Of two who invite the same address at once one waits.
    await tx.lockContract(contract);
    const known = await tx.peopleAt(contract, email.toLowerCase(), PEOPLE_MAX);
    const [former] = known;
    if (former && !(await isFree(tx, known))) return seenAt(caller, known);
    const { personId } = former ?? invited;
    const { role, customerId: customer } = grant;
    const asked = { contract, personId, role, customer, language };
    const added = await addPersonIn(tx, former ? asked : { ...asked, name, email });
    return 'refusal' in added ? added : { personId };
  });
}

/** Of people who share an address so many are looked at: one is nobody's, and two are somebody's. */
const PEOPLE_MAX = 2;

/** Whether the address is of one person alone, who has no part in the contract now. */
async function isFree(tx: ContractsTransaction, [one, ...more]: readonly Person[]): Promise<boolean> {
  if (!one || more.length > 0 || one.roles.length > 0) return false;
  return ![...(await tx.seats(one.contract)).values()].includes(one.personId);
}

function seenAt(caller: Caller, known: readonly Person[]): AddressKnown {
  const seen = known.find((one) => heldOf(caller, one).length > 0);
  return seen ? { known: 'theirs', personId: seen.personId } : { known: 'elsewhere' };
}

/** The roles of a person that are for this manager to take. */
const heldOf = (caller: Caller, { personId, roles }: Person) =>
  roles.filter((held) => mayLetGo(caller, personId, held));

/** Somebody a manager lets in and out. */
export interface LetInPerson extends Person {
  /** Their roles that are the manager's to take. */
  readonly held: Person['roles'];
  /** Whether they have signed in yet. */
  readonly hasCome: boolean;
}

/** Those whom a manager lets in and out, in the order of their ids. */
export function peopleLetIn(
  contracts: Contracts,
  caller: Caller,
  page: Page,
): Promise<readonly LetInPerson[]> {
  const { contract } = caller;
  return contracts.transaction(async (tx) => {
    const held = mayLetIn(caller).map(({ role, customerId }) => ({ role, customerId }));
    return seenBy(tx, caller, await tx.peopleHolding(contract, held, page));
  });
}

/** One of them; undefined where there is none such, or none for this manager. */
export function personLetIn(
  contracts: Contracts,
  caller: Caller,
  personId: string,
): Promise<LetInPerson | undefined> {
  const { contract } = caller;
  return contracts.transaction(async (tx) => {
    const [found] = await seenBy(tx, caller, await tx.people(contract, [personId]));
    return found && found.held.length > 0 ? found : undefined;
  });
}

async function seenBy(
  tx: ContractsTransaction,
  caller: Caller,
  people: readonly Person[],
): Promise<readonly LetInPerson[]> {
  const ids = people.map(({ personId }) => personId);
  const came = await tx.peopleWhoCame(caller.contract, ids);
  return people
    .filter(({ erasedAt }) => erasedAt === undefined)
    .map((one) => ({ ...one, held: heldOf(caller, one), hasCome: came.has(one.personId) }));
}

/**
 * Takes a role from somebody in a manager's name; undefined where it is not theirs to take.
 *
 * `isOut`: it was the last, so that they have no part in the contract any more.
 */
export function letGo(
  contracts: Contracts,
  caller: Caller,
  { personId, role }: { readonly personId: string; readonly role: string },
): Promise<{ readonly person: Person; readonly isOut: boolean } | Refused | undefined> {
  const { contract } = caller;
  return contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const [person] = await tx.people(contract, [personId]);
    if (!person || !heldOf(caller, person).some((held) => held.role === role)) return undefined;
    const withdrawn = await withdrawRoleIn(tx, { contract, personId, role });
    return 'refusal' in withdrawn ? withdrawn : { person, isOut: person.roles.length === 1 };
  });
}
