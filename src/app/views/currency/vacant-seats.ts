import { DETAILS, type Detail, isMeans } from '../../../core/attestation/standing.ts';
import { roundDays } from '../../../core/plan/asked/round-days.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { seatsAt } from '../../../core/plan/revision/seats-at.ts';
import type { Reading, StandingPerson } from '../../ports/reading.ts';
import type { AgreedPlan } from '../plan/agreed-plan.ts';

/** A seat that nobody fills. */
export interface VacantSeat {
  readonly seat: string;
  readonly title: string;
  /** None, of a party that acts and stands at no level. */
  readonly levels: readonly number[];
  /** What its holder would have to confirm: as long as there is none, none of it is current. */
  readonly details: readonly Detail[];
}

/** Somebody of a party that acts on cases, who stands at no level. */
export interface ActingPerson {
  readonly party: Party;
  readonly person: StandingPerson;
}

interface SeatsToday {
  readonly vacant: readonly VacantSeat[];
  readonly acting: readonly ActingPerson[];
}

/**
 * The seats of a plan in force that nobody fills, and who fills those at no level. A seat whose holder differs by customer
 * is none of them. A vacant seat counts with all that anybody could have to confirm in it, so that the figure never rises
 * where somebody leaves one.
 */
export async function seatsToday(
  reading: Pick<Reading, 'standing'>,
  { rules, written }: Pick<AgreedPlan, 'rules' | 'written'>,
): Promise<SeatsToday> {
  const levelsOf = levelsBySeat(rules);
  const acting = actingSeats(rules).filter(({ seat }) => !levelsOf.has(seat));
  const held = await reading.standing(rules.contract, [
    ...levelsOf.keys(),
    ...acting.map(({ seat }) => seat),
  ]);
  const holderOf = (seat: string): StandingPerson | undefined => {
    const found = held.get(seat);
    return found?.isErased ? undefined : found;
  };
  const isAsked = written !== undefined && roundDays(written) !== undefined;
  const titleOf = (seat: string): string => rules.seats[seat]?.title ?? seat;
  const empty = (seat: string): boolean => holderOf(seat) === undefined;
  return {
    vacant: [
      ...[...levelsOf].map(([seat, levels]) => ({
        ...{ seat, levels, title: titleOf(seat) },
        details: isAsked ? DETAILS.filter((one) => isMeans(one) || isFirst(rules, seat)) : [],
      })),
      ...acting.map(({ seat }) => ({ seat, title: titleOf(seat), levels: [], details: [] })),
    ].filter(({ seat }) => empty(seat)),
    acting: acting.flatMap(({ seat, party }) => {
      const person = holderOf(seat);
      return person ? [{ party, person }] : [];
    }),
  };
}

const isFirst = ({ levels }: Revision, seat: string): boolean =>
  levels.some(({ reach }) => reach[0] === seat);

/** The levels at which each seat is reached, deputies too. */
function levelsBySeat(rules: Revision): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const level of rules.levels)
    for (const seat of seatsAt(level, rules)) {
      if (rules.seats[seat]?.kind === 'directory') continue;
      found.set(seat, [...(found.get(seat) ?? []), level.number]);
    }
  return found;
}

/** The seats that are told for a party that may have to take a step. */
function actingSeats({
  tracks,
  tells = {},
}: Revision): readonly { readonly seat: string; readonly party: Party }[] {
  const steps = Object.values(tracks).flatMap((track) => track.steps);
  const parties = new Set(steps.flatMap(({ actor, ifNotTaken }) => [actor, ifNotTaken?.to ?? []].flat()));
  const seats = [...parties].flatMap((party) => (tells[party] ?? []).map((seat) => ({ seat, party })));
  return [...new Map(seats.map((one) => [one.seat, one])).values()];
}
