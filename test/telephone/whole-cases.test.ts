import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { heardIn } from '../../src/dev/test-carrier/carried.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS } from './conversation-world.ts';

/** Oversight has a seat, so that it is told. */
const RULES = revisionWith({
  contract: {
    ...{ id: 'sample', timeZone: 'America/Los_Angeles' },
    parties: { oversight: { reach: ['olga'] } },
  },
  contacts: {
    ...{ desk: { kind: 'desk', title: 'Service desk' }, ana: { kind: 'person', title: 'Service manager' } },
    ...{ bo: { kind: 'person', title: 'Senior service manager' }, cy: { kind: 'person', title: 'Director' } },
    olga: { kind: 'person', title: 'Duty officer' },
  },
} as never);

let here: ConversationWorld;
async function begin(start: string, numbers: 'mobile' | 'office'): Promise<void> {
  here = await conversationWorld(on(start), { revision: RULES });
  const { db } = here.connection;
  await sql`insert into seat values (${here.contract}, 'olga', 'olga', '2026-01-01T00:00:00Z')`.execute(db);
  // Nobody has mail, and nobody the other kind of telephone.
  await sql`update person set email = null`.execute(db);
  if (numbers === 'office') await sql`update person set office = mobile, mobile = null`.execute(db);
}
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

async function settle(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await here.bring();
    await here.carrier.settled();
  }
}
const clock = async (to: string): Promise<void> => {
  await here.setClock(on(to));
  await settle();
};

type Who = keyof typeof NUMBERS;
const CONTACTS: readonly Who[] = ['ana', 'bo', 'cy', 'desk'];
const phone = (who: Who) => here.phone(NUMBERS[who]);

/** The case, and what happened under the contract, each with when and who. */
async function story(): Promise<readonly string[]> {
  const [row] = await here.rows<{ case_id: string }>('select case_id from "case"');
  const events = await here.events({ contract: here.contract, caseId: row!.case_id });
  const told: readonly CaseEvent['type'][] = [
    ...(['CaseOpened', 'StepFellDue', 'Escalated', 'Responded', 'Satisfied', 'CaseClosed'] as const),
  ];
  return events
    .filter(({ type }) => told.includes(type))
    .map((event) => {
      const at = 'dueAt' in event ? event.dueAt : event.occurredAt;
      const local = Temporal.Instant.fromEpochMilliseconds(at ?? 0).toZonedDateTimeISO('America/Los_Angeles');
      const level = 'level' in event ? ` ${event.level}` : '';
      return `${local.toPlainDateTime().toString().slice(5, 16)} ${event.type}${level} ${event.by}`;
    });
}

const A = [
  '11-20T16:30 CaseOpened dana',
  '11-20T20:30 StepFellDue 2 ladder',
  '11-20T20:31 Escalated 2 dana',
  '11-23T16:30 StepFellDue 3 ladder',
  '11-23T16:45 Escalated 3 olga',
  '11-23T17:10 Responded 3 cy',
  '11-23T18:00 Satisfied dana',
  '11-23T18:00 CaseClosed dana',
];
const B = [
  '11-17T09:00 CaseOpened dana',
  '11-17T09:40 Responded 1 ana',
  '11-17T13:00 StepFellDue 2 ladder',
  '11-17T13:05 Escalated 2 dana',
  '11-18T13:05 StepFellDue 3 ladder',
];

describe('by telephone alone', () => {
  async function takes(who: Who, ...keys: readonly string[]): Promise<void> {
    await phone(who).answer();
    for (const key of keys) await phone(who).press(key);
  }
  /** Of several calls at one instant any may come first: those that offer nothing are listened to and put down. */
  async function takesOffer(who: Who, ...keys: readonly string[]): Promise<void> {
    for (let calls = 0; calls < 8; calls++) {
      const call = phone(who).current;
      if (call?.status === 'ringing') {
        await phone(who).answer();
        if (heardIn(call).some((one) => /\bpress 5\b/i.test(one))) break;
        await phone(who).hangUp();
      }
      await settle();
    }
    for (const key of keys) await phone(who).press(key);
  }
  /** Contacts do not pick up; the others listen to what they are told. */
  async function leaves(): Promise<void> {
    for (const who of Object.keys(NUMBERS) as Who[]) {
      const isRinging = phone(who).current?.status === 'ringing';
      if (isRinging && CONTACTS.includes(who)) await phone(who).letRing();
      else if (isRinging) await phone(who).answer();
      if (phone(who).current) await phone(who).hangUp();
    }
    await here.carrier.settled();
  }
  const opens = async (): Promise<void> => {
    await phone('dana').call(OURS);
    for (const key of ['1', '2', '1']) await phone('dana').press(key);
    await phone('dana').speak('No dial tone', { key: '#' });
    await phone('dana').hangUp();
    await settle();
    await leaves();
  };

  test('A: nobody answers until level 3 does', async () => {
    await begin('Fri 16:30', 'office');
    await opens();
    await clock('Fri 20:31');
    await takesOffer('dana', '5', '1');
    await leaves();
    await settle();
    await leaves();
    // What the weekend brought is heard before the step falls due: who is busy is rung again after two minutes.
    for (const minute of [17, 20, 23, 26, 29]) {
      await clock(`2026-11-23T16:${minute}`);
      await leaves();
    }
    await clock('2026-11-23T16:45');
    await takesOffer('olga', '5', '1');
    await leaves();
    await settle();
    await clock('2026-11-23T16:50');
    // It rings on until somebody takes it.
    expect(phone('cy').current?.status).toBe('ringing');
    await here.setClock(on('2026-11-23T17:10'));
    await takes('cy', '2');
    await phone('cy').speak('A crew is at the site', { key: '#' });
    await settle();
    await leaves();
    await clock('2026-11-23T18:00');
    await leaves();
    await phone('dana').call(OURS);
    await phone('dana').press('2');
    const [row] = await here.rows<{ case_id: string }>('select case_id from "case"');
    await phone('dana').press(`${row!.case_id}#`);
    const { casePin } = await import('../../src/app/secret.ts');
    const { TEST_SECRET } = await import('../build/engine-parts.ts');
    await phone('dana').press(`${casePin(TEST_SECRET, { contract: here.contract, caseId: row!.case_id })}#`);
    await phone('dana').press('3');
    await phone('dana').press('1');
    expect(await story()).toEqual(A);
  }, 60_000);

  test('B: answered, and not satisfied', async () => {
    await begin('Tue 09:00', 'office');
    await opens();
    await clock('Tue 09:40');
    await takes('ana', '2');
    await phone('ana').speak('We are looking into it', { key: '#' });
    await settle();
    await leaves();
    // Of two calls at once the second found the line busy: it comes again, and is heard.
    await clock('Tue 09:45');
    await leaves();
    await clock('Tue 13:05');
    await takesOffer('dana', '5', '1');
    await settle();
    await leaves();
    await clock('Wed 13:06');
    expect(await story()).toEqual(B);
  }, 60_000);
});

describe('by text alone', () => {
  const write = (who: Who, body: string) => phone(who).text(OURS, body);
  const opens = async (): Promise<void> => {
    for (const body of ['OPEN No dial tone', '2', '1']) await write('dana', body);
    await settle();
  };

  test('A: nobody answers until level 3 does', async () => {
    await begin('Fri 16:30', 'mobile');
    await opens();
    await clock('Fri 20:31');
    await write('dana', '5');
    await clock('2026-11-23T16:45');
    await write('olga', '5');
    await settle();
    await clock('2026-11-23T17:10');
    await write('cy', '2 A crew is at the site');
    await settle();
    await clock('2026-11-23T18:00');
    await write('dana', '3');
    expect(await story()).toEqual(A);
    await settle();
    expect(here.lastText(NUMBERS.dana)).toMatch(/closed/i);
  }, 60_000);

  test('B: answered, and not satisfied', async () => {
    await begin('Tue 09:00', 'mobile');
    await opens();
    await clock('Tue 09:40');
    await write('ana', '2 We are looking into it');
    await settle();
    expect(here.lastText(NUMBERS.dana)).toMatch(/answer|respon/i);
    await clock('Tue 13:05');
    await write('dana', '5');
    await clock('Wed 13:06');
    expect(await story()).toEqual(B);
  }, 60_000);
});
