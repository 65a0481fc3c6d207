import { type AttestationKey, type AttestationPapers, isCase } from '../app/ports/attestations.ts';
import type {
  CasePapers,
  DeliverySettled,
  EngineTransaction,
  FailedDeadline,
  FailedNotice,
  LateMail,
  LevelTold,
  Missing,
  NewDelivery,
  NoticeJob,
  ObligationPapers,
  Occasioned,
  Overseer,
  TakenNotices,
} from '../app/ports/engine.ts';
import type { ObligationKey } from '../app/ports/obligations.ts';
import type { CheckpointBook } from '../app/ports/record.ts';
import type { CaseKey } from '../app/ports/store.ts';
import type { SubscriptionKey } from '../app/ports/subscriptions.ts';
import type { Texts } from '../app/ports/texts.ts';
import type { ContactField } from '../core/contact/contact-change.ts';
import type { Instant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { deliveriesToContacts, readAttestationPapers } from './attestation/attestation-papers.ts';
import { endBounced } from './contracts/subscription-rows.ts';
import { holdLetters, insertDeliveries, occasionOf, settleDeliveries, toldLevels } from './deliveries.ts';
import { forgetFailed, putOffDeadline, putOffNotice, retryDeadlines, retryNotices } from './failed-jobs.ts';
import { lateMails } from './late-mails.ts';
import { readObligationPapers } from './obligations/obligation-papers.ts';
import { readOverseers, readPapers } from './papers.ts';
import { checkpointBook } from './record/checkpoints.ts';
import { textsIn } from './telephone/texts-rows.ts';
import { StoreTransaction } from './transaction.ts';
import { missingChainJobs, requeueChains } from './watch-chains.ts';
import { missingJobs, requeue, setAside, takeSetAside } from './watching.ts';

/** One transaction of the engine: the road, and the queues and letters beside it. */
export class StoreEngineTransaction extends StoreTransaction implements EngineTransaction {
  async takeNotices(max: number): Promise<readonly TakenNotices[]> {
    const jobs = await this.queues.takeNotices(max);
    return jobs.map(({ id, data: { notices } }) => ({ id, notices }));
  }

  holdLetters(keys: readonly CaseKey[]): Promise<void> {
    return holdLetters(this.db, keys);
  }

  async finishNotices(ids: readonly string[]): Promise<void> {
    await this.queues.dropNotices(ids);
    await forgetFailed(this.db, ids);
  }

  async putOffNotice(failed: FailedNotice): Promise<void> {
    await putOffNotice(this.db, this.queues, failed, await this.offset());
  }

  async retryNotices(): Promise<void> {
    await retryNotices(this.db, this.queues, await this.now());
  }

  async putOffDeadline(failed: FailedDeadline): Promise<void> {
    await putOffDeadline(this.db, this.queues, failed, await this.offset());
  }

  async retryDeadlines(): Promise<void> {
    await retryDeadlines(this.db, this.queues, await this.now());
  }

  async addNotices(notices: readonly NoticeJob[], at?: Instant): Promise<void> {
    await this.queues.addNotices(notices, at === undefined ? undefined : at - (await this.offset()));
  }

  papers(key: CaseKey, seatsOf: (revision: Revision) => readonly string[]): Promise<CasePapers> {
    return readPapers(this.db, this.revisions, [key], seatsOf).then(([papers]) => papers!);
  }

  papersOfAll(
    keys: readonly CaseKey[],
    seatsOf: (revision: Revision) => readonly string[],
  ): Promise<readonly CasePapers[]> {
    return readPapers(this.db, this.revisions, keys, seatsOf);
  }

  toldLevels(keys: readonly CaseKey[], since: Instant): Promise<readonly (readonly LevelTold[])[]> {
    return toldLevels(this.db, keys, since);
  }

  async addDeliveries(deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const fresh = await insertDeliveries(this.db, deliveries);
    await this.queues.addDeliveries(
      deliveries
        .filter(({ deliveryId }) => fresh.has(deliveryId))
        .map(({ contract, deliveryId, queuedAt }) => ({ contract, deliveryId, queuedAt })),
    );
  }

  get texts(): Texts {
    return textsIn(this.db);
  }

  get book(): CheckpointBook {
    return checkpointBook(this.db);
  }

  overseers(): Promise<readonly Overseer[]> {
    return readOverseers(this.db);
  }

  settleDeliveries(settled: readonly DeliverySettled[]): Promise<void> {
    return settleDeliveries(this.db, settled);
  }

  occasionOf({ contract, deliveryId }: { contract: string; deliveryId: string }): Promise<Occasioned> {
    return occasionOf(this.db, contract, deliveryId);
  }

  lateMails(
    deliveries: readonly { contract: string; deliveryId: string }[],
    before: Instant,
  ): Promise<readonly LateMail[]> {
    return lateMails(this.db, deliveries, before);
  }

  finishDeliveries(jobIds: readonly string[]): Promise<readonly string[]> {
    return this.queues.dropDeliveries(jobIds);
  }

  async repeatDeliveries(
    deliveries: readonly { contract: string; deliveryId: string; queuedAt?: Instant }[],
    at: Instant,
  ): Promise<void> {
    await this.queues.addDeliveries(
      deliveries.map(({ contract, deliveryId, queuedAt }) => ({ contract, deliveryId, queuedAt })),
      at - (await this.offset()),
    );
  }

  obligationPapers(keys: readonly ObligationKey[]): Promise<readonly ObligationPapers[]> {
    return readObligationPapers(this.db, keys);
  }

  attestationPapers(keys: readonly AttestationKey[]): Promise<readonly AttestationPapers[]> {
    return readAttestationPapers(this.db, keys);
  }

  toContacts(
    deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
  ): Promise<readonly (AttestationKey & { readonly deliveryId: string; readonly detail: ContactField })[]> {
    return deliveriesToContacts(this.db, deliveries);
  }

  async endBouncedSubscriptions(keys: readonly SubscriptionKey[]): Promise<void> {
    await endBounced(this.db, keys, await this.now());
  }

  setAside(key: CaseKey, at: Instant, error: string, by: string): Promise<boolean> {
    return setAside(this.db, this.queues, key, { at, error, by });
  }

  takeSetAside(version: string, max: number): Promise<readonly CaseKey[]> {
    return takeSetAside(this.db, version, max);
  }

  async missingJobs(until: Instant, max: number): Promise<readonly Missing[]> {
    const offset = await this.offset();
    const cases = await missingJobs(this.db, until, offset, max);
    return [...cases, ...(await missingChainJobs(this.db, until, offset, max - cases.length))];
  }

  async requeue(missing: readonly Missing[]): Promise<void> {
    const offset = await this.offset();
    const ofCases = missing.filter(({ key }) => isCase(key));
    await requeue(this.db, this.queues, ofCases, offset);
    await requeueChains(
      this.db,
      this.queues,
      missing.filter(({ key }) => !isCase(key)),
      offset,
    );
  }
}
