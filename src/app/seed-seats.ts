import type { PersonField, SeatDifference } from '../core/message/people.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Contact } from '../core/plan/format/schema-contract.ts';
import type { ContractsTransaction, NewPerson, Person, PlanPeople } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { conflictingRole, seatRoles } from './seat-roles.ts';
import { RESERVED_ID } from './text-field.ts';

/** What a plan adds to the people of its contract. */
export interface Seeding extends PlanPeople {
  readonly differences: readonly SeatDifference[];
}

const FIELDS: readonly PersonField[] = ['name', 'title', 'office', 'mobile', 'email'];

/**
 * What a plan adds to the people of its contract: whom nobody knew, seats that nobody fills, roles that come with a
 * seat. Somebody who is known stays as they are, and each difference is named.
 */
export async function seedingOf(
  tx: ContractsTransaction,
  plan: Plan,
  contract: string,
): Promise<Seeding | Refused> {
  const roles = seatRoles(plan);
  const filled = await tx.seats(contract);
  // What somebody has said of a seat while a plan was in force holds on: also that nobody fills it.
  const vacant = await tx.vacantSeats(contract);
  const fillers = [...roles.keys()]
    .filter((seat) => !vacant.has(seat))
    .map((seat) => ({ seat, personId: filled.get(seat) ?? seat }));
  const found = await tx.people(contract, [...new Set(fillers.map(({ personId }) => personId))]);
  const known = new Map(found.map((person) => [person.personId, person]));
  const grants: { personId: string; role: string }[] = [];
  for (const { seat, personId } of fillers) {
    if (personId === RESERVED_ID) return refuse('person-id-reserved', { personId });
    const person = known.get(personId);
    for (const role of roles.get(seat) ?? []) {
      const held = rolesHeld(person, personId, grants);
      if (held.includes(role)) continue;
      const conflict = conflictingRole(role, held);
      if (conflict !== undefined) return refuse('role-party-conflict', { personId, role, held: conflict });
      grants.push({ personId, role });
    }
  }
  const contactOf = (seat: string): Contact => plan.contacts?.[seat] ?? {};
  return {
    people: fillers
      .filter(({ personId }) => !known.has(personId))
      .map(({ seat, personId }) => newPerson(contract, personId, contactOf(seat))),
    seats: fillers.filter(({ seat }) => !filled.has(seat)),
    grants,
    differences: fillers.flatMap(({ seat, personId }) => {
      const person = known.get(personId);
      return person ? differences(seat, contactOf(seat), person) : [];
    }),
  };
}

const rolesHeld = (
  person: Person | undefined,
  personId: string,
  grants: readonly { personId: string; role: string }[],
): readonly string[] => [
  ...(person?.roles ?? []).map(({ role }) => role),
  ...grants.filter((grant) => grant.personId === personId).map(({ role }) => role),
];

function newPerson(contract: string, personId: string, contact: Contact): NewPerson {
  const values = FIELDS.flatMap((field) => {
    const value = contact[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { contract, personId, ...Object.fromEntries(values), shown: contact.shown };
}

function differences(seat: string, contact: Contact, person: Person): readonly SeatDifference[] {
  // Who was erased is no longer compared: their seat is to be filled anew.
  if (person.erasedAt !== undefined) return [];
  const { personId } = person;
  return FIELDS.filter((field) => contact[field] !== person[field]).map((field) => ({
    seat,
    personId,
    field,
    plan: contact[field],
    live: person[field],
  }));
}
