import type { Plan } from '../../core/plan/format/schema.ts';
import type { Contact } from '../../core/plan/format/schema-contract.ts';
import type { PublishedPlan } from './published-plan.ts';

/** The plan as written, but with the people of today and the numbers that its reader may see: what pictures show. */
export function livePlan({ written, seats }: Pick<PublishedPlan, 'written' | 'seats'>): Plan {
  const contacts = [...seats.values()].flatMap(({ seat, kind, title, person, own }): [string, Contact][] => [
    [seat, { kind, title, ...(person && present({ name: person.name, ...person.ways })) }],
    ...own.map(({ person: { personId, name, ways } }): [string, Contact] => [
      personId,
      present({ name, ...ways }),
    ]),
  ]);
  return { ...written, contacts: Object.fromEntries(contacts) };
}

const present = (values: Readonly<Record<string, string | undefined>>): Contact =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
