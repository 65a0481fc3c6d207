import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { MailResult } from '../../src/app/ports/mail.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { settleAll } from '../build/settle.ts';
import { type World, world } from '../build/world.ts';

let here: World;
afterEach(() => here.close());

type Parts = ReturnType<typeof engineParts>;

const CASES = 3;
const STEP_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** The waits after an attempt grow to a quarter of an hour; so many attempts come before that. */
const ATTEMPTS_BEFORE = 8;
const SETTLED_WITHIN_MS = 16 * 60_000;
/** What happened meanwhile, each once, and what is told again. */
const MAILS_OF_A_CASE_MAX = 6;
const TEST_MS_MAX = 240_000;

const settle = (parts: EngineParts): Promise<void> => settleAll(parts, here.store);

/** Lets time pass in quarters of an hour, with everything done that falls due. */
async function pass(parts: Parts, from: number, forMs: number): Promise<number> {
  let at = from;
  for (const end = from + forMs; at < end; ) {
    at += STEP_MS;
    await here.setClock(asInstant(at));
    await settle(parts);
  }
  return at;
}

interface Line {
  readonly delivery_id: string;
  readonly case_id: string;
  readonly round: number;
  readonly reason: string | null;
  readonly state: string;
  readonly attempts: number;
}

const deliveries = async (): Promise<readonly Line[]> =>
  (
    await sql<Line>`select delivery_id, case_id, round, state, attempts, reason
    from delivery`.execute(here.connection.db)
  ).rows;

test(
  'a carrier that is away for a day: no letter is lost or sent twice, none asks more than every quarter of an hour, and nobody gets a heap of them when it is back',
  async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    const away: MailResult = { result: 'failed', permanent: false, reason: 'smtp-421' };
    parts.mail.answer = () => away;
    const keys = [];
    for (let index = 0; index < CASES; index++) keys.push(await here.open());
    await settle(parts);
    const back = await pass(parts, on('Tue 09:00'), DAY_MS);

    const waiting = await deliveries();
    expect(waiting.length).toBeGreaterThanOrEqual(2 * CASES);
    // Of a level that is told again and again the first mail waits, and the last.
    const left = waiting.filter(({ reason }) => reason !== 'overtaken');
    expect(waiting.length).toBeGreaterThan(left.length);
    expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['queued']));
    const most = Math.max(...waiting.map(({ attempts }) => attempts));
    expect(most).toBeGreaterThan(DAY_MS / STEP_MS / 2);
    expect(most).toBeLessThanOrEqual(DAY_MS / STEP_MS + ATTEMPTS_BEFORE);
    // The clocks did not wait for the carrier: whoever may move on by now may.
    for (const key of keys) {
      expect((await here.events(key)).map(({ type }) => type)).toContain('StepFellDue');
    }

    const [answered] = keys;
    await here.send({
      key: answered!,
      caller: undefined,
      actor: 'contractor',
      command: { type: 'respond', by: 'ana' },
    });
    const taken: string[] = [];
    const readers: string[] = [];
    parts.mail.answer = ({ id, to }) => {
      taken.push(id);
      readers.push(to.address);
      return { result: 'handedOver', carrierId: id };
    };
    await pass(parts, back, SETTLED_WITHIN_MS);
    const settled = (await deliveries()).filter(({ reason }) => reason !== 'overtaken');
    expect(settled.filter(({ state }) => state !== 'handedOver')).toEqual([]);
    // Of the case that was answered nobody is told once more that it waits.
    const repeated = settled.filter(({ case_id: caseId, round }) => caseId === answered!.caseId && round > 0);
    expect(repeated).toEqual([]);
    for (const [address, mails] of Map.groupBy(readers, (one) => one))
      expect(mails.length, address).toBeLessThanOrEqual(MAILS_OF_A_CASE_MAX * CASES);
    expect(taken.toSorted()).toEqual(settled.map((one) => one.delivery_id).toSorted());
    for (const key of keys) {
      const told = (await here.events(key)).filter((event) => event.type === 'DeliveryRecorded');
      expect(told).toContainEqual(expect.objectContaining({ contact: 'dana', result: 'handedOver' }));
    }
    expect(parts.log.lines).toEqual([]);
  },
  TEST_MS_MAX,
);
