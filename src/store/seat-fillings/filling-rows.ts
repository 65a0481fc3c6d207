import { type Kysely, sql } from 'kysely';
import { type FillingKey, fillingRecordKey } from '../../app/ports/seat-fillings.ts';
import { formatInstant } from '../../core/instant.ts';
import { type LiveFilling, noFilling } from '../../core/seat/state.ts';
import { chainTable } from '../chain-table.ts';

export async function nextFilling(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(filling), 0) + 1 as next from seat_filling where contract_id = ${contract}`.execute(
    db,
  );
  return rows[0]?.next ?? 1;
}

export async function currentFilling(
  db: Kysely<unknown>,
  contract: string,
  seat: string,
): Promise<FillingKey | undefined> {
  const { rows } = await sql<{ filling: number }>`
    select filling from seat_filling where contract_id = ${contract} and seat_id = ${seat}
      and status in ('waiting', 'heldUp', 'agreed') order by filling desc limit 1`.execute(db);
  const [row] = rows;
  return row && { contract, filling: row.filling };
}

export async function fillingByHold(db: Kysely<unknown>, holdHash: string): Promise<FillingKey | undefined> {
  const { rows } = await sql<{ contract_id: string; filling: number }>`
    select contract_id, filling from seat_filling where hold_hash = decode(${holdHash}, 'hex')`.execute(db);
  const [row] = rows;
  return row && { contract: row.contract_id, filling: row.filling };
}

export async function keepHold(
  db: Kysely<unknown>,
  { contract, filling }: FillingKey,
  holdId: string,
  holdHash: string,
): Promise<void> {
  await sql`
    update seat_filling set hold_id = ${holdId}, hold_hash = decode(${holdHash}, 'hex')
    where contract_id = ${contract} and filling = ${filling}`.execute(db);
}

export const FILLINGS = chainTable({
  name: 'seat_filling',
  key: { contract_id: 'text', filling: 'integer' },
  keyRow: ({ contract, filling }: FillingKey) => ({ contract_id: contract, filling }),
  own: {
    seat_id: 'text',
    holder_id: 'text',
    before_id: 'text',
    status: 'text',
    changed_at: 'timestamptz',
  },
  ownRow: ({ filling, status, lastAt }: LiveFilling) => ({
    seat_id: filling.seat,
    holder_id: filling.holder ?? null,
    before_id: filling.before ?? null,
    status,
    changed_at: formatInstant(lastAt),
  }),
  recordKey: fillingRecordKey,
  none: noFilling,
});
