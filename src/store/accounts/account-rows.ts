import { type Kysely, sql } from 'kysely';
import type { KeptSession, OwnSession } from '../../app/ports/account-book.ts';
import type { SessionPerson } from '../../app/ports/sessions.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { languageOf } from '../../core/message/catalogue.ts';

/** Whoever came by a customer's domain proves their mailbox again after so long. */
const PROVED_FOR = '90 days';

interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly keeps_installation: boolean;
  readonly authenticated_at: Date;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly people: readonly PersonRow[];
}

interface PersonRow {
  readonly contract: string;
  readonly contractTitle: string;
  readonly personId: string;
  readonly name: string | null;
  readonly timeZone: string | null;
  readonly language: string | null;
  readonly grants: readonly { readonly role: string; readonly customerId: string | null }[];
  readonly seats: readonly string[];
}

/**
 * The session of a token with everybody its account is, in one question.
 *
 * An account is a person for as long as the address it proved is the one recorded of that person.
 */
export async function keptSession(
  db: Kysely<unknown>,
  token: string,
  at: Instant,
): Promise<KeptSession | undefined> {
  const time = sql`${formatInstant(at)}::timestamptz`;
  const { rows } = await sql<SessionRow>`
    select session.id as session_id, session.account_id, session.authenticated_at, session.created_at,
      session.expires_at, account.email, account.name, account.language, account.time_zone,
      account.keeps_installation,
      (select coalesce(json_agg(json_build_object(
          'contract', person.contract_id, 'contractTitle', contract.title, 'personId', person.person_id,
          'name', person.name, 'timeZone', person.time_zone, 'language', person.language,
          'grants', (select coalesce(json_agg(json_build_object('role', role, 'customerId', customer_id)
              order by role), '[]')
            from role where role.contract_id = person.contract_id and role.person_id = person.person_id),
          'seats', (select coalesce(json_agg(seat_id order by seat_id), '[]')
            from seat where seat.contract_id = person.contract_id and seat.person_id = person.person_id))
          order by contract.title, person.contract_id), '[]')
        from account_person mine
          join person using (contract_id, person_id)
          join contract on contract.contract_id = mine.contract_id
        where mine.account_id = session.account_id and person.erased_at is null
          and (mine.address is null or mine.address = lower(person.email))
          and (not mine.by_domain or mine.proved_at > ${time} - ${PROVED_FOR}::interval)) as people
    from sign_in_session session join sign_in_account account on account.id = session.account_id
    where session.token = ${token} and session.expires_at > ${time}`.execute(db);
  return rows[0] && sessionFrom(rows[0]);
}

const sessionFrom = (row: SessionRow): KeptSession => ({
  sessionId: row.session_id,
  accountId: row.account_id,
  email: row.email,
  name: row.name,
  language: row.language ?? undefined,
  timeZone: row.time_zone ?? undefined,
  keepsInstallation: row.keeps_installation,
  authenticatedAt: asInstant(row.authenticated_at.getTime()),
  startedAt: asInstant(row.created_at.getTime()),
  expiresAt: asInstant(row.expires_at.getTime()),
  people: row.people.map((person) => personFrom(person, row.time_zone)),
});

const personFrom = (
  { name, timeZone, language, grants, ...rest }: PersonRow,
  ofAccount: string | null,
): SessionPerson => ({
  ...rest,
  name: name ?? rest.personId,
  timeZone: ofAccount ?? timeZone ?? undefined,
  language: languageOf(language ?? undefined),
  grants: grants.map(({ role, customerId }) => ({ role, customerId: customerId ?? undefined })),
});

export async function extendSession(
  db: Kysely<unknown>,
  sessionId: string,
  expiresAt: Instant,
  at: Instant,
): Promise<void> {
  await sql`
    update sign_in_session set expires_at = ${formatInstant(expiresAt)}, updated_at = ${formatInstant(at)}
    where id = ${sessionId}`.execute(db);
}

interface OwnRow {
  readonly id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly method: string;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
}

/** More than anybody reads. */
const SESSIONS_MAX = 50;

export async function ownSessions(
  db: Kysely<unknown>,
  accountId: string,
  at: Instant,
): Promise<readonly OwnSession[]> {
  const { rows } = await sql<OwnRow>`
    select id, created_at, updated_at, method, ip_address, user_agent from sign_in_session
    where account_id = ${accountId} and expires_at > ${formatInstant(at)}
    order by updated_at desc limit ${SESSIONS_MAX}`.execute(db);
  return rows.map((row) => ({
    sessionId: row.id,
    startedAt: asInstant(row.created_at.getTime()),
    usedAt: asInstant(row.updated_at.getTime()),
    method: row.method,
    address: row.ip_address || undefined,
    agent: row.user_agent || undefined,
  }));
}

export async function endSession(db: Kysely<unknown>, accountId: string, sessionId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sign_in_session where account_id = ${accountId} and id = ${sessionId}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export async function endOtherSessions(
  db: Kysely<unknown>,
  accountId: string,
  except: string | undefined,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sign_in_session where account_id = ${accountId} and id <> ${except ?? ''}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
