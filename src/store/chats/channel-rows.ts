import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ChatChannel, ChatKey, ChatOff } from '../../app/ports/chats.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import type { ChatKind } from '../../core/message/chat-message.ts';
import { instantOf } from '../contracts/row-values.ts';

/** A channel as its row is read, and as JSON inside another has it. */
export interface ChannelRow {
  readonly contract_id: string;
  readonly channel_id: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly room: string;
  readonly levels: readonly number[];
  readonly sealed: string;
  readonly made_at: Date | string;
  readonly made_by: string;
  readonly off_because: ChatOff | null;
  readonly off_at: Date | string | null;
}

export const channelFrom = (row: ChannelRow): ChatChannel => ({
  contract: row.contract_id,
  channelId: row.channel_id,
  kind: row.kind,
  name: row.name,
  room: row.room,
  levels: row.levels,
  sealed: row.sealed,
  madeAt: instantOf(new Date(row.made_at))!,
  madeBy: row.made_by,
  off:
    row.off_because === null || row.off_at === null
      ? undefined
      : { because: row.off_because, at: instantOf(new Date(row.off_at))! },
});

export async function channels(db: Kysely<unknown>, contract: string): Promise<readonly ChatChannel[]> {
  const { rows } = await sql<ChannelRow>`
    select * from chat_channel where contract_id = ${contract} order by made_at, channel_id`.execute(db);
  return rows.map(channelFrom);
}

export const isOne = ({ contract, channelId }: ChatKey): RawBuilder<unknown> =>
  sql`contract_id = ${contract} and channel_id = ${channelId}::uuid`;

export async function channel(db: Kysely<unknown>, key: ChatKey): Promise<ChatChannel | undefined> {
  const { rows } = await sql<ChannelRow>`select * from chat_channel where ${isOne(key)} for update`.execute(
    db,
  );
  return rows[0] && channelFrom(rows[0]);
}

export async function addChannel(
  db: Kysely<unknown>,
  { contract, channelId, kind, name, room, levels, sealed, madeAt, madeBy }: Omit<ChatChannel, 'off'>,
): Promise<void> {
  await sql`
    insert into chat_channel (contract_id, channel_id, kind, name, room, levels, sealed, made_at, made_by)
    values (${contract}, ${channelId}::uuid, ${kind}, ${name}, ${room}, ${[...levels]}::integer[], ${sealed},
      ${formatInstant(madeAt)}, ${madeBy})`.execute(db);
}

export async function sealAnew(db: Kysely<unknown>, key: ChatKey, sealed: string): Promise<void> {
  await sql`update chat_channel set sealed = ${sealed} where ${isOne(key)}`.execute(db);
}

export async function turnChannel(
  db: Kysely<unknown>,
  key: ChatKey,
  off: ChatOff | undefined,
  at: Instant,
): Promise<void> {
  await sql`
    update chat_channel set off_because = ${off ?? null}, rest_until = null,
      off_at = ${off === undefined ? null : formatInstant(at)}::timestamptz
    where ${isOne(key)}`.execute(db);
}

export async function rest(db: Kysely<unknown>, key: ChatKey, until: Instant): Promise<void> {
  await sql`
    update chat_channel set rest_until = greatest(rest_until, ${formatInstant(until)}::timestamptz)
    where ${isOne(key)}`.execute(db);
}
