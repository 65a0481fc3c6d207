import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnswerClock, AnswerSummary, CountedCases } from '../../src/app/ports/overview.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { AnswerKind } from '../../src/core/case/answer-times.ts';
import type { Command } from '../../src/core/case/command.ts';
import type { Instant } from '../../src/core/instant.ts';
import { overviewReading } from '../../src/store/overview/overview-reading.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';

const MINUTE_MS = 60_000;
const ZONE = 'America/Los_Angeles';

let here: World;
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(() => here.close());

const reading = () => overviewReading(here.connection.db);
const counted = () => ({ contract: here.contract, customers: undefined });

/** A case opened at an instant, on the track that counts in business hours. */
async function opened(at: string, fields: Parameters<World['open']>[0] = {}): Promise<CaseKey> {
  await here.setClock(on(at));
  return here.open({ track: 'billing', ...fields });
}

async function then(at: string, key: CaseKey, type: Command['type'], fields: object = {}): Promise<void> {
  await here.setClock(on(at));
  const isCustomers = ['satisfied', 'undoSatisfied', 'withdraw', 'reopen', 'confirmResponse'].includes(type);
  const [answer] = await here.send({
    key,
    caller: undefined,
    actor: isCustomers ? 'customer' : 'contractor',
    command: { type, by: isCustomers ? 'dana' : 'ana', ...fields } as never,
  });
  if (!answer?.accepted) throw new Error(JSON.stringify(answer));
}

const asked = (clock: AnswerClock, from = on('Mon 00:00'), until: Instant = on('next Sun 00:00')) => ({
  ...counted(),
  from,
  until,
  clock,
});

async function summary(kind: AnswerKind, clock: AnswerClock): Promise<Omit<AnswerSummary, 'kind'>> {
  const { summaries } = await reading().answers(asked(clock));
  const { kind: _kind, ...rest } = summaries.find((one) => one.kind === kind)!;
  return rest;
}

test('how long answers took is counted from what happened, by both clocks', async () => {
  const one = await opened('Tue 09:00');
  const two = await opened('Tue 10:00');
  const three = await opened('Tue 16:00');
  await opened('Tue 16:30');
  await then('Tue 16:40', one, 'acknowledge');
  await then('Tue 16:45', one, 'respond', { text: 'Looking' });
  await then('Wed 09:00', two, 'respond', { text: 'Looking' });
  await then('Wed 09:00', three, 'withdraw');
  expect(await summary('acknowledged', 'plain')).toEqual({
    came: 1,
    medianMs: 460 * MINUTE_MS,
    ninetiethMs: 460 * MINUTE_MS,
    outstanding: 2,
    never: 1,
  });
  // 7 h 45 min and 23 h by every clock; 7 h 45 min and 8 h between eight and five.
  expect(await summary('responded', 'plain')).toMatchObject({
    came: 2,
    medianMs: 465 * MINUTE_MS,
    ninetiethMs: 23 * 60 * MINUTE_MS,
    outstanding: 1,
    never: 1,
  });
  expect(await summary('responded', 'open')).toMatchObject({ ninetiethMs: 8 * 60 * MINUTE_MS });
  expect(await summary('satisfied', 'plain')).toMatchObject({
    came: 0,
    medianMs: undefined,
    outstanding: 3,
    never: 1,
  });
  expect((await reading().answers(asked('plain'))).cases).toBe(4);
});

test('an undone word of satisfaction is no longer counted, and a practice case never was', async () => {
  const key = await opened('Tue 09:00');
  const drill = await opened('Tue 09:00', { practice: true });
  await then('Tue 09:10', drill, 'respond', { text: 'Drill' });
  await then('Tue 10:00', key, 'satisfied');
  expect(await summary('satisfied', 'open')).toMatchObject({
    came: 1,
    medianMs: 60 * MINUTE_MS,
    outstanding: 0,
  });
  await then('Tue 10:30', key, 'undoSatisfied');
  expect(await summary('satisfied', 'open')).toMatchObject({ came: 0, outstanding: 1 });
  expect(await summary('responded', 'plain')).toMatchObject({ came: 0 });
  expect((await openNow()).groups.map(({ cases }) => cases)).toEqual([1]);
});

test('a response counts from its stated instant once the customer has confirmed it', async () => {
  const key = await opened('Tue 09:00');
  await then('Tue 12:00', key, 'respond', { text: 'I rang you', statedAt: on('Tue 09:30') });
  expect(await summary('responded', 'plain')).toMatchObject({ medianMs: 180 * MINUTE_MS });
  await then('Tue 12:10', key, 'confirmResponse', { response: 0 });
  expect(await summary('responded', 'plain')).toMatchObject({ medianMs: 30 * MINUTE_MS });
});

const openNow = (at = 'Tue 10:00', whose: CountedCases = counted()) =>
  reading().open(whose, on(at), on('Wed 00:00'));

test('open cases are counted where they stand, and whether something falls due today', async () => {
  const first = await opened('Tue 09:00');
  await opened('Tue 09:00');
  await opened('Tue 09:00', { track: 'service' });
  await then('Tue 10:00', first, 'respond', { text: 'Looking' });
  const stands = { track: 'billing', level: 1, waitingParty: 'contractor', cases: 1 };
  expect(await openNow()).toEqual({
    groups: [
      { ...stands, waitingKind: 'answer' },
      { ...stands, waitingKind: 'settlement' },
      { ...stands, track: 'service', waitingKind: 'answer' },
    ],
    late: 0,
    dueToday: 1,
  });
  // The step of the service track falls due at 13:00, and stays so until it is taken.
  const late = async (at: string) => (await openNow(at)).late;
  expect([await late('Tue 12:59:59.999'), await late('Tue 13:00'), await late('Wed 00:00')]).toEqual([
    0, 1, 1,
  ]);
  expect((await openNow('Tue 13:00')).dueToday).toBe(0);
});

test('a customer’s own overview counts no other customer', async () => {
  await sql`insert into customer values (${here.contract}, 'other', 'Another')`.execute(here.connection.db);
  const key = await opened('Tue 09:00', { customer: 'other' });
  await opened('Tue 09:00');
  await then('Tue 10:00', key, 'respond', { text: 'Looking' });
  const own = { ...asked('plain'), customers: ['agency'] };
  expect((await openNow('Tue 10:00', own)).groups.map(({ cases }) => cases)).toEqual([1]);
  expect(await reading().answers(own)).toMatchObject({
    cases: 1,
    summaries: [{ came: 0 }, { came: 0 }, { came: 0 }],
  });
  expect(await reading().answers({ ...own, customers: [] })).toMatchObject({ cases: 0 });
});

test('the course of answers has classes, weeks and hours of the contract’s zone', async () => {
  const one = await opened('Tue 09:20');
  const two = await opened('Tue 09:40');
  const late = await opened('next Mon 23:30');
  await then('next Mon 23:45', late, 'respond', { text: 'Looking' });
  for (const key of [one, two]) await then('next Tue 09:40', key, 'respond', { text: 'Looking' });
  const limitsMs = [15, 60, 60 * 24 * 7].map((minutes) => minutes * MINUTE_MS);
  const course = await reading().course({ ...asked('plain'), kind: 'responded', timeZone: ZONE, limitsMs });
  const week = 7 * 24 * 60 * MINUTE_MS;
  // A limit belongs to the class below it.
  expect(course.classes).toEqual([1, 0, 1, 1]);
  expect(course.weeks).toEqual([
    { monday: '2026-11-16', came: 2, medianMs: week, ninetiethMs: week + 20 * MINUTE_MS },
    { monday: '2026-11-23', came: 1, medianMs: 15 * MINUTE_MS, ninetiethMs: 15 * MINUTE_MS },
  ]);
  expect(course.hours).toEqual([
    { weekday: 1, hour: 23, came: 1, medianMs: 15 * MINUTE_MS },
    { weekday: 2, hour: 9, came: 2, medianMs: week },
  ]);
});
