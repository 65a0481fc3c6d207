import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { twilioCarrier } from '../../src/channels/telephone/send-twilio.ts';
import { machineNow } from '../../src/clock/machine.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type TestCarrier, testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { Pace } from '../../src/engine/pace.ts';
import { engineParts } from '../build/engine-parts.ts';
import type { BenchRow } from './bench-row.ts';
import { makePlace, type Place } from './service/place.ts';

const CALLS = 300;
/** What the carrier takes in a second; what is beyond that is told to come again. */
const PER_SECOND = 10;
/** Ladder's own pace: a little below that, just that, and so much that only the carrier's no holds it back. */
const PACES = [8, 10, 1_000].map((perSecond) => ({
  name: `${CALLS} calls at once, paced at ${perSecond} a second`,
  perMinute: perSecond * 60,
}));
const GIVEN_UP_AFTER_MS = 300_000;
const ACCOUNT = `AC${'0'.repeat(32)}`;
const OURS = '+19165550100';

/** Calls that fall due at one instant, and how soon the carrier has each of them, over real HTTP. */
export async function benchTelephone(): Promise<BenchRow[]> {
  const place = await makePlace();
  try {
    const rows: BenchRow[] = [];
    for (const [index, { name, perMinute }] of PACES.entries())
      rows.push(await burst(place, index, { name, perMinute }));
    return rows;
  } finally {
    await place.close();
  }
}

async function burst(
  place: Place,
  day: number,
  { name, perMinute }: { readonly name: string; readonly perMinute: number },
): Promise<BenchRow> {
  const carrier = await testCarrier({ account: ACCOUNT, token: 'hush', number: OURS });
  carrier.ladderAt({ url: carrier.url });
  carrier.faults.perSecond = PER_SECOND;
  const telephone = {
    carrier: twilioCarrier({
      ...{ account: ACCOUNT, token: 'hush', url: carrier.url, number: OURS, allowed: ['127.0.0.1'] },
    }),
    pace: new Pace({ text: perMinute, call: perMinute }, machineNow),
  };
  // The carrier's library is in memory by the time anybody is to be rung.
  await telephone.carrier.text({ id: 'x', to: '+19165550199', body: 'x', statusUrl: undefined });
  const dueAt = machineNow();
  await queueCalls(place, day, dueAt);
  const engine = startEngine(engineParts(place.store, { telephone, loops: 1 }));
  try {
    await placed(place, day);
    return rowOf(name, carrier, dueAt);
  } finally {
    await engine.stop();
    await carrier.close();
  }
}

/** All of one instant; those that were queued the longest ago are to go first. */
const queueCalls = ({ store, revision }: Place, day: number, dueAt: number): Promise<void> =>
  store.transaction((tx) =>
    tx.addDeliveries(
      Array.from({ length: CALLS }, (_, index) => ({
        contract: revision.contract,
        caseId: '',
        deliveryId: `0198000${day}-0000-7000-8000-${String(index).padStart(12, '0')}`,
        ...{ number: index, round: day, personId: 'ana', level: undefined, kind: 'contact', means: 'call' },
        queuedAt: asInstant(dueAt - (CALLS - index)),
        address: numberOf(index),
        ...{ subject: 'A call', text: 'A call', html: '', canReply: false, replyHash: undefined, links: [] },
      })),
    ),
  );

/** Numbers that are nobody's, a hundred of each area. */
const numberOf = (index: number): string =>
  `+1${700 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;

async function placed({ connection }: Place, day: number): Promise<void> {
  const end = performance.now() + GIVEN_UP_AFTER_MS;
  for (;;) {
    const { rows } = await sql<{ state: string; count: number }>`
      select state, count(*)::int as count from delivery where round = ${day} and means = 'call'
      group by state`.execute(connection.db);
    if (rows.length === 1 && rows[0]?.state === 'handedOver' && rows[0].count === CALLS) return;
    if (performance.now() > end) throw new Error(`not all were placed: ${JSON.stringify(rows)}`);
    await setTimeout(500);
  }
}

function rowOf(name: string, { calls }: TestCarrier, dueAt: number): BenchRow {
  const at = calls.map(({ startedAt }) => startedAt - dueAt);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  const [first = 0] = at;
  const last = at.at(-1) ?? 0;
  const twice = calls.length - new Set(calls.map(({ to }) => to)).size;
  const most = Math.max(...at.map((one) => at.filter((other) => other >= one && other < one + 1000).length));
  const notes = `first after ${seconds(first)}, last after ${seconds(last)}, at most ${most} in a second, ${twice} placed twice`;
  return { name, perSecond: Math.round((calls.length / last) * 1000), notes };
}
