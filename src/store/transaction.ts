import { type Kysely, sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import {
  type AttestationChange,
  type AttestationKey,
  type ChangedContacts,
  isCase,
  type LockedAttestation,
  type SeatedContact,
} from '../app/ports/attestations.ts';
import type { ChatsTransaction } from '../app/ports/chats.ts';
import type { Ask, Clock, Reading } from '../app/ports/clock.ts';
import type { ContactReportsTransaction } from '../app/ports/contact-reports.ts';
import type { DrillsTransaction } from '../app/ports/drills.ts';
import type { NewFile } from '../app/ports/files.ts';
import type {
  LockedObligation,
  NewlyPublished,
  ObligationChange,
  ObligationKey,
} from '../app/ports/obligations.ts';
import type { StandingPerson } from '../app/ports/reading.ts';
import type { FillingsTransaction } from '../app/ports/seat-fillings.ts';
import type {
  AnswerKey,
  CaseChange,
  CaseKey,
  DueJob,
  GivenAnswer,
  LockedCase,
  RefusedCommand,
  Transaction,
} from '../app/ports/store.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { ATTESTATIONS, keepConfirmed } from './attestation/attestation-rows.ts';
import {
  attestedPeople,
  changedContacts,
  saveLookedAt,
  seatedContacts,
} from './attestation/changed-contacts.ts';
import { keepFile } from './case-files.ts';
import { lockCases } from './cases.ts';
import { lockChains, recordChains } from './chain-table.ts';
import { chatsIn } from './chats/chats-in.ts';
import { reportsIn } from './contact-reports/reports-in.ts';
import { drillsIn } from './drills/drills-in.ts';
import { forgetFailed } from './failed-jobs.ts';
import { OBLIGATIONS } from './obligations/obligation-rows.ts';
import { newlyPublished, obligationIds, saveUndertaken } from './obligations/published-obligations.ts';
import { Queues } from './queues.ts';
import { recordChanges } from './record-changes.ts';
import { publishedNumber, type Revisions } from './revisions.ts';
import { fillingsIn } from './seat-fillings/fillings-in.ts';
import { isOfCustomer } from './views/contracts.ts';
import { standingPeople } from './views/standing.ts';

/** One transaction on PostgreSQL. What only the engine asks of the database goes through `db` and `queues`. */
export class StoreTransaction implements Transaction {
  readonly db: Kysely<unknown>;
  readonly queues: Queues;
  readonly revisions: Revisions;
  readonly #clock: Clock;
  #offsetMs: number | undefined;

  constructor(db: Kysely<unknown>, boss: PgBoss, revisions: Revisions, clock: Clock) {
    this.db = db;
    this.queues = new Queues(boss, db);
    this.revisions = revisions;
    this.#clock = clock;
  }

  async reading(): Promise<Reading> {
    const reading = await this.#clock(askOn(this.db));
    this.#offsetMs = reading.offsetMs;
    return reading;
  }

  async now(): Promise<Instant> {
    return (await this.reading()).now;
  }

  lockCases(keys: readonly CaseKey[]): Promise<readonly LockedCase[]> {
    return lockCases(this.db, this.revisions, keys);
  }

  async newCaseId(): Promise<string> {
    const { rows } = await sql<{ id: number }>`select nextval('case_number') as id`.execute(this.db);
    return String(rows[0]!.id);
  }

  async publishedRevision(contract: string): Promise<Revision | undefined> {
    const number = await publishedNumber(this.db, contract);
    return number === undefined ? undefined : this.revision(contract, number);
  }

  revision(contract: string, number: number): Promise<Revision | undefined> {
    return this.revisions.find(this.db, contract, number);
  }

  isOfCustomer(contract: string, customer: string, person: string): Promise<boolean> {
    return isOfCustomer(this.db, contract, customer, person);
  }

  async standingPerson(contract: string, id: string): Promise<StandingPerson | undefined> {
    return (await standingPeople(this.db, contract, [id])).get(id);
  }

  async record(changes: readonly CaseChange[]): Promise<void> {
    await recordChanges(this.db, this.queues, changes, await this.offset());
  }

  keepFile(file: NewFile): Promise<void> {
    return keepFile(this.db, file);
  }

  /** By how much the clock is ahead of the database's own; jobs start by the database's own. */
  async offset(): Promise<number> {
    return this.#offsetMs ?? (await this.reading()).offsetMs;
  }

  lockObligations(keys: readonly ObligationKey[]): Promise<readonly LockedObligation[]> {
    return lockChains(this.db, OBLIGATIONS, keys);
  }

  recordObligations(changes: readonly ObligationChange[]): Promise<void> {
    return recordChains(this, OBLIGATIONS, changes);
  }

  obligationIds(contract: string): Promise<readonly string[]> {
    return obligationIds(this.db, contract);
  }

  newlyPublished(except: readonly string[]): Promise<NewlyPublished | undefined> {
    return newlyPublished(this.db, except);
  }

  saveUndertaken(contract: string, revision: number, at: Instant): Promise<void> {
    return saveUndertaken(this.db, contract, revision, at);
  }

  lockAttestations(keys: readonly AttestationKey[]): Promise<readonly LockedAttestation[]> {
    return lockChains(this.db, ATTESTATIONS, keys);
  }

  async recordAttestations(changes: readonly AttestationChange[]): Promise<void> {
    await recordChains(this, ATTESTATIONS, changes);
    await keepConfirmed(this.db, changes);
  }

  changedContacts(except: readonly string[]): Promise<ChangedContacts | undefined> {
    return changedContacts(this.db, except);
  }

  seatedContacts(contract: string): Promise<readonly SeatedContact[]> {
    return seatedContacts(this.db, contract);
  }

  attestedPeople(contract: string): Promise<readonly string[]> {
    return attestedPeople(this.db, contract);
  }

  saveLookedAt(
    looked: Pick<ChangedContacts, 'contract' | 'changes'>,
    revision: number,
    at: Instant,
  ): Promise<void> {
    return saveLookedAt(this.db, looked, revision, at);
  }

  get reports(): ContactReportsTransaction {
    return reportsIn(this);
  }

  get chats(): ChatsTransaction {
    return chatsIn(this.db);
  }

  get drills(): DrillsTransaction {
    return drillsIn(this);
  }

  get fillings(): FillingsTransaction {
    return fillingsIn(this);
  }

  async recordRefused(refused: readonly RefusedCommand[]): Promise<void> {
    const rows = refused.map(({ key, at, by, over = null, ...rest }) => ({
      ...rest,
      ...key,
      by_person: by,
      over,
      at: formatInstant(at),
    }));
    await sql`
      insert into refused (contract_id, refused_id, case_id, at, command, actor, by_person, over, code)
      select contract, gen_random_uuid(), "caseId", at, command, actor, by_person, over, code
      from json_to_recordset(${JSON.stringify(rows)}::json) as row (contract text, "caseId" text,
        at timestamptz, command text, actor text, by_person text, over text, code text)`.execute(this.db);
  }

  async givenAnswer({ contract, caller, key }: AnswerKey): Promise<GivenAnswer | undefined> {
    const name = JSON.stringify([contract, caller, key]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(this.db);
    const { rows } = await sql<GivenAnswer>`
      select encode(request, 'hex') as request, answer from answer
      where contract_id = ${contract} and caller = ${caller} and key = ${key}`.execute(this.db);
    return rows[0];
  }

  async saveAnswer(
    { contract, caller, key, request }: AnswerKey,
    at: Instant,
    answer: unknown,
  ): Promise<void> {
    await sql`
      insert into answer (contract_id, caller, key, request, at, answer)
      values (${contract}, ${caller}, ${key}, decode(${request}, 'hex'), ${formatInstant(at)},
        ${JSON.stringify(answer)}::jsonb)`.execute(this.db);
  }

  takeDue(max: number): Promise<readonly DueJob[]> {
    return this.queues.takeDeadlines(max);
  }

  async finishDue(jobs: readonly DueJob[]): Promise<void> {
    await this.queues.finishDeadlines(jobs.map((job) => job.id));
    // A case that cannot be decided is set aside and has no job.
    await forgetFailed(
      this.db,
      jobs.filter(({ key }) => !isCase(key)).map(({ id }) => id),
    );
  }
}

/** Questions without values, on one connection. */
export const askOn =
  (db: Kysely<unknown>): Ask =>
  async (question) =>
    (await sql.raw<Record<string, unknown>>(question).execute(db)).rows;
