import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { EngineStore, EngineTransaction } from '../../src/app/ports/engine.ts';
import type { MailResult, OutgoingMail } from '../../src/app/ports/mail.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { deliver, startDelivering } from '../../src/engine/deliver.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { retrySetAside } from '../../src/engine/fire-deadlines.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { noBacklog } from '../../src/engine/parts.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';
import { until } from '../build/until.ts';
import { type World, world } from '../build/world.ts';

let here: World;
afterEach(() => here.close());

type Parts = ReturnType<typeof engineParts>;

/** Cases whose letters are written and wait to be sent: one to dana and one to ana each. */
async function casesToTell(
  count: number,
  revision = revisionWith(),
): Promise<{ parts: Parts; keys: readonly CaseKey[] }> {
  here = await world(on('Tue 09:00'), revision);
  const parts = engineParts(here.store);
  const keys: CaseKey[] = [];
  for (let index = 0; index < count; index++) keys.push(await here.open());
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
  return { parts, keys };
}

const isTo = (who: string, mail: OutgoingMail): boolean => mail.to.address.startsWith(`${who}@`);
const isOf = ({ caseId }: CaseKey, mail: OutgoingMail): boolean => mail.thread.startsWith(`case-${caseId}.`);
const handedOver: MailResult = { result: 'handedOver', carrierId: 'taken' };
const refusedForGood: MailResult = { result: 'failed', permanent: true, reason: 'smtp-550' };

/** What carriers said, as the case has it. */
const said = async (key: CaseKey): Promise<readonly string[]> =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'DeliveryRecorded' && event.contact !== 'oversight'
      ? [`${event.contact} ${event.result}`]
      : [],
  );

const states = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from delivery group by state`.execute(here.connection.db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

/** A mail that is taken when the test says so. */
function held(): { readonly answer: Promise<MailResult>; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<MailResult>();
  return { answer: promise, release: () => resolve(handedOver) };
}

/** The same store, in whose transactions something else happens in the place of one step. */
function storeWith(changes: Partial<EngineTransaction>): EngineStore {
  const { store } = here;
  const changed = (tx: EngineTransaction): EngineTransaction =>
    new Proxy(tx, {
      get: (target, name) => {
        const found = Reflect.get(changes, name) ?? Reflect.get(target, name, target);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
  return { ...store, transaction: (work) => store.transaction((tx) => work(changed(tx))) };
}

test('a recipient that hangs takes up one place: all others are sent and settled, and its claim is kept', async () => {
  const { parts, keys } = await casesToTell(15);
  const [hanging] = keys as [CaseKey];
  const { answer, release } = held();
  parts.mail.answer = (mail) => (isTo('dana', mail) && isOf(hanging, mail) ? answer : handedOver);
  const kept: (readonly string[])[] = [];
  const store: EngineStore = {
    ...here.store,
    keepDeliveries: (ids) => here.store.keepDeliveries(ids).then(() => void kept.push(ids)),
  };
  const engine = startEngine({ ...parts, store });
  await until(async () => expect(await states()).toEqual({ handedOver: 29, queued: 1 }));
  const later = await here.open();
  await until(async () => expect(await said(later)).toHaveLength(2));
  await until(() => expect(kept.at(-1)).toHaveLength(1));
  const stopped = engine.stop();
  release();
  await stopped;
  expect(await states()).toEqual({ handedOver: 32 });
  expect(parts.mail.sent).toHaveLength(32);
  expect(parts.log.lines).toEqual([]);
});

test('an engine that stops waits for what is under way, and settles it', async () => {
  const { parts, keys } = await casesToTell(1);
  const { answer, release } = held();
  parts.mail.answer = () => answer;
  const engine = startEngine(parts);
  await until(() => expect(parts.mail.sent).toHaveLength(2));
  let isStopped = false;
  const stopped = engine.stop().then(() => {
    isStopped = true;
  });
  expect(await said(keys[0]!)).toEqual([]);
  expect(isStopped).toBe(false);
  release();
  await stopped;
  expect(await said(keys[0]!)).toHaveLength(2);
});

test('no more than twenty are under way at once', async () => {
  const { parts } = await casesToTell(13);
  let underWay = 0;
  let most = 0;
  parts.mail.answer = async () => {
    most = Math.max(most, ++underWay);
    await here.store.untilNext('delivery');
    underWay -= 1;
    return handedOver;
  };
  const delivering = startDelivering(parts, noBacklog());
  await until(async () => expect(await states()).toEqual({ handedOver: 26 }));
  await delivering.stop();
  expect(most).toBe(20);
});

test('several refusals of one case in one transaction are each an event, and each is told of', async () => {
  const told = { contractor: ['cy'], oversight: ['olga'] };
  const { parts, keys } = await casesToTell(2, { ...revisionWith(), tells: told });
  const [refused, well] = keys as [CaseKey, CaseKey];
  parts.mail.answer = (mail) =>
    isOf(refused, mail) && (isTo('dana', mail) || isTo('ana', mail)) ? refusedForGood : handedOver;
  await deliver(parts);
  expect(await said(refused)).toEqual(expect.arrayContaining(['ana failed', 'dana failed']));
  expect(await said(well)).toEqual(expect.arrayContaining(['ana handedOver', 'dana handedOver']));
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
  parts.mail.sent.length = 0;
  await deliver(parts);
  const after = parts.mail.sent.filter((mail) => isOf(refused, mail));
  for (const reader of ['cy', 'olga']) {
    const texts = after.filter((mail) => isTo(reader, mail)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const name of ['ana', 'dana']) expect(texts.join()).toMatch(new RegExp(`\\b${name}\\b`));
  }
  expect(after.filter((mail) => isTo('desk', mail))).toHaveLength(1);
});

test('what another node has finished meanwhile is left to it, and the others are settled', async () => {
  const { parts, keys } = await casesToTell(2);
  parts.mail.answer = async (mail) => {
    if (isTo('dana', mail) && isOf(keys[0]!, mail))
      await sql`delete from jobs.job where data->>'deliveryId' = ${mail.id}`.execute(here.connection.db);
    return handedOver;
  };
  await deliver(parts);
  expect(await said(keys[0]!)).toEqual(['ana handedOver']);
  expect(await said(keys[1]!)).toHaveLength(2);
  expect(await states()).toEqual({ handedOver: 3, queued: 1 });
});

test('a case that cannot take its line holds up nobody, its mail is sent once, and it is told when it can', async () => {
  const { parts, keys } = await casesToTell(3);
  const ill = keys[1]!;
  const { rows } = await sql<{ state: unknown }>`
    select state from "case" where case_id = ${ill.caseId}`.execute(here.connection.db);
  const setState = (to: unknown): Promise<unknown> =>
    sql`update "case" set state = ${JSON.stringify(to)}::json where case_id = ${ill.caseId}`.execute(
      here.connection.db,
    );
  await setState({ status: 'open' });
  await deliver(parts);
  expect(await said(keys[0]!)).toHaveLength(2);
  expect(await said(keys[2]!)).toHaveLength(2);
  expect(await said(ill)).toEqual([]);
  expect(await states()).toEqual({ handedOver: 6 });
  await setState(rows[0]!.state);
  await here.setClock(on('Tue 09:15'));
  await deliver(parts);
  expect(await said(ill)).toHaveLength(2);
  expect(parts.mail.sent).toHaveLength(6);
});

test('the line of a case set aside waits a quarter of an hour at a time; its mail is sent once', async () => {
  const { parts, keys } = await casesToTell(2);
  const aside = keys[0]!;
  await here.store.transaction((tx) => tx.setAside(aside, on('Tue 09:00'), 'a bug', '1.0.0'));
  await deliver(parts);
  expect(await said(keys[1]!)).toHaveLength(2);
  await here.setClock(on('Tue 09:15'));
  await deliver(parts);
  expect(await said(aside)).toEqual([]);
  await retrySetAside({ ...parts, version: '1.0.1' });
  await here.setClock(on('Tue 09:30'));
  await deliver(parts);
  expect(await said(aside)).toHaveLength(2);
  expect(parts.mail.sent).toHaveLength(4);
});

test('a letter that a bug keeps from being sent waits as if refused for now, and the others go out', async () => {
  const { parts, keys } = await casesToTell(2);
  parts.mail.answer = (mail) => {
    if (isTo('dana', mail) && isOf(keys[0]!, mail)) throw new TypeError('on purpose');
    return handedOver;
  };
  await deliver(parts);
  expect(await states()).toEqual({ handedOver: 3, queued: 1 });
  const { rows } = await sql`select attempts, reason from delivery where state = 'queued'`.execute(
    here.connection.db,
  );
  expect(rows).toEqual([{ attempts: 1, reason: 'own-fault' }]);
  parts.mail.answer = () => handedOver;
  await here.setClock(on('Tue 09:01'));
  await deliver(parts);
  expect(await said(keys[0]!)).toHaveLength(2);
});

test('a connection that is lost while settling loses no outcome, and no mail is sent again for it', async () => {
  const { parts, keys } = await casesToTell(3);
  let lost = 0;
  const store = storeWith({
    settleDeliveries: () => {
      // Only now and then: the same steps succeed when they are taken again.
      lost += 1;
      return Promise.reject(Object.assign(new Error('lost'), { code: '57P01' }));
    },
  });
  const delivering = startDelivering(
    {
      ...parts,
      store: { ...store, transaction: (work) => (lost < 2 ? store : here.store).transaction(work) },
    },
    noBacklog(),
  );
  await until(async () => expect(await states()).toEqual({ handedOver: 6 }));
  await delivering.stop();
  for (const key of keys) expect(await said(key)).toHaveLength(2);
  expect(parts.mail.sent).toHaveLength(6);
  expect(lost).toBe(2);
});

test('while deadlines are waiting in numbers nothing is sent, but not for ever', async () => {
  const { parts } = await casesToTell(1);
  const asked: boolean[] = [];
  let isFull = true;
  const store: EngineStore = {
    ...here.store,
    takeDeliveries: (max) => {
      asked.push(isFull);
      return here.store.takeDeliveries(max);
    },
  };
  let looks = 0;
  const backlog = {
    yielded: 0,
    get isFull(): boolean {
      if (++looks === 3) isFull = false;
      return isFull;
    },
  };
  const delivering = startDelivering({ ...parts, store }, backlog);
  await until(async () => expect(await states()).toEqual({ handedOver: 2 }));
  await delivering.stop();
  expect(new Set(asked)).toEqual(new Set([false]));
  const always = startDelivering({ ...parts, store }, { yielded: 0, isFull: true });
  await here.open();
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
  await until(async () => expect(await states()).toEqual({ handedOver: 4 }));
  await always.stop();
});

test('whatever a mail server answers can be kept', async () => {
  const { parts } = await casesToTell(1);
  parts.mail.answer = () => ({ result: 'handedOver', carrierId: '250 \0 taken \ud83d' });
  await deliver(parts);
  const { rows } = await sql<{ carrier_id: string }>`select distinct carrier_id from delivery`.execute(
    here.connection.db,
  );
  expect(rows).toEqual([{ carrier_id: '250  taken \ufffd' }]);
});
