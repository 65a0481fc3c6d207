import { type Kysely, sql } from 'kysely';
import type { SpokenTurn } from '../../app/ports/conversation.ts';
import type { KeptCall, SettledText, TelephoneBook } from '../../app/ports/telephone-book.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { TextMemory } from '../../core/telephone/text.ts';
import { instantOr, milliseconds } from '../views/milliseconds.ts';

type Calls = Pick<
  TelephoneBook,
  | ('beginCall' | 'call' | 'saveTurn' | 'callsOf' | 'addText' | 'settledText' | 'settleText' | 'textsOf')
  | (
      | 'lockCounts'
      | 'openedBy'
      | 'number'
      | 'remember'
      | 'noteWrong'
      | 'line'
      | 'saveLine'
      | 'pinId'
      | 'replacePin'
    )
>;

interface CallRow {
  readonly call_id: string;
  readonly kind: KeptCall['kind'];
  readonly number: string | null;
  readonly began: number;
  readonly contract_id: string | null;
  readonly case_id: string | null;
  readonly has_opened: boolean;
  readonly delivery_id: string | null;
  readonly turn: number;
  readonly state: unknown;
  readonly answer: SpokenTurn | null;
}

const callFrom = (row: CallRow): KeptCall => ({
  callId: row.call_id,
  kind: row.kind,
  number: row.number ?? undefined,
  beganAt: asInstant(row.began),
  contract: row.contract_id ?? undefined,
  caseId: row.case_id ?? undefined,
  hasOpened: row.has_opened,
  deliveryId: row.delivery_id ?? undefined,
  turn: row.turn,
  state: row.state,
  answer: row.answer ?? undefined,
});

interface TextRow {
  readonly contract_id: string | null;
  readonly case_id: string | null;
  readonly has_opened: boolean;
  readonly answer: string | null;
}

const textFrom = ({ contract_id: contract, case_id: caseId, ...row }: TextRow): SettledText => ({
  key: contract === null || caseId === null ? undefined : { contract, caseId },
  hasOpened: row.has_opened,
  answer: row.answer ?? undefined,
});

const json = (value: unknown) => sql`${value === undefined ? null : JSON.stringify(value)}::jsonb`;

/** Where calls and numbers stand, inside one transaction. */
export const callsIn = (db: Kysely<unknown>): Calls => ({
  async beginCall({ callId, kind, number, beganAt, contract, caseId, deliveryId, turn, state }) {
    const at = formatInstant(beganAt);
    const { rows } = await sql`
      insert into telephone_call (call_id, kind, number, began_at, last_at, contract_id, case_id, delivery_id, turn,
        state)
      values (${callId}, ${kind}, ${number ?? null}, ${at}, ${at}, ${contract ?? null}, ${caseId ?? null},
        ${deliveryId ?? null}::uuid, ${turn}, ${json(state)})
      on conflict do nothing returning call_id`.execute(db);
    return rows.length > 0;
  },
  async call(callId, lock) {
    const { rows } = await sql<CallRow>`
      select call_id, kind, number, ${milliseconds('began_at')} as began, contract_id, case_id, has_opened,
        delivery_id, turn, state, answer
      from telephone_call where call_id = ${callId} ${lock ? sql`for update` : sql``}`.execute(db);
    return rows[0] && callFrom(rows[0]);
  },
  async saveTurn({ callId, contract, caseId, hasOpened, turn, state, answer }, at) {
    await sql`
      update telephone_call set last_at = ${formatInstant(at)}, contract_id = ${contract ?? null},
        case_id = ${caseId ?? null}, has_opened = ${hasOpened}, turn = ${turn}, state = ${json(state)}, answer = ${json(answer)}
      where call_id = ${callId}`.execute(db);
  },
  async callsOf(number, since) {
    await lockedAlone(db, ['calls', number ?? '']);
    return counted(
      db,
      sql`telephone_call where number is not distinct from ${number ?? null} and kind = 'in'
        and began_at > ${formatInstant(since)}::timestamptz`,
    );
  },
  async addText({ textId, number, receivedAt }) {
    const { rows } = await sql`
      insert into telephone_text (text_id, number, received_at)
      values (${textId}, ${number}, ${formatInstant(receivedAt)}) on conflict do nothing returning text_id`.execute(
      db,
    );
    return rows.length > 0;
  },
  async settledText(textId) {
    const { rows } = await sql<TextRow>`
      select contract_id, case_id, has_opened, answer from telephone_text where text_id = ${textId}`.execute(
      db,
    );
    return rows[0] && textFrom(rows[0]);
  },
  async settleText(textId, { key, hasOpened, answer }) {
    await sql`
      update telephone_text set contract_id = ${key?.contract ?? null}, case_id = ${key?.caseId ?? null},
        has_opened = ${hasOpened}, answer = ${answer ?? null}
      where text_id = ${textId}`.execute(db);
  },
  textsOf: (number, since) =>
    counted(
      db,
      sql`telephone_text where number = ${number} and received_at > ${formatInstant(since)}::timestamptz`,
    ),
  lockCounts: ({ number, contract, customer }) =>
    lockedAlone(db, number === undefined ? ['opens', contract, customer ?? ''] : ['opens', number]),
  async openedBy({ number, contract, customer }, since) {
    const after = sql`${formatInstant(since)}::timestamptz`;
    if (number === undefined) {
      return counted(
        db,
        sql`telephone_call join "case" using (contract_id, case_id)
          where number is null and has_opened and began_at > ${after}
            and contract_id = ${contract} and customer_id = ${customer ?? null}`,
      );
    }
    const own = sql`number = ${number} and has_opened`;
    const calls = await counted(db, sql`telephone_call where ${own} and began_at > ${after}`);
    return calls + (await counted(db, sql`telephone_text where ${own} and received_at > ${after}`));
  },
  ...numbersIn(db),
});

interface TriedRow {
  readonly wrong_at: readonly Date[];
}

const wrongIn = ({ wrong_at: all }: TriedRow): readonly Instant[] =>
  all.map((one) => asInstant(one.getTime()));

const instants = (all: readonly Instant[]) => sql`${all.map(formatInstant)}::timestamptz[]`;

/** What is remembered of numbers, and of wrong PINs for cases. */
const numbersIn = (
  db: Kysely<unknown>,
): Pick<Calls, 'number' | 'remember' | 'noteWrong' | 'line' | 'saveLine' | 'pinId' | 'replacePin'> => ({
  async number(number, at) {
    await sql`insert into telephone_number (number) values (${number}) on conflict do nothing`.execute(db);
    const { rows } = await sql<TriedRow & { memory: TextMemory | null; is_stopped: boolean }>`
      select case when memory_until > ${formatInstant(at)}::timestamptz then memory end as memory, wrong_at,
        stopped_at is not null as is_stopped
      from telephone_number where number = ${number} for update`.execute(db);
    const [row] = rows;
    return {
      ...{ memory: row?.memory ?? undefined, wrongAt: row ? wrongIn(row) : [] },
      isStopped: row?.is_stopped ?? false,
    };
  },
  async remember(number, memory, until) {
    await sql`
      update telephone_number set memory = ${json(memory)}, memory_until = ${formatInstant(until)}
      where number = ${number}`.execute(db);
  },
  async noteWrong(number, wrongAt) {
    await sql`update telephone_number set wrong_at = ${instants(wrongAt)} where number = ${number}`.execute(
      db,
    );
  },
  async line({ contract, caseId }) {
    await sql`
      insert into telephone_line (contract_id, case_id) values (${contract}, ${caseId}) on conflict do nothing`.execute(
      db,
    );
    const { rows } = await sql<TriedRow & { locked: number | null }>`
      select wrong_at, ${milliseconds('locked_until')} as locked
      from telephone_line where contract_id = ${contract} and case_id = ${caseId} for update`.execute(db);
    const [row] = rows;
    return { wrongAt: row ? wrongIn(row) : [], lockedUntil: instantOr(row?.locked ?? null) };
  },
  async saveLine({ contract, caseId }, { wrongAt, lockedUntil }) {
    const until = lockedUntil === undefined ? null : formatInstant(lockedUntil);
    await sql`
      update telephone_line set wrong_at = ${instants(wrongAt)}, locked_until = ${until}
      where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
  },
  async pinId({ contract, caseId }) {
    const { rows } = await sql<{ pin_id: string | null }>`
      select pin_id from telephone_line where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
    return rows[0]?.pin_id ?? undefined;
  },
  async replacePin({ contract, caseId }, pinId) {
    await sql`
      insert into telephone_line (contract_id, case_id, pin_id) values (${contract}, ${caseId}, ${pinId})
      on conflict (contract_id, case_id) do update
        set pin_id = excluded.pin_id, wrong_at = '{}', locked_until = null`.execute(db);
  },
});

/** Two that count the same would each see one too few: the second waits until the first is written. */
async function lockedAlone(db: Kysely<unknown>, counts: readonly string[]): Promise<void> {
  const name = JSON.stringify(['telephone', ...counts]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

async function counted(db: Kysely<unknown>, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
