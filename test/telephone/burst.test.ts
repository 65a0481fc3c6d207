import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { asInstant } from '../../src/core/instant.ts';
import { handTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { Pace } from '../../src/engine/pace.ts';
import { telephoneCarrierOf } from '../../src/service/telephone-carrier.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { type World, world } from '../build/world.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const OURS = '+19165550100';
const START = on('Tue 09:00');
const CALLS = 300;
const PER_SECOND = 5;
const STEP_MS = 1_000;
const STEPS_MAX = 200;
const TURNS_MAX = 20;

let here: World;
let carrier: Awaited<ReturnType<typeof testCarrier>>;
afterEach(async () => {
  await here.close();
  await carrier.close();
});

/** Calls that wait, the first queued the longest ago; they are put in another order into the queue. */
async function queueCalls(): Promise<void> {
  const numbers = Array.from({ length: CALLS }, (_, index) => index);
  const mixed = numbers.toSorted((a, b) => ((a * 7919) % CALLS) - ((b * 7919) % CALLS));
  await here.store.transaction((tx) =>
    tx.addDeliveries(
      mixed.map((index) => ({
        contract: here.contract,
        caseId: '',
        deliveryId: `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        ...{ number: index, round: 0, personId: 'ana', level: undefined, kind: 'contact', means: 'call' },
        queuedAt: asInstant(START - (CALLS - index) * 1_000),
        address: `+1916555${String(1_000 + index)}`,
        ...{ subject: 'A call', text: 'A call', html: '', canReply: false, replyHash: undefined, links: [] },
      })),
    ),
  );
}

test('300 calls at once: the carrier gets no more than it takes, none is lost or placed twice, and what was due first goes first', async () => {
  here = await world(START);
  carrier = await testCarrier({ account: ACCOUNT, token: 'hush', number: OURS, time: handTime(START) });
  const read = readConfig({
    ...{ LADDER_TWILIO_ACCOUNT: ACCOUNT, LADDER_TWILIO_TOKEN: 'hush', LADDER_TWILIO_URL: carrier.url },
    ...{ LADDER_TELEPHONE_NUMBER: OURS, LADDER_URL: 'http://ladder.example' },
    LADDER_OUTGOING_PRIVATE: '127.0.0.1',
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const telephone = telephoneCarrierOf(read.config)!;
  let now: number = START;
  const pace = new Pace({ text: 60, call: PER_SECOND * 60 }, () => now);
  const parts = engineParts(here.store, { telephone: { carrier: telephone, pace } });
  await queueCalls();
  const placed: number[] = [];
  for (let step = 0; step < STEPS_MAX && carrier.calls.length < CALLS; step++) {
    const before = carrier.calls.length;
    // The database's own clock goes on meanwhile: what was put back may be looked at before its turn.
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      await deliver(parts);
      if (((await here.store.untilNext('delivery')) ?? 1) > 0) break;
    }
    placed.push(carrier.calls.length - before);
    now += STEP_MS;
    await here.setClock(asInstant(now));
  }
  expect(carrier.calls).toHaveLength(CALLS);
  expect(Math.max(...placed)).toBeLessThanOrEqual(PER_SECOND + 1);
  expect(placed.length).toBeLessThanOrEqual(CALLS / PER_SECOND + 5);
  const numbers = carrier.calls.map(({ to }) => Number(to.slice(-4)) - 1_000);
  // Those of one second are handed over side by side.
  for (const [place, number] of numbers.entries())
    expect(Math.abs(place - number)).toBeLessThanOrEqual(PER_SECOND);
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from delivery group by state`.execute(here.connection.db);
  expect(rows).toEqual([{ state: 'handedOver', count: CALLS }]);
  expect(parts.log.lines).toEqual([]);
}, 240_000);
