import { contactsOf } from '../../core/case/move.ts';
import type { OpenState } from '../../core/case/state.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { CasePapers, Person } from '../ports/engine.ts';

/** Every seat whose holder a case may have to tell: of its levels, their deputies, and the parties' own. */
export function seatsOf({ levels, seats, tells = {} }: Revision): readonly string[] {
  const named = [
    ...levels.flatMap(({ reach, otherwise }) => [...reach, ...otherwise]),
    ...Object.values(tells).flat(),
  ];
  return [...new Set(named.flatMap((seat) => [seat, seats[seat]?.deputy ?? []].flat()))];
}

/** A seat's holder today, or the person that the case itself names in its place. */
function holderOf(papers: CasePapers, seatOrPerson: string): Person | undefined {
  return papers.people.get(papers.seated[seatOrPerson] ?? seatOrPerson);
}

/**
 * Whom a level's notices go to, first choice first: who is reached, their deputies, then who is reached otherwise.
 * Those without a working address are left out, so that the next is told at once.
 */
export function levelPeople(papers: CasePapers, state: OpenState, level: number): readonly Person[] {
  const { revision } = state;
  const reached = contactsOf(state, level);
  const deputies = reached.flatMap((seat) => revision.seats[seat]?.deputy ?? []);
  const otherwise = revision.levels[level - 1]?.otherwise ?? [];
  return distinct([...reached, ...deputies, ...otherwise].flatMap((id) => holderOf(papers, id) ?? []));
}

/** Everybody of a party on this case. */
export function partyPeople(papers: CasePapers, state: OpenState, party: Party): readonly Person[] {
  if (party === 'customer') return distinct([papers.people.get(state.reporter) ?? []].flat());
  const told = state.revision.tells?.[party] ?? [];
  return distinct(told.flatMap((seat) => holderOf(papers, seat) ?? []));
}

const distinct = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map((person) => [person.personId, person])).values(),
];
