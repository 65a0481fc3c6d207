import { afterEach, expect, test } from 'vitest';
import { isBug } from '../../src/app/bug.ts';
import type { Request } from '../../src/app/handle.ts';
import { handle } from '../../src/app/handle.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { problemOf } from '../../src/http/reply.ts';
import { copyOut } from '../../src/store/backup/copy.ts';
import { inSnapshot } from '../../src/store/backup/transactions.ts';
import { type Connection, connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSignals } from '../../src/store/signals.ts';
import { on } from '../build/case.ts';
import { freshDatabase } from '../build/database.ts';
import { engineParts } from '../build/engine-parts.ts';
import { until } from '../build/until.ts';
import { world } from '../build/world.ts';
import { startProxy, type Wire } from './proxy.ts';

const SILENT_MS = 250;
const OPTIONS = { max: 4, applicationName: 'test', silentMs: SILENT_MS };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Wired {
  readonly wire: Wire;
  /** Over the wire. */
  readonly over: Connection<unknown>;
  /** To the same database, past the wire. */
  readonly past: Connection<unknown>;
}

interface Wiring {
  readonly url?: string;
  readonly trouble?: Parameters<typeof startProxy>[1];
  readonly besideMs?: number;
}

async function wired({ url, trouble, ...limits }: Wiring = {}): Promise<Wired> {
  const address = new URL(url ?? (await freshDatabase()).url);
  const past = connect(address.href, OPTIONS);
  closing.push(past.close);
  const wire = await startProxy(Number(address.port), trouble);
  closing.push(wire.close);
  address.port = String(wire.port);
  const over = connect(address.href, { ...OPTIONS, ...limits });
  closing.push(over.close);
  return { wire, over, past };
}

const LOST = { code: 'ETIMEDOUT' };
/** What whoever asked through the API is answered. */
const asked = (error: unknown) => problemOf(error, {} as Parameters<typeof problemOf>[1]);
const AWAY = { code: 'database-away', status: 503, headers: { 'retry-after': expect.any(String) } };

test('a question whose wire has gone silent ends, as a fault of the world, and the pool goes on', async () => {
  const { wire, over } = await wired();
  await Promise.all([1, 2, 3].map((n) => over.pool.query('select $1::int8', [n])));
  wire.freeze();
  const error = await over.pool.query('select 1').catch((thrown) => thrown);
  expect(error).toMatchObject(LOST);
  expect(isBug(error)).toBe(false);
  expect(asked(error)).toMatchObject(AWAY);
  // Those that lay idle came over the same wire: none of them is tried first.
  expect((await over.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('while nothing passes at all every question ends, and when it does again they are answered', async () => {
  const { wire, over } = await wired({ besideMs: SILENT_MS });
  await over.pool.query('select 1');
  wire.stall();
  await expect(over.pool.query('select 1')).rejects.toMatchObject(LOST);
  expect(over.pool.totalCount).toBe(0);
  wire.flow();
  expect((await over.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('what a silent connection had locked is free again at once', async () => {
  const { wire, over, past } = await wired();
  const client = await over.pool.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(1)');
  wire.freeze();
  await expect(client.query('select 1')).rejects.toMatchObject(LOST);
  client.release();
  const free = await past.pool.query(`
    set lock_timeout = '10s'; select pg_advisory_lock(1); select pg_advisory_unlock(1)`);
  expect(free).toHaveLength(3);
});

test('a statement that is only slow is waited for, and so is a copy that nobody takes', async () => {
  const { wire, over, past } = await wired();
  const holder = await past.pool.connect();
  await holder.query('select pg_advisory_lock(1)');
  const slow = over.pool.query('select pg_advisory_lock(1)');
  const copied = inSnapshot(over.pool, async (client) => {
    const rows = copyOut(client, 'copy (select generate_series(1, 300000)) to stdout')[
      Symbol.asyncIterator
    ]();
    let count = 0;
    for (let row = await rows.next(); !row.done; row = await rows.next()) {
      if (count++ === 0) await until(() => expect(wire.opened).toBeGreaterThanOrEqual(4));
    }
    return count;
  });
  // Two of its own, and twice somebody has asked beside them.
  await until(() => expect(wire.opened).toBeGreaterThanOrEqual(4));
  await holder.query('select pg_advisory_unlock(1)');
  holder.release();
  expect((await slow).rowCount).toBe(1);
  expect(await copied).toBe(300_000);
});

test('a copy whose wire has gone silent ends', async () => {
  const { wire, over } = await wired();
  const copied = inSnapshot(over.pool, async (client) => {
    let isFirst = true;
    for await (const _row of copyOut(client, 'copy (select generate_series(1, 3000000)) to stdout')) {
      if (isFirst) wire.freeze();
      isFirst = false;
    }
  });
  await expect(copied).rejects.toMatchObject(LOST);
});

test('a pool closes though its wire is silent', async () => {
  const { wire, over } = await wired();
  await Promise.all([over.pool.query('select 1'), over.pool.query('select 1')]);
  wire.freeze();
  closing.pop();
  await over.close();
  expect(over.pool.totalCount).toBe(0);
});

test('whoever listens on a wire that has gone silent hears again', async () => {
  const { wire, over, past } = await wired();
  const signals = openSignals(over.pool, SILENT_MS);
  closing.push(signals.close);
  const heard: string[] = [];
  signals.onChange(({ caseId }) => heard.push(caseId));
  const says = async (caseId: string): Promise<void> => {
    await past.pool.query(`select pg_notify('ladder_changed', $1)`, [JSON.stringify(['c', caseId, 1])]);
    expect(heard).toContain(caseId);
  };
  await until(() => says('before'));
  wire.freeze();
  await until(() => says('after'));
});

test('an engine acts on what fell due while nothing passed', async () => {
  const here = await world(on('Tue 09:00'));
  closing.push(here.close);
  const { wire, over } = await wired({ url: here.url, besideMs: SILENT_MS });
  const store = await openStore({ connection: over, clock: here.store.clock });
  closing.push(store.close);
  const parts = engineParts(store);
  const engine = startEngine(parts);
  closing.push(engine.stop);
  const key = await here.open();
  await until(() => expect(parts.mail.sent.length).toBe(2));
  wire.stall();
  await here.setClock(on('Tue 13:00'));
  // Its turns fail meanwhile, and are not taken for a bug.
  await until(() => expect(parts.log.lines.join()).toContain('engine-turn-failed'));
  wire.flow();
  const fell = async () => (await here.events(key)).filter((event) => event.type === 'StepFellDue');
  await until(async () => expect(await fell()).toHaveLength(1));
  expect(parts.log.lines.join()).not.toMatch(/batch-failed|case-set-aside/);
});

test('a command whose commit was never confirmed is done once when it is sent again under its key', async () => {
  const here = await world(on('Tue 09:00'));
  closing.push(here.close);
  const key = await here.open();
  const { over } = await wired({ url: here.url, trouble: { muteAt: 'commit' } });
  const store = await openStore({ connection: over, clock: here.store.clock });
  closing.push(store.close);
  const request: Request = {
    key,
    caller: undefined,
    actor: 'contractor',
    command: { type: 'respond', by: 'ana', text: 'We replace the card.' },
    answerKey: { contract: here.contract, caller: 'ana', key: 'k1', request: '00' },
  };
  const error = await handle(store, [request]).catch((thrown) => thrown);
  expect(asked(error)).toMatchObject(AWAY);
  const responses = async () => (await here.events(key)).filter((event) => event.type === 'Responded');
  expect(await responses()).toHaveLength(1);
  const [again] = await handle(store, [request]);
  expect(again).toMatchObject({ accepted: true });
  expect(await responses()).toHaveLength(1);
});
