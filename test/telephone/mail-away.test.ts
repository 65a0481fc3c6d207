import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { MailResult } from '../../src/app/ports/mail.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { settleAll } from '../build/settle.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS } from './conversation-world.ts';

const START = on('Tue 09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP_MS = 30_000;
const WAKES_AFTER_MS = 15 * MINUTE;
const WAKES_MAX = 800;
const SLACK_MS = 2 * MINUTE;
const TEST_MS = 300_000;
const QUEUES = ['deadline', 'notice', 'delivery'] as const;
const AWAY: MailResult = { result: 'failed', permanent: false, reason: 'smtp-421' };

let here: ConversationWorld;
afterEach(() => here.close());

async function begin(urgency: 'high' | 'normal' = 'normal', tells: Revision['tells'] = {}): Promise<void> {
  const { tracks, ...rest } = revisionWith();
  const urgent = { ...tracks, service: { ...tracks.service!, urgency } };
  here = await conversationWorld(START, { revision: { ...rest, tracks: urgent, tells } });
  await here.startClock();
  here.parts.mail.answer = () => AWAY;
}

/** Wakes whenever something is due, as a node does, until an instant. */
async function walk(until: Instant): Promise<void> {
  for (let wakes = 0; wakes < WAKES_MAX; wakes++) {
    const now = await here.store.now();
    if (now >= until) return;
    const due = await Promise.all(QUEUES.map((queue) => here.store.untilNext(queue)));
    const next = Math.min(...due.map((ms) => ms ?? WAKES_AFTER_MS));
    await here.setClock(asInstant(Math.min(until, now + Math.max(STEP_MS, Math.ceil(next)))));
    await settleAll(here.parts, here.store);
    await here.carrier.settled();
  }
  throw new Error('it wakes too often');
}

async function open(): Promise<CaseKey> {
  const key = await here.open({ by: 'dana' });
  await settleAll(here.parts, here.store);
  return key;
}

/** Ana wants mail, and nothing else. */
const mailAlone = (): Promise<unknown> =>
  sql`insert into notice_rules values (${here.contract}, 'ana', 'set', 1, sha256('x'::bytea), ${JSON.stringify(
    {
      rules: [{ urgency: 'any', tries: [{ means: 'email', afterMinutes: 0 }], againMinutes: 15 }],
    },
  )}::json, '2026-01-01T00:00:00Z')`.execute(here.connection.db);

const noTelephone = (...people: readonly string[]): Promise<unknown> =>
  sql`update person set mobile = null where person_id = any(${people}::text[])`.execute(here.connection.db);

interface Line {
  readonly id: string;
  readonly person: string;
  readonly means: string;
  readonly kind: string;
  readonly state: string;
  readonly round: number;
  readonly queued: number;
}
const lines = (): Promise<readonly Line[]> =>
  here.rows<Line>(`select delivery_id as id, person_id as person, means, kind, state, round,
      (extract(epoch from queued_at) * 1000)::int8 as queued from delivery order by queued_at, person_id, means`);

const texts = (who: keyof typeof NUMBERS): readonly string[] =>
  here.phone(NUMBERS[who]).texts.map(({ body }) => body);

/** What the case says of mail to somebody, in order. */
const saidOfMail = async (key: CaseKey, who: string): Promise<readonly string[]> =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'DeliveryRecorded' && event.contact === who && event.means === 'email'
      ? [[event.result, event.why ?? ''].join(' ').trim()]
      : [],
  );

describe('mail that is away for six hours', () => {
  test(
    'a contact whose own rule names mail alone is told by a text after ten minutes of a pressing case, and from then on round by round; the mail waits and comes once',
    async () => {
      await begin('high');
      await mailAlone();
      const key = await open();
      await walk(asInstant(START + 9 * MINUTE));
      expect(texts('ana')).toEqual([]);
      await walk(asInstant(START + 10 * MINUTE + SLACK_MS));
      expect(texts('ana')).toEqual([expect.stringContaining('You are contacted at level 1.')]);
      expect(await saidOfMail(key, 'ana')).toEqual(['failed notCarried']);
      await walk(asInstant(START + HOUR));
      // At 10, 15, 30 and 45 minutes, and perhaps at the hour.
      expect(texts('ana').length).toBeGreaterThanOrEqual(4);
      expect(texts('ana').length).toBeLessThanOrEqual(5);
      await walk(asInstant(START + 6 * HOUR));
      const mails = (await lines()).filter(({ person, means }) => person === 'ana' && means === 'email');
      const queued = mails.filter(({ state }) => state === 'queued');
      expect(mails.filter(({ kind }) => kind === 'notice').length).toBeLessThanOrEqual(4);
      const told = texts('ana').length;
      const sent: string[] = [];
      here.parts.mail.answer = ({ id, to: { address } }) => {
        if (address.startsWith('ana@')) sent.push(id);
        return { result: 'handedOver', carrierId: id };
      };
      await walk(asInstant(START + 6 * HOUR + 14 * MINUTE));
      // Each that waited comes once, and none is lost.
      expect(sent.toSorted()).toEqual(queued.map(({ id }) => id).toSorted());
      expect(texts('ana').length).toBeLessThanOrEqual(told + 1);
      // From then on it is by mail again, as the rule says.
      const before = texts('ana').length;
      await walk(asInstant(START + 7 * HOUR));
      expect(texts('ana').length).toBe(before);
      expect(sent.length).toBeGreaterThan(queued.length);
      expect((await saidOfMail(key, 'ana')).slice(0, 2)).toEqual(['failed notCarried', 'handedOver']);
      expect(here.parts.log.lines).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a customer is told by a text after half an hour, once, and of what happens later by a text at once; each mail that waited comes once',
    async () => {
      await begin();
      const key = await open();
      await walk(asInstant(START + 29 * MINUTE));
      expect(texts('dana')).toEqual([]);
      await walk(asInstant(START + 30 * MINUTE + SLACK_MS));
      expect(texts('dana')).toEqual([expect.stringContaining('Case opened.')]);
      await walk(asInstant(START + HOUR));
      expect(texts('dana')).toHaveLength(1);
      await here.send({
        ...{ key, caller: undefined, actor: 'contractor' },
        command: { type: 'respond', by: 'ana', text: 'A crew is on its way.' },
      });
      await settleAll(here.parts, here.store);
      await here.carrier.settled();
      expect(texts('dana').at(-1)).toContain('Level 1 responded.');
      await walk(asInstant(START + 6 * HOUR));
      const told = texts('dana').length;
      const sent: string[] = [];
      here.parts.mail.answer = ({ id, to: { address }, subject }) => {
        if (address.startsWith('dana@')) sent.push(subject);
        return { result: 'handedOver', carrierId: id };
      };
      await walk(asInstant(START + 6 * HOUR + 16 * MINUTE));
      // Of all that texts have told the first alone was a mail that waited.
      expect(sent).toHaveLength(1);
      expect(texts('dana')).toHaveLength(told);
      expect(new Set(texts('dana')).size).toBe(told);
      expect(here.parts.log.lines).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a level that has mail alone and none of it comes through: who may ring it hears so by something else than mail, once, and it is on the case',
    async () => {
      await begin('normal', { contractor: ['desk'], oversight: ['olga'] });
      await noTelephone('ana', 'desk', 'dana');
      const key = await open();
      await walk(asInstant(START + 2 * HOUR));
      expect(await saidOfMail(key, 'ana')).toContain('failed notCarried');
      expect(await saidOfMail(key, 'desk')).toContain('failed notCarried');
      const said = texts('olga').filter((body) => body.includes('Not reached'));
      expect(said).toEqual([expect.stringContaining('Not reached: level 1.')]);
      // Nobody is written to by mail of mail that does not go out.
      const letters = (await lines()).filter(({ kind }) => kind === 'notReached');
      expect(letters.map(({ person, means }) => `${person} ${means}`)).toEqual(['olga text']);
    },
    TEST_MS,
  );

  test(
    'whoever has asked for no more texts is rung instead, and nobody steps in for a case that is answered',
    async () => {
      await begin();
      await here.phone(NUMBERS.dana).text(OURS, 'STOP');
      await mailAlone();
      const key = await open();
      await here.send({
        ...{ key, caller: undefined, actor: 'contractor' },
        command: { type: 'respond', by: 'ana', text: 'A crew is on its way.' },
      });
      const before = texts('dana').length;
      await walk(asInstant(START + HOUR));
      expect(texts('dana')).toHaveLength(before);
      expect(here.phone(NUMBERS.dana).calls.length).toBeGreaterThan(0);
      expect(texts('ana')).toEqual([]);
    },
    TEST_MS,
  );
});
