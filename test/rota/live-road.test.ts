import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { verifyRecord } from '../../src/app/verify.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { LiveAsk } from '../../src/core/rota/live/live-command.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { readRecord } from '../../src/store/record/read-record.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';
import { type World, world } from '../build/world.ts';

let here: World;

/** Ana is always on duty. */
const revision = revisionWith({
  rotas: {
    engineers: {
      layers: [{ turns: ['ana'], every: '1 week', from: '2026-01-05', handOver: '09:00' }],
    },
  },
  levels: [
    { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
    { title: 'Senior', reach: ['bo'] },
    { title: 'Director', reach: ['ana'] },
  ],
});

const NOON = on('Tue 12:00');
const HOUR = 3_600_000;
const PETRA: Caller = {
  ...{ contract: 'sample', personId: 'petra', over: 'portal', seats: [] },
  grants: [{ role: 'programManager' }],
};

beforeEach(async () => {
  here = await world(NOON, revision);
});
afterEach(() => here.close());

const give = (ask: LiveAsk, caller = PETRA) => giveLive(openContracts(here.store), caller, ask);
const onlyCy = {
  type: 'setOverride',
  rota: 'engineers',
  kind: 'only',
  people: ['cy'],
  from: NOON,
  until: asInstant(NOON + 4 * HOUR),
} as const;

/** A case opened as the service opens it: on the rules that the store has at this moment. */
async function openNow(): Promise<CaseKey> {
  const inForce = await here.store.transaction((tx) => tx.publishedRevision('sample'));
  return here.open(inForce && { revision: inForce });
}

async function contacted(): Promise<readonly string[]> {
  const events = await here.events(await openNow());
  return events.flatMap((event) => (event.type === 'LevelContacted' ? event.contacts : []));
}

describe('an override', () => {
  test('counts at once for a case that is opened: who is put on duty is written into it, and told', async () => {
    expect(await contacted()).toEqual(['ana']);
    expect(await give(onlyCy)).toMatchObject({ accepted: true, isNew: true });
    expect(await contacted()).toEqual(['cy']);
    await here.setClock(asInstant(NOON + 4 * HOUR));
    expect(await contacted()).toEqual(['ana']);
  });

  test('counts for a case that runs: its next notice goes to who is on duty by then', async () => {
    await here.open();
    const parts = engineParts(here.store);
    const told = async (): Promise<readonly string[]> => {
      while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
      const found = await here.store.takeDeliveries(100);
      return found.flatMap(({ personId, level }) => (level === 1 ? [personId] : []));
    };
    expect(await told()).toEqual(['ana']);
    await give(onlyCy);
    await here.setClock(asInstant(NOON + HOUR / 4));
    expect(await told()).toContain('cy');
  });

  test('by another role than the program manager’s changes nothing, and a customer is not even answered', async () => {
    for (const role of ['contact', 'oversight', 'administrator', 'customer'] as const) {
      const caller = { ...PETRA, grants: [{ role }] };
      expect(await give(onlyCy, caller)).toMatchObject({ refusal: { code: 'rota-not-allowed' } });
    }
    expect(await contacted()).toEqual(['ana']);
  });
});

test('what the parties agreed to says what it said, whatever was changed since', async () => {
  const { db } = here.connection;
  await give(onlyCy);
  const lived = await here.store.revisions.find(db, 'sample', 1);
  expect(lived?.levels[0]?.reach).toEqual(['ana', 'cy']);
  expect(await here.store.revisions.agreed(db, 'sample', 1)).toEqual(JSON.parse(JSON.stringify(revision)));
});

test('two changes at once are both there, one after the other', async () => {
  const both = await Promise.all([give(onlyCy), give({ ...onlyCy, people: ['bo'] })]);
  expect(both.map((one) => one.accepted)).toEqual([true, true]);
  const kept = await openContracts(here.store).transaction((tx) => tx.liveRotas('sample'));
  expect(kept.events.map(({ number }) => number)).toEqual([1, 2]);
});

describe('the record of changes', () => {
  const broken = () =>
    readRecord(here.connection.db, async (record) => {
      const { broken: found } = await verifyRecord(record, { against: [], publicKey: '' });
      return found?.code;
    });

  test('holds as it was written, and refuses to be changed', async () => {
    await give(onlyCy);
    await give({ type: 'withdraw', entry: 1 });
    expect(await broken()).toBeUndefined();
    await expect(sql`delete from rota_event`.execute(here.connection.db)).rejects.toThrow('append-only');
  });

  test.each([
    [
      'an event that was edited',
      `update rota_event set body = replace(body::text, 'cy', 'bo')::json where number = 1`,
      'record-rota-event-changed',
    ],
    ['an event that was taken out', 'delete from rota_event where number = 1', 'record-rota-event-missing'],
    ['a last event that was cut off', 'delete from rota_event where number = 2', 'record-rota-row-unlike'],
  ])('names %s', async (_, change, code) => {
    await give(onlyCy);
    await give({ type: 'withdraw', entry: 1 });
    const { db } = here.connection;
    await sql`alter table rota_event disable trigger rota_event_append_only`.execute(db);
    await sql.raw(change).execute(db);
    expect(await broken()).toBe(code);
  });
});
