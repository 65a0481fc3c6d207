import { type Kysely, sql } from 'kysely';
import type { ChatInvitation, ChatKey, ChatUser, ConnectedUser } from '../../app/ports/chats.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { instantOf } from '../contracts/row-values.ts';

/** Invitations to one user that stand at once: an older one is over when there are more. */
const STANDING_MAX = 3;

export async function invite(
  db: Kysely<unknown>,
  { contract, channelId, teamId, userId, userName, tokenHash, expiresAt }: ChatInvitation,
  at: Instant,
): Promise<void> {
  await sql`
    insert into chat_invitation (contract_id, token_hash, channel_id, team_id, user_id, user_name, expires_at)
    values (${contract}, decode(${tokenHash}, 'hex'), ${channelId}::uuid, ${teamId}, ${userId}, ${userName},
      ${formatInstant(expiresAt)})`.execute(db);
  await sql`
    update chat_invitation set used_at = ${formatInstant(at)} where used_at is null and (contract_id, token_hash) in (
      select contract_id, token_hash from chat_invitation
      where contract_id = ${contract} and channel_id = ${channelId}::uuid and team_id = ${teamId}
        and user_id = ${userId} and used_at is null
      order by expires_at desc offset ${STANDING_MAX})`.execute(db);
}

interface InvitationRow {
  readonly contract_id: string;
  readonly channel_id: string;
  readonly team_id: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly expires_at: Date;
}

export async function invitation(
  db: Kysely<unknown>,
  contract: string,
  tokenHash: string,
  at: Instant,
): Promise<ChatInvitation | undefined> {
  const { rows } = await sql<InvitationRow>`
    select * from chat_invitation where contract_id = ${contract} and token_hash = decode(${tokenHash}, 'hex')
      and used_at is null and expires_at > ${formatInstant(at)} for update`.execute(db);
  const [row] = rows;
  return (
    row && {
      ...{ contract: row.contract_id, channelId: row.channel_id, teamId: row.team_id, userId: row.user_id },
      ...{ userName: row.user_name, tokenHash, expiresAt: instantOf(row.expires_at)! },
    }
  );
}

export async function connect(
  db: Kysely<unknown>,
  { contract, channelId, teamId, userId, personId, at }: Omit<ConnectedUser, 'channelName'>,
  tokenHash: string,
): Promise<void> {
  await sql`
    insert into chat_user (contract_id, channel_id, team_id, user_id, person_id, at)
    values (${contract}, ${channelId}::uuid, ${teamId}, ${userId}, ${personId}, ${formatInstant(at)})
    on conflict (contract_id, channel_id, team_id, user_id)
      do update set person_id = excluded.person_id, at = excluded.at`.execute(db);
  await sql`
    update chat_invitation set used_at = ${formatInstant(at)}
    where contract_id = ${contract} and token_hash = decode(${tokenHash}, 'hex')`.execute(db);
}

const isUser = ({ contract, channelId, teamId, userId }: ChatUser) => sql`
  contract_id = ${contract} and channel_id = ${channelId}::uuid and team_id = ${teamId} and user_id = ${userId}`;

export async function personOf(db: Kysely<unknown>, user: ChatUser): Promise<string | undefined> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from chat_user where ${isUser(user)}`.execute(db);
  return rows[0]?.person_id;
}

interface UserRow extends Omit<InvitationRow, 'expires_at'> {
  readonly person_id: string;
  readonly name: string;
  readonly at: Date;
}

export async function connected(
  db: Kysely<unknown>,
  of: ChatKey | { readonly contract: string; readonly personId: string },
): Promise<readonly ConnectedUser[]> {
  const whose = 'personId' in of ? sql`person_id = ${of.personId}` : sql`channel_id = ${of.channelId}::uuid`;
  const { rows } = await sql<UserRow>`
    select chat_user.*, name from chat_user join chat_channel using (contract_id, channel_id)
    where contract_id = ${of.contract} and ${whose} order by at, team_id, user_id`.execute(db);
  return rows.map((row) => ({
    ...{ contract: row.contract_id, channelId: row.channel_id, teamId: row.team_id, userId: row.user_id },
    ...{ personId: row.person_id, channelName: row.name, at: instantOf(row.at)! },
  }));
}

export async function disconnect(db: Kysely<unknown>, user: ChatUser): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from chat_user where ${isUser(user)}`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}
