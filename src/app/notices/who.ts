import { levelOrder } from '../../core/case/move.ts';
import { type OpenState, standInAt } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
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

/** People as a level is resolved to them: by the id of a seat or their own, and who a case names in a seat's place. */
interface Holders<P> {
  readonly people: ReadonlyMap<string, P>;
  readonly seated: CasePapers['seated'];
}

/** A seat's holder today, or the person that the case itself names in its place. */
function holderOf<P>(papers: Holders<P>, seatOrPerson: string): P | undefined {
  return papers.people.get(papers.seated[seatOrPerson] ?? seatOrPerson);
}

/** Whether somebody stands at a level, on duty at this hour or not. */
export function standsAt(papers: CasePapers, state: OpenState, level: number, { personId }: Person): boolean {
  const { levels, seats } = state.revision;
  const { reach = [], otherwise = [] } = levels[level - 1] ?? {};
  const reached = reach.flatMap((id) => (seats[id]?.kind === 'directory' ? (state.directory[id] ?? []) : id));
  const told = state.contacted.find((one) => one.level === level)?.contacts ?? [];
  const named = [...reached, ...told, ...reached.flatMap((id) => seats[id]?.deputy ?? []), ...otherwise];
  return named.some((id) => holderOf(papers, id)?.personId === personId);
}

/**
 * Whom a level's notices go to at an instant, first choice first: who is reached, of a rota who is on duty then, their
 * deputies, then who is reached otherwise; somebody's deputy in their quiet hours.
 * Those without a working address are left out, so that the next is told at once.
 */
export function levelPeople<P extends Pick<Person, 'personId'>>(
  papers: Holders<P>,
  state: Pick<OpenState, 'revision' | 'directory'>,
  level: number,
  at: Instant,
): readonly P[] {
  return distinct(levelOrder(state, level, at).flatMap((id) => holderOf(papers, id) ?? []));
}

/** Everybody of a party on this case at an instant: of the customer the reporter, the stand-in, and who watches. */
export function partyPeople(
  papers: CasePapers,
  state: OpenState,
  party: Party,
  at: Instant,
): readonly Person[] {
  if (party === 'customer') {
    const own = [state.reporter, standInAt(state, at) ?? [], state.watchers ?? []].flat();
    return distinct(own.flatMap((person) => papers.people.get(person) ?? []));
  }
  const told = state.revision.tells?.[party] ?? [];
  return distinct(told.flatMap((seat) => holderOf(papers, seat) ?? []));
}

/**
 * What somebody is on a case on the customer's side: `acts` as the reporter or in the reporter's place, `watches`
 * and has nothing to do, or has `left`.
 */
export function placeOf(state: OpenState, { personId }: Person, at: Instant): 'acts' | 'watches' | 'left' {
  if (personId === state.reporter || personId === standInAt(state, at)) return 'acts';
  return state.watchers?.includes(personId) ? 'watches' : 'left';
}

const distinct = <P extends Pick<Person, 'personId'>>(people: readonly P[]): readonly P[] => [
  ...new Map(people.map((person) => [person.personId, person])).values(),
];
