import { type Kysely, sql } from 'kysely';
import type { SeatMark } from '../../app/ports/reading.ts';
import { asInstant } from '../../core/instant.ts';

interface MarkRow {
  readonly seat_id: string;
  readonly at: number;
  readonly vacant: boolean;
  readonly agreed: boolean;
}

/** Of each seat the naming that holds today; one that is held up does not. */
export async function seatMarks(
  db: Kysely<unknown>,
  contract: string,
): Promise<ReadonlyMap<string, SeatMark>> {
  const { rows } = await sql<MarkRow>`
    select distinct on (seat_id) seat_id, (state ->> 'filledAt')::int8 as at, holder_id is null as vacant,
      status = 'agreed' as agreed
    from seat_filling where contract_id = ${contract} and status in ('waiting', 'agreed')
    order by seat_id, filling desc`.execute(db);
  return new Map(
    rows.map(({ seat_id, at, vacant: isVacant, agreed: isAgreed }) => [
      seat_id,
      { at: asInstant(at), isVacant, isAgreed },
    ]),
  );
}
