import { type Kysely, sql } from 'kysely';
import type { NewDelivery } from '../../app/ports/engine.ts';
import type {
  DeskReader,
  OpeningBook,
  OpeningMail,
  OpeningMailKey,
  Settlement,
} from '../../app/ports/opening-mails.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { contractLanguage } from '../contracts/contract-rows.ts';
import { peopleAt, peopleHolding } from '../contracts/person-rows.ts';
import { queueLetter } from '../queue-letter.ts';

interface Within {
  readonly db: Kysely<unknown>;
  addDeliveries(deliveries: readonly NewDelivery[]): Promise<void>;
}

/** Mails that open cases, inside one transaction. */
export function openingsIn(tx: Within): OpeningBook {
  const { db } = tx;
  return {
    contractsNamed: (name) => contractsNamed(db, name),
    peopleAt: async (contract, address, max) =>
      (await peopleAt(db, contract, address, max)).map(({ personId }) => personId),
    add: (mail) => add(db, mail),
    becomes: (mail) => becomes(db, mail),
    opened: async ({ contract, mailId }, caseId) => {
      await sql`update opening_mail set case_id = ${caseId}
        where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
    },
    hold: async ({ contract, mailId }, why, refusal) => {
      await sql`update opening_mail set outcome = 'held', why = ${why},
          refusal = ${refusal === undefined ? null : JSON.stringify(refusal)}::jsonb
        where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
    },
    lock: (key) => lock(db, key),
    settled: (key) => settledAs(db, key),
    settle: (key, settlement, by, at) => settle(db, key, settlement, { by, at }),
    lockHeld: async (contract) => {
      const name = JSON.stringify(['held-mails', contract]);
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
    },
    heldCount: (contract) => heldCount(db, contract),
    deskTold: async (contract, since) =>
      counted(
        db,
        sql`opening_mail where contract_id = ${contract} and desk_told
          and received_at > ${formatInstant(since)}::timestamptz`,
      ),
    writerTold: async (contract, sender, since) =>
      counted(
        db,
        sql`opening_mail join opening_mail_body using (contract_id, mail_id)
          where contract_id = ${contract} and writer_told and sender = ${sender}
            and received_at > ${formatInstant(since)}::timestamptz`,
      ),
    noteTold: async ({ contract, mailId }, { desk, writer }) => {
      await sql`update opening_mail set desk_told = ${desk}, writer_told = ${writer}
        where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
    },
    desk: (contract, max) => desk(db, contract, max),
    language: (contract) => contractLanguage(db, contract),
    queueLetter: (letter) => queueLetter(tx, letter),
  };
}

async function contractsNamed(db: Kysely<unknown>, name: string): ReturnType<OpeningBook['contractsNamed']> {
  const { rows } = await sql<{ contract_id: string; title: string }>`
    select contract_id, title from contract where lower(contract_id) = ${name} limit 2`.execute(db);
  return rows.map(({ contract_id: contract, title }) => ({ contract, title }));
}

async function add(db: Kysely<unknown>, mail: OpeningMail): Promise<boolean> {
  const { contract, mailId, receivedAt, kind, isProved, track, personId, outcome, why } = mail;
  const { rows } = await sql`
    insert into opening_mail (contract_id, mail_id, received_at, kind, is_proved, track_id, person_id, outcome, why)
    values (${contract}, ${mailId}, ${formatInstant(receivedAt)}, ${kind}, ${isProved}, ${track ?? null},
      ${personId ?? null}, ${outcome}, ${why ?? null})
    on conflict do nothing returning mail_id`.execute(db);
  if (rows.length === 0) return false;
  const { sender = null, subject = null, text = null } = mail;
  await sql`
    insert into opening_mail_body (contract_id, mail_id, sender, subject, body_text)
    values (${contract}, ${mailId}, ${sender}, ${subject}, ${text})`.execute(db);
  return true;
}

/** What the desk has put aside meanwhile waits again: it did not know of the message. */
async function becomes(
  db: Kysely<unknown>,
  { contract, mailId, why, subject, text }: OpeningMail,
): Promise<boolean> {
  const { rows } = await sql`
    update opening_mail set why = ${why ?? null}, outcome = 'held', settled_by = null, settled_at = null
    where contract_id = ${contract} and mail_id = ${mailId} and why = 'connected' and outcome in ('held', 'putAside')
    returning mail_id`.execute(db);
  if (rows.length === 0) return false;
  await sql`
    update opening_mail_body set subject = ${subject ?? null}, body_text = ${text ?? null}, reason = null
    where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
  return true;
}

async function lock(
  db: Kysely<unknown>,
  { contract, mailId }: OpeningMailKey,
): ReturnType<OpeningBook['lock']> {
  const { rows } = await sql<{ outcome: OpeningMail['outcome'] }>`
    select outcome from opening_mail where contract_id = ${contract} and mail_id = ${mailId} for update`.execute(
    db,
  );
  return rows[0]?.outcome;
}

async function settledAs(
  db: Kysely<unknown>,
  { contract, mailId }: OpeningMailKey,
): ReturnType<OpeningBook['settled']> {
  const { rows } = await sql<{ outcome: string; case_id: string | null; settled_by: string | null }>`
    select outcome, case_id, settled_by from opening_mail
    where contract_id = ${contract} and mail_id = ${mailId} for update`.execute(db);
  const [row] = rows;
  if (row?.outcome === 'held') return undefined;
  return { caseId: row?.case_id ?? undefined, settledBy: row?.settled_by ?? undefined };
}

async function settle(
  db: Kysely<unknown>,
  { contract, mailId }: OpeningMailKey,
  settlement: Settlement,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const { outcome } = settlement;
  const caseId = settlement.outcome === 'opened' ? settlement.caseId : null;
  await sql`
    update opening_mail set outcome = ${outcome}, case_id = ${caseId}, settled_by = ${by},
      settled_at = ${formatInstant(at)}
    where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
  if (settlement.outcome !== 'putAside') return;
  await sql`
    update opening_mail_body set reason = ${settlement.reason}
    where contract_id = ${contract} and mail_id = ${mailId}`.execute(db);
}

export const heldCount = (db: Kysely<unknown>, contract: string): Promise<number> =>
  counted(db, sql`opening_mail where contract_id = ${contract} and outcome = 'held'`);

async function counted(db: Kysely<unknown>, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

async function desk(db: Kysely<unknown>, contract: string, max: number): Promise<readonly DeskReader[]> {
  const held = [{ role: 'desk', customerId: undefined }];
  const language = await contractLanguage(db, contract);
  const people = await peopleHolding(db, contract, held, { after: '', max });
  return people.flatMap(({ personId, email: address, language: own = language }) =>
    address === undefined ? [] : [{ personId, address, language: own }],
  );
}
