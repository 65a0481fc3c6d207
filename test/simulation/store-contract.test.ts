import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, handle, handleIn, type Request } from '../../src/app/handle.ts';
import type { EngineStore, NewDelivery } from '../../src/app/ports/engine.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { Instant } from '../../src/core/instant.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { world } from '../build/world.ts';
import { MemoryStore } from './memory-store.ts';

/** A store, whichever it is, with one contract and a clock. */
interface Kept {
  readonly store: EngineStore;
  setClock(to: Instant): Promise<void>;
  close(): Promise<void>;
}

const revision = revisionWith();
const STORES: readonly (readonly [string, () => Promise<Kept>])[] = [
  ['PostgreSQL', () => world(on('Tue 09:00'), revision)],
  [
    'memory',
    async () => {
      const revisions = new Map([[`${revision.contract}/1`, revision]]);
      const store = new MemoryStore({ revisions, people: new Map() }, on('Tue 09:00'));
      return { store, setClock: async (to) => store.setTime(to), close: async () => undefined };
    },
  ],
];

const key: CaseKey = { contract: revision.contract, caseId: '700001' };
const opening: Request = {
  key,
  caller: undefined,
  actor: 'customer',
  command: { type: 'open', by: 'dana', caseId: key.caseId, revision, track: 'service', customer: 'agency' },
};
const note = (text: string, name?: string): Request => ({
  key,
  caller: undefined,
  actor: 'customer',
  command: { type: 'addNote', by: 'dana', text },
  ...(name === undefined
    ? {}
    : { answerKey: { contract: key.contract, caller: 'dana', key: name, request: 'ab' } }),
});
const timeHasCome: Request = {
  key,
  caller: undefined,
  actor: 'contractor',
  command: { type: 'deadlineDue', by: 'ladder' },
};

const letter = (): NewDelivery => ({
  ...{ ...key, deliveryId: randomUUID(), number: 2, round: 0, personId: 'ana', level: 1, kind: 'notice' },
  ...{
    means: 'email',
    queuedAt: on('Tue 09:00'),
    address: 'ana@ladder.example',
    subject: 'A case',
    text: 'a',
  },
  ...{ html: 'a', canReply: false, replyHash: undefined, links: [] },
});

describe.each(STORES)('a store in %s', (_name, made) => {
  let here: Kept;
  afterEach(() => here.close());

  const opened = async (): Promise<void> => {
    here = await made();
    await handle(here.store, [opening]);
  };
  const locked = () => here.store.transaction(async (tx) => (await tx.lockCases([key]))[0]!);

  test('keeps what was committed and nothing of what was not', async () => {
    await opened();
    const before = await locked();
    const failed = here.store.transaction(async (tx) => {
      await handleIn(tx, [note('lost')]);
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await locked()).toEqual(before);
    await handle(here.store, [note('kept')]);
    const after = await locked();
    expect([after.events, after.said]).toEqual([before.events + 1, before.events + 1]);
    expect(after.head).not.toBe(before.head);
  });

  test('knows a case that is not there by its absence', async () => {
    await opened();
    const [none] = await here.store.transaction((tx) => tx.lockCases([{ ...key, caseId: '1' }]));
    expect(none).toMatchObject({ events: 0, state: { status: 'none' }, nextDueAt: undefined });
  });

  test('gives a repeated command the first answer, and records it once', async () => {
    await opened();
    const first = await handle(here.store, [note('once', 'k1')]);
    const repeated = await handle(here.store, [note('once', 'k1')]);
    expect(repeated).toEqual(first);
    const [other] = (await handle(here.store, [
      { ...note('x'), answerKey: { ...note('x', 'k1').answerKey!, request: 'cd' } },
    ])) as [Answer];
    expect(other).toMatchObject({ accepted: false, refusal: { code: 'key-used-differently' } });
    expect((await locked()).events).toBe(3);
  });

  test('hands a deadline out when it is due, again after a rollback, and not once it is done', async () => {
    await opened();
    const take = () => here.store.transaction((tx) => tx.takeDue(10));
    expect(await take()).toEqual([]);
    expect(await here.store.untilNext('deadline')).toBeGreaterThan(0);
    await here.setClock(on('Tue 13:00'));
    const failed = here.store.transaction(async (tx) => {
      expect(await tx.takeDue(10)).toHaveLength(1);
      throw new Error('killed');
    });
    await expect(failed).rejects.toThrow('killed');
    await here.store.transaction(async (tx) => {
      const due = await tx.takeDue(10);
      expect(due.map((job) => job.key)).toEqual([key]);
      await handleIn(tx, [timeHasCome], { taken: [key] });
      await tx.finishDue(due);
    });
    expect(await take()).toEqual([]);
    const { deadlineJob, nextDueAt } = await locked();
    expect(deadlineJob === undefined).toBe(nextDueAt === undefined);
  });

  test('hands a notice out once for each decision that tells somebody', async () => {
    await opened();
    const taken = await here.store.transaction(async (tx) => {
      const notices = await tx.takeNotices(10);
      await tx.finishNotices(notices.map(({ id }) => id));
      return notices;
    });
    expect(taken.flatMap(({ notices }) => notices)).toEqual([{ ...key, from: 1, to: 2, round: 0 }]);
    expect(await here.store.transaction((tx) => tx.takeNotices(10))).toEqual([]);
  });

  test('stores a letter once for each occasion, lends it to one node, and lets it be finished once', async () => {
    await opened();
    await here.store.transaction((tx) => tx.addDeliveries([letter()]));
    await here.store.transaction((tx) => tx.addDeliveries([letter()]));
    const taken = await here.store.takeDeliveries(10);
    expect(taken).toMatchObject([{ personId: 'ana', state: 'queued', attempts: 0 }]);
    expect(await here.store.takeDeliveries(10)).toEqual([]);
    const finish = () => here.store.transaction((tx) => tx.finishDeliveries(taken.map(({ jobId }) => jobId)));
    expect([await finish(), await finish()]).toEqual([taken.map(({ jobId }) => jobId), []]);
  });

  test('sets a case aside until another version takes it up', async () => {
    await opened();
    await here.store.transaction((tx) => tx.setAside(key, on('Tue 09:00'), 'a bug', '1.0.0'));
    const take = (version: string) => here.store.transaction((tx) => tx.takeSetAside(version, 10));
    expect([await take('1.0.0'), await take('1.0.1')]).toEqual([[], [key]]);
    const [answer] = await handle(here.store, [note('waits')]);
    expect(answer).toMatchObject({ accepted: false, refusal: { code: 'case-set-aside' } });
    expect(await here.store.latestness(on('Wed 09:00'))).toBe(0);
  });

  test('misses a job that is gone, and makes it anew', async () => {
    await opened();
    const { deadlineJob: id = '' } = await locked();
    await here.store.transaction((tx) => tx.finishDue([{ id, key }]));
    const missing = () => here.store.transaction((tx) => tx.missingJobs(on('Wed 09:00'), 10));
    expect(await missing()).toEqual([{ key, dueAt: on('Tue 13:00') }]);
    await here.store.transaction(async (tx) => tx.requeue(await tx.missingJobs(on('Wed 09:00'), 10)));
    expect(await missing()).toEqual([]);
  });
});
