import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { on } from '../build/case.ts';
import { settleAll } from '../build/settle.ts';
import { type ConversationWorld, conversationWorld, NUMBERS } from './conversation-world.ts';

const START = on('Tue 09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A node that has nothing to do looks again after this; it takes no smaller steps than these, or a day would take minutes. */
const WAKES_AFTER_MS = 15 * MINUTE;
const STEP_MS = 30_000;
/** A few steps, and what a slow machine takes for its work. */
const SLACK_MS = 4 * MINUTE;
const WAKES_MAX = 1_500;
const DAY_MS = 300_000;
const QUEUES = ['deadline', 'notice', 'delivery'] as const;

let here: ConversationWorld;
let wakes: number;
beforeEach(async () => {
  wakes = 0;
  here = await conversationWorld(START);
  // What falls due while a slow machine works is then due by this clock too.
  await here.startClock();
  const { db } = here.connection;
  // Dana has a telephone and nothing else; whoever comes after ana has mail alone.
  await sql`update person set email = null where person_id = 'dana'`.execute(db);
  await sql`update person set mobile = null where person_id = 'desk'`.execute(db);
  here.carrier.faults.isDown = true;
}, 60_000);
afterEach(() => here.close());

/** Wakes whenever something is due, as a node does, until an instant. */
async function walk(until: Instant): Promise<void> {
  for (; wakes < WAKES_MAX; wakes++) {
    const now = await here.store.now();
    if (now >= until) return;
    const due = await Promise.all(QUEUES.map((queue) => here.store.untilNext(queue)));
    const next = Math.min(...due.map((ms) => ms ?? WAKES_AFTER_MS));
    await here.setClock(asInstant(Math.min(until, now + Math.max(STEP_MS, Math.ceil(next)))));
    await settleAll(here.parts, here.store);
    await here.carrier.settled();
  }
}

/** Ana is told by a text first, then by a call, and has said nothing of mail. */
const textsFirst = async (): Promise<void> => {
  const tries = [
    { means: 'text', afterMinutes: 0 },
    { means: 'call', afterMinutes: 5 },
  ];
  const rules = [{ urgency: 'any', tries, againMinutes: 15 }];
  await sql`insert into notice_rules values (${here.contract}, 'ana', 'set', 1, sha256('x'::bytea), ${JSON.stringify({ rules })}::json,
    '2026-01-01T00:00:00Z')`.execute(here.connection.db);
};

interface Line {
  readonly person: string;
  readonly means: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly queued: number;
  readonly out: number | null;
}
const lines = (): Promise<readonly Line[]> =>
  here.rows<Line>(`select person_id as person, means, state, reason, attempts,
      (extract(epoch from queued_at) * 1000)::int8 as queued, (extract(epoch from handed_over_at) * 1000)::int8 as out
    from delivery where kind = 'notice' order by queued_at, person_id, means`);

const ask = async (key: CaseKey): Promise<void> => {
  await here.send({ key, caller: undefined, actor: 'customer', command: { type: 'ask', by: 'dana' } });
  await settleAll(here.parts, here.store);
};

/** The shortest time between two mails to somebody, in minutes. */
const gap = (all: readonly Line[], who: string): number => {
  const outs = all.flatMap(({ person, means, out }) =>
    person === who && means === 'email' && out !== null ? [out] : [],
  );
  return Math.min(...outs.slice(1).map((out, index) => (out - outs[index]!) / MINUTE));
};

describe('a carrier that is away for a day', () => {
  test(
    'is asked less and less often, others are told meanwhile, and afterwards what is worth telling is told, once',
    async () => {
      await textsFirst();
      const key = await here.open({ by: 'dana' });
      await settleAll(here.parts, here.store);
      await walk(asInstant(START + HOUR));
      const first = await lines();
      const mails = (who: string) =>
        first.filter((one) => one.person === who && one.means === 'email' && one.out !== null);
      // Whoever is next is told at their time, and ana by what she did not name as soon as texts have failed her.
      expect(mails('desk')[0]?.out).toBeLessThanOrEqual(START + 15 * MINUTE + SLACK_MS);
      expect(mails('ana')[0]?.out).toBeLessThanOrEqual(START + 20 * MINUTE + SLACK_MS);
      // Not once more for each text and each call that fails.
      expect(gap(first, 'ana')).toBeGreaterThanOrEqual(9);
      expect(gap(first, 'desk')).toBeGreaterThanOrEqual(13);
      await walk(on('Wed 08:50'));
      const all = await lines();
      for (const { person, means, attempts, state, reason } of all) {
        if (means === 'email') continue;
        // To a level for a quarter of an hour; to others for two days, at last four times an hour.
        expect(attempts).toBeLessThanOrEqual(person === 'ana' ? 8 : 105);
        if (person === 'ana') expect([state, reason]).toEqual(['failed', 'dropped']);
        else expect(state).toBe('queued');
      }
      const failed = (await here.events(key)).filter(
        (event) => event.type === 'DeliveryRecorded' && event.result === 'failed' && event.contact === 'ana',
      );
      // A mail that a later one has overtaken is no event.
      const lost = all.filter(
        (one) => one.person === 'ana' && one.means !== 'email' && one.state === 'failed',
      );
      expect(failed.length).toBe(lost.length);
      // It is told once that ana is not reached by texts, and once that she is not by calls.
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from delivery where kind = 'notReached' and person_id = 'desk'`.execute(
        here.connection.db,
      );
      expect(rows[0]?.count).toBeLessThanOrEqual(2);
      await ask(key);
      await walk(on('Wed 09:00'));
      expect(here.carrier.texts).toEqual([]);
      here.carrier.faults.isDown = false;
      await walk(on('Wed 09:30'));
      const texts = (who: 'ana' | 'dana') => here.phone(NUMBERS[who]).texts.map(({ body }) => body);
      // What the customer has not heard is still so; each comes when it is tried next.
      expect(texts('dana').toSorted((one, other) => one.localeCompare(other))).toEqual([
        expect.stringContaining('Case opened.'),
        expect.stringContaining('Level 2 may be contacted now.'),
      ]);
      // Of yesterday's thirty rounds ana hears nothing, and of today's each once, in their order.
      expect(texts('ana').length).toBeGreaterThan(0);
      expect(texts('ana').every((body) => body.includes('Asked again.'))).toBe(true);
      const rounds = texts('ana').map((body) => Number(/Notice (\d+)/.exec(body)?.[1] ?? 1));
      expect(rounds).toEqual([...new Set(rounds)].toSorted((a, b) => a - b));
      expect(here.phone(NUMBERS.ana).calls.length).toBeGreaterThan(0);
      expect(wakes).toBeLessThan(WAKES_MAX);
    },
    DAY_MS,
  );

  test(
    'tells nobody afterwards of what was answered meanwhile',
    async () => {
      const key = await here.open({ by: 'dana' });
      await settleAll(here.parts, here.store);
      await walk(asInstant(START + HOUR));
      await here.send({
        ...{ key, caller: undefined, actor: 'contractor' },
        command: { type: 'respond', by: 'ana', text: 'A crew is on its way.' },
      });
      await settleAll(here.parts, here.store);
      await walk(asInstant(START + 2 * HOUR));
      here.carrier.faults.isDown = false;
      await walk(asInstant(START + 3 * HOUR));
      expect(here.phone(NUMBERS.ana).texts).toEqual([]);
      expect(here.phone(NUMBERS.ana).calls).toEqual([]);
      const told = here
        .phone(NUMBERS.dana)
        .texts.map(({ body }) => /: (Case opened|Level 1 responded)\./.exec(body)?.[1]);
      expect(told.toSorted()).toEqual(['Case opened', 'Level 1 responded']);
    },
    DAY_MS,
  );
});
