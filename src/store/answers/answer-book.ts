import { type Kysely, sql } from 'kysely';
import type {
  AnswerBook,
  Answers,
  InboundMail,
  KeptLink,
  KnownPerson,
  ReplyOwner,
  SentDelivery,
} from '../../app/ports/answers.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { PostgresStore } from '../open-store.ts';
import { readPeople } from '../papers.ts';
import { telephoneIn } from '../telephone/telephone-rows.ts';
import { instantOr, milliseconds } from '../views/milliseconds.ts';
import { mailFilesIn } from './mail-files.ts';
import { openingsIn } from './opening-rows.ts';

/** Links, reply addresses and mails that came in, in the store's database. */
export const answersIn = (store: Pick<PostgresStore, 'transaction'>): Answers => ({
  transaction: (work) =>
    store.transaction((tx) =>
      work(tx, {
        ...bookOn(tx.db),
        openings: openingsIn(tx),
        files: mailFilesIn(tx.db),
        telephone: telephoneIn(tx.db),
      }),
    ),
});

const bookOn = (db: Kysely<unknown>): Omit<AnswerBook, 'openings' | 'files' | 'telephone'> => ({
  link: (tokenHash, lock) => findLink(db, tokenHash, lock),
  useLink: (link, at) => useLink(db, link, at),
  person: (contract, personId) => findPerson(db, contract, personId),
  replyOwner: (addressHash) => replyOwner(db, addressHash),
  addMail: (mail) => addMail(db, mail),
  setOutcome: (mail, outcome) => setOutcome(db, mail, outcome),
  mail: (contract, mailId) => findMail(db, contract, mailId),
  waitingMails: (beginning, max) => waitingMails(db, beginning, max),
  sent: (deliveryId) => findSent(db, deliveryId),
  failSent: (delivery, reason, at) => failSent(db, delivery, reason, at),
  arrived: (delivery, at) => arrived(db, delivery, at),
  sendAgain: (delivery, reason, counts) => sendAgain(db, delivery, reason, counts),
  ringsBeside: (delivery, since) => ringsBeside(db, delivery, since),
  answeredBy: (owner, means, at) => answeredBy(db, owner, means, at),
  answered: ({ contract, deliveryId }, at) => answered(db, contract, deliveryId, at),
  letters: (owner, kind, since) => countLetters(db, owner, kind, since),
});

interface OwnerRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly person_id: string;
}

const ownerFrom = (row: OwnerRow): ReplyOwner => ({
  contract: row.contract_id,
  caseId: row.case_id,
  personId: row.person_id,
});

interface LinkRow extends OwnerRow {
  readonly link_id: string;
  readonly command: string;
  readonly level: number | null;
  readonly stamp: string;
  readonly expires: number;
  readonly used: number | null;
}

async function findLink(
  db: Kysely<unknown>,
  tokenHash: string,
  lock: boolean,
): Promise<KeptLink | undefined> {
  const { rows } = await sql<LinkRow>`
    select contract_id, link_id, case_id, person_id, command, level, stamp, ${milliseconds('expires_at')} as expires,
      ${milliseconds('used_at')} as used
    from action_link where token_hash = decode(${tokenHash}, 'hex') ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  const [row] = rows;
  return (
    row && {
      ...ownerFrom(row),
      linkId: row.link_id,
      command: row.command,
      level: row.level ?? undefined,
      stamp: row.stamp,
      expiresAt: asInstant(row.expires),
      usedAt: instantOr(row.used),
    }
  );
}

async function useLink(db: Kysely<unknown>, { contract, linkId }: KeptLink, at: Instant): Promise<void> {
  await sql`
    update action_link set used_at = ${formatInstant(at)}
    where contract_id = ${contract} and link_id = ${linkId}`.execute(db);
}

interface StandingRow {
  readonly grants: readonly { readonly role: string; readonly customer: string | null }[];
  readonly seats: readonly string[];
}

async function findPerson(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<StandingRow>`
    select
      coalesce((select json_agg(json_build_object('role', role, 'customer', customer_id) order by role)
        from role where role.contract_id = person.contract_id and role.person_id = person.person_id), '[]') as grants,
      coalesce((select json_agg(seat_id order by seat_id)
        from seat where seat.contract_id = person.contract_id and seat.person_id = person.person_id), '[]') as seats
    from person where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(
    db,
  );
  const person = rows[0] && (await readPeople(db, contract, [personId])).get(personId);
  if (!rows[0] || !person) return undefined;
  const grants = rows[0].grants.map(({ role, customer }) => ({ role, customerId: customer ?? undefined }));
  return { person, grants, seats: rows[0].seats };
}

async function replyOwner(db: Kysely<unknown>, addressHash: string): Promise<ReplyOwner | undefined> {
  const { rows } = await sql<OwnerRow>`
    select contract_id, case_id, person_id from reply_address
    where address_hash = decode(${addressHash}, 'hex')`.execute(db);
  return rows[0] && ownerFrom(rows[0]);
}

async function addMail(db: Kysely<unknown>, mail: InboundMail): Promise<boolean> {
  const { contract, mailId, caseId, personId, receivedAt, kind, outcome, sender, text } = mail;
  const { rows } = await sql`
    insert into inbound_mail (contract_id, mail_id, case_id, person_id, received_at, kind, outcome)
    values (${contract}, ${mailId}, ${caseId}, ${personId}, ${formatInstant(receivedAt)}, ${kind}, ${outcome})
    on conflict do nothing returning mail_id`.execute(db);
  if (rows.length === 0) return false;
  await sql`
    insert into inbound_mail_body (contract_id, mail_id, sender, body_text)
    values (${contract}, ${mailId}, ${sender ?? null}, ${text ?? null})`.execute(db);
  return true;
}

async function setOutcome(
  db: Kysely<unknown>,
  { contract, mailId }: Pick<InboundMail, 'contract' | 'mailId'>,
  outcome: string,
): Promise<void> {
  await sql`
    update inbound_mail set outcome = ${outcome}
    where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
}

interface MailRow extends OwnerRow {
  readonly mail_id: string;
  readonly received: number;
  readonly kind: string;
  readonly outcome: string;
  readonly sender: string | null;
  readonly body_text: string | null;
}

const MAIL = sql`contract_id, mail_id, case_id, person_id, ${milliseconds('received_at')} as received, kind, outcome,
  sender, body_text`;

const mailFrom = (row: MailRow): InboundMail => ({
  ...ownerFrom(row),
  mailId: row.mail_id,
  receivedAt: asInstant(row.received),
  kind: row.kind,
  outcome: row.outcome,
  sender: row.sender ?? undefined,
  text: row.body_text ?? undefined,
});

async function findMail(
  db: Kysely<unknown>,
  contract: string,
  mailId: string,
): Promise<InboundMail | undefined> {
  const { rows } = await sql<MailRow>`
    select ${MAIL} from inbound_mail left join inbound_mail_body using (contract_id, mail_id)
    where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
  return rows[0] && mailFrom(rows[0]);
}

async function waitingMails(
  db: Kysely<unknown>,
  beginning: string,
  max: number,
): Promise<readonly InboundMail[]> {
  const { rows } = await sql<MailRow>`
    select ${MAIL} from inbound_mail left join inbound_mail_body using (contract_id, mail_id)
    where starts_with(outcome, ${beginning}) and (contract_id, case_id) in (
      select contract_id, case_id from "case" where set_aside_at is null)
    order by received_at, mail_id limit ${max}`.execute(db);
  return rows.map(mailFrom);
}

interface SentRow extends OwnerRow {
  readonly delivery_id: string;
  readonly name: string | null;
  readonly level: number | null;
  readonly kind: string;
  readonly means: SentDelivery['means'];
  readonly state: SentDelivery['state'];
  readonly queued: number;
  readonly attempts: number;
  readonly carrier_id: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id alone names it: ids of deliveries are never given twice. */
async function findSent(db: Kysely<unknown>, deliveryId: string): Promise<SentDelivery | undefined> {
  if (!UUID.test(deliveryId)) return undefined;
  const { rows } = await sql<SentRow>`
    select delivery.contract_id, delivery_id, case_id, person_id, person.name, level, kind, means, state,
      ${milliseconds('queued_at')} as queued, attempts, carrier_id
    from delivery left join person using (contract_id, person_id)
    where contract_id in (select contract_id from contract) and delivery_id = ${deliveryId}::uuid
    for update of delivery`.execute(db);
  const [row] = rows;
  return (
    row && {
      ...ownerFrom(row),
      deliveryId: row.delivery_id,
      name: row.name ?? row.person_id,
      level: row.level ?? undefined,
      kind: row.kind,
      means: row.means,
      state: row.state,
      queuedAt: asInstant(row.queued),
      attempts: row.attempts,
      carrierId: row.carrier_id ?? undefined,
    }
  );
}

async function failSent(
  db: Kysely<unknown>,
  { contract, deliveryId }: SentDelivery,
  reason: string,
  at: Instant,
): Promise<void> {
  await sql`
    update delivery set state = 'failed', reason = ${reason}, settled_at = ${formatInstant(at)}
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
}

async function arrived(
  db: Kysely<unknown>,
  { contract, deliveryId }: SentDelivery,
  at: Instant,
): Promise<void> {
  await sql`
    update delivery set state = 'delivered', delivered_at = ${formatInstant(at)}, reason = null
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
}

async function sendAgain(
  db: Kysely<unknown>,
  { contract, deliveryId }: SentDelivery,
  reason: string,
  counts: boolean,
): Promise<void> {
  await sql`
    update delivery set state = 'queued', reason = ${reason}, settled_at = null,
      attempts = attempts - ${counts ? 0 : 1}
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
}

/** Calls are under way for an hour at most; what has no carrier's name was never placed. */
async function ringsBeside(
  db: Kysely<unknown>,
  { contract, deliveryId, personId }: SentDelivery,
  since: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    select from delivery where contract_id = ${contract} and person_id = ${personId} and means = 'call'
      and delivery_id <> ${deliveryId}::uuid and carrier_id is not null
      and (state = 'handedOver' and settled_at > ${formatInstant(since)}::timestamptz - interval '1 hour'
        or state in ('delivered', 'failed') and settled_at >= ${formatInstant(since)})
    limit 1`.execute(db);
  return rows.length > 0;
}

async function answeredBy(
  db: Kysely<unknown>,
  { contract, caseId, personId }: ReplyOwner,
  means: SentDelivery['means'],
  at: Instant,
): Promise<void> {
  await sql`
    update delivery set answered_at = coalesce(answered_at, ${formatInstant(at)})
    where contract_id = ${contract} and delivery_id = (select delivery_id from delivery
      where contract_id = ${contract} and case_id = ${caseId} and person_id = ${personId} and means = ${means}
        and kind in ('notice', 'fresh') and state in ('handedOver', 'delivered')
      order by queued_at desc, delivery_id desc limit 1)`.execute(db);
}

async function answered(
  db: Kysely<unknown>,
  contract: string,
  deliveryId: string,
  at: Instant,
): Promise<void> {
  await sql`
    update delivery set answered_at = coalesce(answered_at, ${formatInstant(at)})
    where contract_id = ${contract} and delivery_id = ${deliveryId}::uuid`.execute(db);
}

async function countLetters(
  db: Kysely<unknown>,
  { contract, caseId, personId }: ReplyOwner,
  kind: string,
  since: Instant,
): Promise<{ readonly recent: number; readonly all: number }> {
  const { rows } = await sql<{ recent: number; all_of_them: number }>`
    select count(*) filter (where queued_at > ${formatInstant(since)}::timestamptz) as recent,
      count(*) as all_of_them
    from delivery where contract_id = ${contract} and case_id = ${caseId} and person_id = ${personId}
      and kind = ${kind}`.execute(db);
  const { recent = 0, all_of_them: all = 0 } = rows[0] ?? {};
  return { recent: Number(recent), all: Number(all) };
}
