import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { TelephoneCarrier } from '../../src/app/ports/telephone.ts';
import { readConfig } from '../../src/config.ts';
import { asInstant } from '../../src/core/instant.ts';
import { handTime } from '../../src/dev/test-carrier/carrier-time.ts';
import type { Faults } from '../../src/dev/test-carrier/faults.ts';
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
async function queueCalls(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const mixed = numbers.toSorted((a, b) => ((a * 7919) % count) - ((b * 7919) % count));
  await here.store.transaction((tx) =>
    tx.addDeliveries(
      mixed.map((index) => ({
        contract: here.contract,
        caseId: '',
        deliveryId: `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        ...{ number: index, round: 0, personId: 'ana', level: undefined, kind: 'contact', means: 'call' },
        queuedAt: asInstant(START - (count - index) * 1_000),
        address: `+1916555${String(1_000 + index)}`,
        ...{ subject: 'A call', text: 'A call', html: '', canReply: false, replyHash: undefined, links: [] },
      })),
    ),
  );
}

/** One request of the carrier: when, and whether it was told to come again later. */
interface Asked {
  readonly at: number;
  readonly isThrottled: boolean;
}

/** Plays it second by second until the carrier has all calls: how many it was given in each, and every request. */
async function burst(count: number, faults: Partial<Faults>) {
  here = await world(START);
  const time = handTime(START);
  carrier = await testCarrier({ account: ACCOUNT, token: 'hush', number: OURS, time });
  Object.assign(carrier.faults, faults);
  const read = readConfig({
    ...{ LADDER_TWILIO_ACCOUNT: ACCOUNT, LADDER_TWILIO_TOKEN: 'hush', LADDER_TWILIO_URL: carrier.url },
    ...{ LADDER_TELEPHONE_NUMBER: OURS, LADDER_URL: 'http://ladder.example' },
    LADDER_OUTGOING_PRIVATE: '127.0.0.1',
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const real = telephoneCarrierOf(read.config)!;
  let now: number = START;
  const requests: Asked[] = [];
  const watched: TelephoneCarrier = {
    ...real,
    async call(call) {
      const at = now;
      const result = await real.call(call);
      requests.push({ at, isThrottled: result.result === 'failed' && result.reason === 'throttled' });
      return result;
    },
  };
  const pace = new Pace({ text: 60, call: PER_SECOND * 60 }, () => now);
  const parts = engineParts(here.store, { telephone: { carrier: watched, pace } });
  await queueCalls(count);
  const placed: number[] = [];
  for (let step = 0; step < STEPS_MAX && carrier.calls.length < count; step++) {
    const before = carrier.calls.length;
    // The database's own clock goes on meanwhile: what was put back may be looked at before its turn.
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      await deliver(parts);
      if (((await here.store.untilNext('delivery')) ?? 1) > 0) break;
    }
    placed.push(carrier.calls.length - before);
    now += STEP_MS;
    await time.advance(STEP_MS);
    await here.setClock(asInstant(now));
  }
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from delivery group by state`.execute(here.connection.db);
  expect(rows).toEqual([{ state: 'handedOver', count }]);
  expect(carrier.calls).toHaveLength(count);
  expect(new Set(carrier.calls.map(({ to }) => to)).size).toBe(count);
  return { placed, requests, parts };
}

/** In which place each call was placed that was due in this one. */
const placesOf = (): readonly number[] => carrier.calls.map(({ to }) => Number(to.slice(-4)) - 1_000);

test('300 calls at once: the carrier gets no more than it takes, none is lost or placed twice, and what was due first goes first', async () => {
  const { placed, parts } = await burst(CALLS, { dropsCallbacks: true });
  expect(Math.max(...placed)).toBeLessThanOrEqual(PER_SECOND + 1);
  expect(placed.length).toBeLessThanOrEqual(CALLS / PER_SECOND + 5);
  // Those of one second are handed over side by side.
  for (const [place, number] of placesOf().entries())
    expect(Math.abs(place - number)).toBeLessThanOrEqual(PER_SECOND);
  expect(parts.log.lines).toEqual([]);
}, 240_000);

test('a carrier that takes less than our pace is left alone as long as it asks, and has every call once, in turn', async () => {
  const [count, perSecond, retryAfterSeconds] = [60, 3, 4];
  const { requests } = await burst(count, { perSecond, retryAfterSeconds, dropsCallbacks: true });
  const throttled = requests.filter(({ isThrottled }) => isThrottled);
  expect(throttled.length).toBeGreaterThan(5);
  for (const { at: refusedAt } of throttled) {
    // What goes side by side with it is under way already; from the next second on there is rest.
    const within = requests.filter(({ at }) => at > refusedAt && at < refusedAt + retryAfterSeconds * 1_000);
    expect(within).toEqual([]);
  }
  for (const [place, number] of placesOf().entries())
    expect(Math.abs(place - number)).toBeLessThanOrEqual(2 * PER_SECOND);
}, 240_000);
