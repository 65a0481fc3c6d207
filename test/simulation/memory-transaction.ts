import { randomUUID } from 'node:crypto';
import { chainStart } from '../../src/app/ports/chain-start.ts';
import type { ChatsTransaction } from '../../src/app/ports/chats.ts';
import type {
  CasePapers,
  DeliverySettled,
  EngineTransaction,
  FailedNotice,
  LateMail,
  LevelTold,
  Missing,
  NewDelivery,
  NoticeJob,
  Occasioned,
  TakenNotices,
} from '../../src/app/ports/engine.ts';
import type {
  AnswerKey,
  CaseChange,
  CaseKey,
  DueJob,
  GivenAnswer,
  LockedCase,
  RefusedCommand,
} from '../../src/app/ports/store.ts';
import { initial } from '../../src/core/case/state.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import type { MemoryStore } from './memory-store.ts';
import { type DeliveryName, dueOf, type KeptCase, nameOf, type Tables } from './memory-tables.ts';

/** One transaction in memory: it works on a copy of the tables, which the store keeps when it commits. */
export class MemoryTransaction implements EngineTransaction {
  readonly #tables: Tables;
  readonly #store: MemoryStore;
  /** Jobs that the cases recorded here have moved or removed. */
  readonly #settled = new Set<string>();

  constructor(tables: Tables, store: MemoryStore) {
    this.#tables = tables;
    this.#store = store;
  }

  async now(): Promise<Instant> {
    await this.#store.point('now');
    return this.#store.time();
  }

  async lockCases(keys: readonly CaseKey[]): Promise<readonly LockedCase[]> {
    await this.#store.point('lockCases');
    return keys.map((key) => this.#locked(key));
  }

  #locked(key: CaseKey): LockedCase {
    const kept = this.#tables.cases.get(nameOf(key));
    if (kept) return { ...kept, events: kept.events.length };
    const none = { nextDueAt: undefined, deadlineJob: undefined, setAside: undefined };
    return { key, state: initial, events: 0, said: 0, head: chainStart(key), ...none };
  }

  /** The cases' simulation has no obligations, and is told at once where somebody asks for one. */
  async lockObligations(keys: readonly unknown[]): Promise<readonly never[]> {
    if (keys.length > 0) throw new Error('no obligations here');
    return [];
  }

  async recordObligations(): Promise<void> {}

  /** Nor has it channels. */
  get chats(): ChatsTransaction {
    return { channels: async () => [] } as Partial<ChatsTransaction> as ChatsTransaction;
  }

  /** Nor does anybody there write texts. */
  get texts(): EngineTransaction['texts'] {
    return { stop: async () => false, start: async () => false, casesTold: async () => [] };
  }

  /** Nor has it attestations. */
  async lockAttestations(keys: readonly unknown[]): Promise<readonly never[]> {
    if (keys.length > 0) throw new Error('no attestations here');
    return [];
  }

  async recordAttestations(): Promise<void> {}

  /** Nor reports of wrong contacts. */
  get reports(): never {
    throw new Error('no reports here');
  }

  /** Nor drills. */
  get drills(): never {
    throw new Error('no drills here');
  }

  /** Nor does anybody change seats. */
  get fillings(): never {
    throw new Error('no seats are filled here');
  }

  async changedContacts(): Promise<undefined> {}

  async seatedContacts(): Promise<readonly never[]> {
    return [];
  }

  async attestedPeople(): Promise<readonly never[]> {
    return [];
  }

  async saveLookedAt(): Promise<void> {}

  async toContacts(): Promise<readonly never[]> {
    return [];
  }

  async endBouncedSubscriptions(): Promise<void> {}

  async attestationPapers(): Promise<readonly never[]> {
    return [];
  }

  async obligationIds(): Promise<readonly string[]> {
    return [];
  }

  async newlyPublished(): Promise<undefined> {
    return undefined;
  }

  async saveUndertaken(): Promise<void> {}

  async obligationPapers(): Promise<readonly never[]> {
    return [];
  }

  async newCaseId(): Promise<string> {
    await this.#store.point('newCaseId');
    return String(this.#store.nextCaseNumber());
  }

  async publishedRevision(contract: string): Promise<Revision | undefined> {
    return this.revision(contract, 1);
  }

  async revision(contract: string, number: number): Promise<Revision | undefined> {
    await this.#store.point('revision');
    return this.#store.surroundings.revisions.get(`${contract}/${number}`);
  }

  /** Who is whose colleague has its own tests, on the database alone: here everybody is. */
  async isOfCustomer(): Promise<boolean> {
    await this.#store.point('isOfCustomer');
    return true;
  }

  /** Whose numbers are which has its own tests too: here nobody has any. */
  async standingPerson(): Promise<undefined> {
    await this.#store.point('standingPerson');
  }

  async record(changes: readonly CaseChange[]): Promise<void> {
    await this.#store.point('record');
    for (const change of changes) this.#record(change);
  }

  #record({ before, events, state, nextDueAt, renewJob, tells }: CaseChange): void {
    const { cases, deadlines } = this.#tables;
    const { key } = before;
    const known = cases.get(nameOf(key));
    if ((known?.events.length ?? 0) !== before.events) throw new Error(`${nameOf(key)} was not locked`);
    if (before.deadlineJob !== undefined) this.#settled.add(before.deadlineJob);
    const deadlineJob = nextDueAt === undefined ? undefined : (before.deadlineJob ?? randomUUID());
    if (deadlineJob === undefined && before.deadlineJob !== undefined) deadlines.delete(before.deadlineJob);
    if (
      deadlineJob !== undefined &&
      nextDueAt !== undefined &&
      (renewJob || before.deadlineJob === undefined)
    )
      deadlines.set(deadlineJob, { id: deadlineJob, data: key, startAt: nextDueAt });
    const said = events.findLast(({ event }) => event.type !== 'DeliveryRecorded')?.number ?? before.said;
    const head = events.at(-1)?.digest ?? before.head;
    const all = [...(known?.events ?? []), ...events];
    const free = { setAside: undefined, setAsideBy: undefined };
    cases.set(nameOf(key), { key, state, events: all, said, head, nextDueAt, deadlineJob, ...free });
    if (tells) this.#queueNotice({ ...key, from: before.events + 1, to: all.length, round: 0 });
  }

  #queueNotice(notice: NoticeJob, at = this.#store.time()): void {
    const id = randomUUID();
    this.#tables.notices.set(id, { id, data: notice, startAt: at });
    if (notice.round === 0) this.#tables.toTell.set(id, notice);
  }

  /** Files have their own tests, on the database alone. */
  async keepFile(): Promise<void> {
    await this.#store.point('keepFile');
  }

  async recordRefused(refused: readonly RefusedCommand[]): Promise<void> {
    await this.#store.point('recordRefused');
    for (const one of refused) this.#tables.refused.set(randomUUID(), one);
  }

  async givenAnswer(key: AnswerKey): Promise<GivenAnswer | undefined> {
    await this.#store.point('givenAnswer');
    return this.#tables.answers.get(answerName(key));
  }

  async saveAnswer(key: AnswerKey, _at: Instant, answer: unknown): Promise<void> {
    await this.#store.point('saveAnswer');
    this.#tables.answers.set(answerName(key), {
      request: key.request,
      answer: JSON.parse(JSON.stringify(answer)),
    });
  }

  async takeDue(max: number): Promise<readonly DueJob[]> {
    await this.#store.point('takeDue');
    return dueOf(this.#tables.deadlines, this.#store.time(), max).map(({ id, data }) => ({ id, key: data }));
  }

  async finishDue(jobs: readonly DueJob[]): Promise<void> {
    await this.#store.point('finishDue');
    for (const { id } of jobs) if (!this.#settled.has(id)) this.#tables.deadlines.delete(id);
  }

  async takeNotices(max: number): Promise<readonly TakenNotices[]> {
    await this.#store.point('takeNotices');
    return dueOf(this.#tables.notices, this.#store.time(), max).map(({ id, data }) => ({
      id,
      notices: [data],
    }));
  }

  async finishNotices(ids: readonly string[]): Promise<void> {
    await this.#store.point('finishNotices');
    for (const id of ids) this.#tables.notices.delete(id);
  }

  async putOffNotice({ id, notice, at, againAfterMs }: FailedNotice): Promise<void> {
    await this.#store.point('putOffNotice');
    if (!this.#tables.notices.has(id)) return;
    this.#tables.notices.set(id, { id, data: notice, startAt: asInstant(at + againAfterMs(1)) });
  }

  /** Whoever starts in memory finds nothing that was put off. */
  async retryNotices(): Promise<void> {
    await this.#store.point('retryNotices');
  }

  /** In memory there are cases alone, and those are set aside. */
  async putOffDeadline(): Promise<void> {
    await this.#store.point('putOffDeadline');
  }

  async retryDeadlines(): Promise<void> {
    await this.#store.point('retryDeadlines');
  }

  async addNotices(notices: readonly NoticeJob[], at?: Instant): Promise<void> {
    await this.#store.point('addNotices');
    for (const notice of notices) this.#queueNotice(notice, at);
  }

  async papers(key: CaseKey): Promise<CasePapers> {
    await this.#store.point('papers');
    const kept = this.#tables.cases.get(nameOf(key));
    const events = (kept?.events ?? []).map(({ event }) => event);
    const { people } = this.#store.surroundings;
    return { contractTitle: key.contract, customerName: 'An agency', events, seated: {}, people };
  }

  papersOfAll(keys: readonly CaseKey[]): Promise<readonly CasePapers[]> {
    return Promise.all(keys.map((key) => this.papers(key)));
  }

  async toldLevels(keys: readonly CaseKey[], since: Instant): Promise<readonly (readonly LevelTold[])[]> {
    await this.#store.point('toldLevels');
    const letters = [...this.#tables.deliveries.values()].map(({ letter }) => letter);
    return keys.map(({ contract, caseId }) =>
      letters.flatMap(({ personId, level, number, round, queuedAt: at, ...one }) =>
        one.contract === contract &&
        one.caseId === caseId &&
        one.kind === 'notice' &&
        level !== undefined &&
        at > since
          ? [{ personId, level, number, round, at }]
          : [],
      ),
    );
  }

  async addDeliveries(letters: readonly NewDelivery[]): Promise<void> {
    await this.#store.point('addDeliveries');
    for (const letter of letters) {
      const { contract, caseId, number, round, personId, kind, means } = letter;
      const name = [contract, caseId, number, round, personId, means, kind].join('/');
      if (this.#tables.told.has(name)) continue;
      this.#tables.told.set(name, letter.deliveryId);
      const fresh = { letter, state: 'queued', attempts: 0, reason: undefined } as const;
      this.#tables.deliveries.set(letter.deliveryId, fresh);
      this.#queueDelivery(letter);
    }
  }

  #queueDelivery({ contract, deliveryId }: DeliveryName, at: number = this.#store.time()): void {
    const id = randomUUID();
    this.#tables.deliveryJobs.set(id, { id, data: { contract, deliveryId }, startAt: at });
  }

  async settleDeliveries(settled: readonly DeliverySettled[]): Promise<void> {
    await this.#store.point('settleDeliveries');
    for (const { deliveryId, state, reason } of settled) {
      const kept = this.#tables.deliveries.get(deliveryId);
      if (kept?.state !== 'queued') continue;
      this.#tables.deliveries.set(deliveryId, { ...kept, state, reason, attempts: kept.attempts + 1 });
    }
  }

  async occasionOf({ deliveryId }: DeliveryName): Promise<Occasioned> {
    await this.#store.point('occasionOf');
    const kept = this.#tables.deliveries.get(deliveryId);
    if (!kept) throw new Error(`no delivery ${deliveryId}`);
    const { number, round, means } = kept.letter;
    return { number, round, tried: [means], isTold: false };
  }

  /** One transaction at a time: nobody else writes anything. */
  async holdLetters(): Promise<void> {
    await this.#store.point('holdLetters');
  }

  async lateMails(deliveries: readonly DeliveryName[], before: Instant): Promise<readonly LateMail[]> {
    await this.#store.point('lateMails');
    return deliveries.flatMap(({ deliveryId }) => {
      const { letter } = this.#tables.deliveries.get(deliveryId)!;
      return letter.queuedAt <= before ? [{ deliveryId, since: letter.queuedAt }] : [];
    });
  }

  async finishDeliveries(jobIds: readonly string[]): Promise<readonly string[]> {
    await this.#store.point('finishDeliveries');
    return jobIds.filter((id) => this.#tables.deliveryJobs.delete(id));
  }

  async repeatDeliveries(deliveries: readonly DeliveryName[], at: Instant): Promise<void> {
    await this.#store.point('repeatDeliveries');
    for (const delivery of deliveries) this.#queueDelivery(delivery, at);
  }

  async setAside(key: CaseKey, _at: Instant, error: string, by: string): Promise<boolean> {
    await this.#store.point('setAside');
    const kept = this.#tables.cases.get(nameOf(key));
    if (!kept) return false;
    if (kept.deadlineJob !== undefined) this.#tables.deadlines.delete(kept.deadlineJob);
    const aside: KeptCase = { ...kept, setAside: error, setAsideBy: by, deadlineJob: undefined };
    this.#tables.cases.set(nameOf(key), aside);
    return kept.setAside === undefined;
  }

  async takeSetAside(version: string, max: number): Promise<readonly CaseKey[]> {
    await this.#store.point('takeSetAside');
    const aside = [...this.#tables.cases.values()].filter(
      (one) => one.setAside !== undefined && one.setAsideBy !== version,
    );
    return aside.slice(0, max).map(({ key }) => key);
  }

  async missingJobs(until: Instant, max: number): Promise<readonly Missing[]> {
    await this.#store.point('missingJobs');
    const missing: Missing[] = [];
    for (const { key, nextDueAt, deadlineJob, setAside } of this.#tables.cases.values()) {
      if (nextDueAt === undefined || nextDueAt >= until || setAside !== undefined) continue;
      const job = deadlineJob === undefined ? undefined : this.#tables.deadlines.get(deadlineJob);
      if (!job || job.startAt > nextDueAt + 1000) missing.push({ key, dueAt: nextDueAt });
    }
    return missing.slice(0, max);
  }

  /** The signing of the record has its own tests, on the database alone. */
  get book(): never {
    throw new Error('no checkpoints are kept in memory');
  }

  async overseers(): Promise<readonly never[]> {
    return [];
  }

  async requeue(missing: readonly Missing[]): Promise<void> {
    await this.#store.point('requeue');
    for (const { key, dueAt } of missing) {
      const kept = this.#tables.cases.get(nameOf(key));
      if (!kept) continue;
      if (kept.deadlineJob !== undefined) this.#tables.deadlines.delete(kept.deadlineJob);
      const id = randomUUID();
      this.#tables.deadlines.set(id, { id, data: key, startAt: dueAt });
      this.#tables.cases.set(nameOf(key), { ...kept, deadlineJob: id });
    }
  }
}

const answerName = ({ contract, caller, key }: AnswerKey): string => JSON.stringify([contract, caller, key]);
