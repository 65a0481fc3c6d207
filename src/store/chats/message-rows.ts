import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  ChatKey,
  ChatMessageLine,
  ChatSettled,
  ClaimedChat,
  NewChatMessage,
} from '../../app/ports/chats.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { languageOf } from '../../core/message/catalogue.ts';
import { instantOf } from '../contracts/row-values.ts';
import { type ChannelRow, channelFrom, isOne } from './channel-rows.ts';

interface MessageRow {
  readonly contract_id: string;
  readonly message_id: string;
  readonly channel_id: string;
  readonly case_id: string;
  readonly numbers: readonly number[];
  readonly levels: readonly number[];
  readonly queued_at: Date;
  readonly state: ChatMessageLine['state'];
  readonly wanted: number;
  readonly attempts: number;
  readonly next_at: Date | null;
  readonly reason: string | null;
  readonly place: string | null;
  readonly stamp: string | null;
}

const lineFrom = (row: MessageRow): ChatMessageLine => ({
  contract: row.contract_id,
  messageId: row.message_id,
  channelId: row.channel_id,
  caseId: row.case_id,
  numbers: row.numbers,
  levels: row.levels,
  queuedAt: instantOf(row.queued_at)!,
  state: row.state,
  attempts: row.attempts,
  nextAt: instantOf(row.next_at),
  reason: row.reason ?? undefined,
});

export async function messages(
  db: Kysely<unknown>,
  key: ChatKey,
  max: number,
): Promise<readonly ChatMessageLine[]> {
  const { rows } = await sql<MessageRow>`
    select * from chat_message where ${isOne(key)} order by queued_at desc, message_id desc limit ${max}`.execute(
    db,
  );
  return rows.map(lineFrom);
}

export async function addMessages(db: Kysely<unknown>, added: readonly NewChatMessage[]): Promise<void> {
  for (const { contract, messageId, channelId, caseId, numbers, levels, queuedAt } of added) {
    const at = formatInstant(queuedAt);
    await sql`
      insert into chat_message (contract_id, message_id, channel_id, case_id, numbers, levels, queued_at, state, next_at)
      values (${contract}, ${messageId}::uuid, ${channelId}::uuid, ${caseId}, ${[...numbers]}::integer[],
        ${[...levels]}::integer[], ${at}, 'waiting', ${at}) on conflict do nothing`.execute(db);
  }
}

/** One that is being sent at this moment is drawn anew afterwards: whoever settles it sees that more was wanted. */
export async function redraw(db: Kysely<unknown>, cases: readonly CaseKey[], at: Instant): Promise<void> {
  for (const { contract, caseId } of cases)
    await sql`
      update chat_message set wanted = wanted + 1,
        attempts = case when state = 'delivered' then 0 else attempts end,
        next_at = case when state = 'delivered' then ${formatInstant(at)}::timestamptz else next_at end
      where contract_id = ${contract} and case_id = ${caseId} and (is_live or state = 'waiting')`.execute(db);
}

interface ClaimedRow extends MessageRow {
  readonly of: ChannelRow;
  readonly language: string;
  readonly is_newest: boolean;
}

const WHOLE: RawBuilder<unknown> = sql`
  sent.*, row_to_json(chat_channel) as of, language,
  not exists (select from chat_message later
    where later.contract_id = sent.contract_id and later.channel_id = sent.channel_id and later.case_id = sent.case_id
      and later.numbers > sent.numbers) as is_newest`;
const ITS_CHANNEL: RawBuilder<unknown> = sql`
  join chat_channel using (contract_id, channel_id) join contract using (contract_id)`;

const claimedFrom = (row: ClaimedRow): ClaimedChat => ({
  ...lineFrom(row),
  channel: channelFrom(row.of),
  language: languageOf(row.language) ?? 'en',
  place: row.place ?? undefined,
  stamp: row.stamp ?? undefined,
  wanted: row.wanted,
  isNewest: row.is_newest,
});

export async function message(
  db: Kysely<unknown>,
  key: ChatKey,
  messageId: string,
): Promise<ClaimedChat | undefined> {
  const { rows } = await sql<ClaimedRow>`
    select ${WHOLE} from chat_message sent ${ITS_CHANNEL}
    where ${isOne(key)} and message_id = ${messageId}::uuid`.execute(db);
  return rows[0] && claimedFrom(rows[0]);
}

export async function newest(db: Kysely<unknown>, max: number): Promise<readonly ClaimedChat[]> {
  const { rows } = await sql<ClaimedRow>`
    select ${WHOLE} from chat_message sent ${ITS_CHANNEL}
    order by queued_at desc, message_id desc limit ${max}`.execute(db);
  return rows.map(claimedFrom);
}

/** As often as Slack takes messages to one channel. */
const PACE_SECONDS = 1;

/** One of each channel at a time, the earliest first, so that a channel reads them in their order. */
export async function claim(
  db: Kysely<unknown>,
  at: Instant,
  until: Instant,
  max: number,
): Promise<readonly ClaimedChat[]> {
  const now = sql`${formatInstant(at)}::timestamptz`;
  const { rows } = await sql<ClaimedRow>`
    with free as (
      select contract_id, channel_id from chat_channel
      where off_at is null and (rest_until is null or rest_until <= ${now})
        and exists (select from chat_message waits where waits.contract_id = chat_channel.contract_id
          and waits.channel_id = chat_channel.channel_id and waits.next_at <= ${now})
      order by contract_id, channel_id limit ${max} for update skip locked
    ), due as (
      select contract_id, channel_id, first.message_id from free cross join lateral (
        select message_id from chat_message waits
        where waits.contract_id = free.contract_id and waits.channel_id = free.channel_id and next_at <= ${now}
        order by queued_at, numbers, message_id limit 1 for update skip locked) first
    ), paced as (
      update chat_channel set rest_until = ${now} + make_interval(secs => ${PACE_SECONDS})
      from due where chat_channel.contract_id = due.contract_id and chat_channel.channel_id = due.channel_id
    ), sent as (
      update chat_message set next_at = ${formatInstant(until)}::timestamptz, attempts = attempts + 1
      from due where chat_message.contract_id = due.contract_id and chat_message.message_id = due.message_id
      returning chat_message.*
    )
    select ${WHOLE} from sent ${ITS_CHANNEL}`.execute(db);
  return rows.map(claimedFrom);
}

export async function settle(
  db: Kysely<unknown>,
  { contract, messageId, wanted }: ClaimedChat,
  { state, reason, nextAt, place, stamp, isLive }: ChatSettled,
  at: Instant,
): Promise<void> {
  const now = sql`${formatInstant(at)}::timestamptz`;
  await sql`
    update chat_message set state = ${state}, reason = ${reason ?? null}, place = ${place ?? null},
      stamp = ${stamp ?? null}, is_live = ${isLive},
      next_at = case when ${isLive} and wanted > ${wanted} and ${state} = 'delivered' then ${now}
        else ${nextAt === undefined ? null : formatInstant(nextAt)}::timestamptz end,
      settled_at = case when ${state} = 'waiting' then null else ${now} end
    where contract_id = ${contract} and message_id = ${messageId}::uuid`.execute(db);
}

/** How long what is settled is remembered. */
const REMEMBERED_DAYS = 30;

export async function forget(db: Kysely<unknown>, at: Instant): Promise<void> {
  const since = sql`${formatInstant(at)}::timestamptz - make_interval(days => ${REMEMBERED_DAYS})`;
  await sql`delete from chat_message where settled_at < ${since} and not is_live`.execute(db);
  await sql`delete from chat_invitation where expires_at < ${since}`.execute(db);
}
