import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { watch } from '../../src/engine/watch.ts';
import { CHAINS } from '../../src/store/watch-chains.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { formIn, textOf } from '../build/case-page-world.ts';
import { poison } from '../set-aside/poison.ts';

let here: AnswersWorld;
let beats: number;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  beats = 0;
});
afterEach(() => here.close());

/** Whether the heartbeat is heard after a look. */
const isHeard = async (): Promise<boolean> => {
  const before = beats;
  const beat = async (): Promise<void> => {
    beats += 1;
  };
  await watch({ ...here.parts, beat });
  return beats > before;
};

const ask = (method: 'GET' | 'POST', url: string, payload = '') =>
  here.server.inject({
    method,
    url,
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  });
const problems = async (): Promise<string> => (await ask('GET', '/problems')).body;

/** What an operator does who has read the page. */
async function pressSeen(html: string): Promise<void> {
  const form = formIn(html, '/problems/seen');
  if (!form) throw new Error(`nothing to be seen in:\n${textOf(html)}`);
  const sent = await ask('POST', form.action, new URLSearchParams(form.hidden).toString());
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/problems']);
}

/** A deadline of something that is no case, on which nobody acts. */
const KINDS = {
  obligation: () => sql`
    insert into obligation (contract_id, obligation_id, obligation, revision, kind, owner, accepted_by, status, due_on,
      due_at, waiting, changed_at, events, head, state, deadlines, next_due_at, deadline_job)
    values ('sample', 'report', 'report', 1, 'commitment', 'contractor', 'oversight', 'open', '2026-11-17',
      '2026-11-17T21:00Z', '{}', '2026-11-17T17:00Z', 1, '', '{}', '{}', '2026-11-17T21:00Z', ${randomUUID()}::uuid)`,
  attestation: () => sql`
    insert into attestation (contract_id, person_id, status, events, head, state, deadlines, next_due_at, deadline_job)
    values ('sample', 'ana', 'standing', 1, '', '{}', '{}', '2026-11-17T21:00Z', ${randomUUID()}::uuid)`,
  contact_report: () => sql`
    insert into contact_report (contract_id, report, person_id, means, status, reported_at, changed_at, events, head,
      state, deadlines, next_due_at, deadline_job)
    values ('sample', 1, 'ana', 'email', 'open', '2026-11-17T17:00Z', '2026-11-17T17:00Z', 1, '', '{}', '{}',
      '2026-11-17T21:00Z', ${randomUUID()}::uuid)`,
  seat_filling: () => sql`
    insert into seat_filling (contract_id, filling, seat_id, status, changed_at, events, head, state, deadlines,
      next_due_at, deadline_job)
    values ('sample', 1, 'ana', 'waiting', '2026-11-17T17:00Z', 1, '', '{}', '{}', '2026-11-17T21:00Z',
      ${randomUUID()}::uuid)`,
  drill: () => sql`
    insert into drill (contract_id, drill, level, status, start_at, end_at, changed_at, events, head, state, deadlines,
      next_due_at, deadline_job)
    values ('sample', 1, 1, 'running', '2026-11-17T17:00Z', '2026-11-17T21:00Z', '2026-11-17T17:00Z', 1, '', '{}', '{}',
      '2026-11-17T21:00Z', ${randomUUID()}::uuid)`,
} as const satisfies Record<string, () => RawBuilder<unknown>>;
type Kind = keyof typeof KINDS;
/** What its name in the record begins with. */
const NAMES = Object.fromEntries(
  CHAINS.map(({ table, keyOf }) => [table, keyOf('', '').caseId.split(':')[0]]),
);

describe('the heartbeat', () => {
  test('is withheld for a case set aside, once it is late, until an operator has seen it; the next to be late withholds it again', async () => {
    const [first, second] = [await here.open(), await here.open({ track: 'service' })];
    await poison(here.connection, first.caseId);
    await here.setClock(on('Tue 13:00'));
    await fireDeadlines(here.parts);
    expect(await isHeard()).toBe(true);
    await here.setClock(on('Tue 13:01:01'));
    await fireDeadlines(here.parts);
    expect(await isHeard()).toBe(false);
    const page = await problems();
    expect(textOf(page)).toContain('The heartbeat is withheld');
    expect(textOf(page)).toMatch(new RegExp(`sample/${first.caseId}[^]*Set aside[^]*Not seen yet`));
    await pressSeen(page);
    expect(await isHeard()).toBe(true);
    expect(textOf(await problems())).not.toContain('The heartbeat is withheld');
    expect(textOf(await problems())).toMatch(new RegExp(`sample/${first.caseId}[^]*Set aside[^]*Seen`));
    await poison(here.connection, second.caseId);
    await sql`update "case" set next_due_at = '2026-11-17T21:01:00Z' where case_id = ${second.caseId}`.execute(
      here.connection.db,
    );
    await here.setClock(on('Tue 13:02:01'));
    expect(await isHeard()).toBe(false);
    await pressSeen(await problems());
    expect(await isHeard()).toBe(true);
  });

  test('is tried here with everything that has a chain of its own', () => {
    expect(Object.keys(KINDS)).toEqual(CHAINS.map(({ table }) => table));
  });

  test.each(Object.keys(KINDS) as Kind[])('goes by the same rule as the meter for: %s', async (kind) => {
    await KINDS[kind]().execute(here.connection.db);
    await here.setClock(on('Tue 13:01:00'));
    expect(await isHeard()).toBe(true);
    await here.setClock(on('Tue 13:01:01'));
    expect(await isHeard()).toBe(false);
    expect((await watch(here.parts)).latenessMs).toBe(61_000);
    const page = await problems();
    expect(textOf(page)).toMatch(new RegExp(`sample/${NAMES[kind]}:[^]*Is being tried[^]*Not seen yet`));
    await pressSeen(page);
    expect(await isHeard()).toBe(true);
    // Seen is the deadline that was late, and no later one.
    await sql`update ${sql.table(kind)} set next_due_at = '2026-11-17T21:02:00Z'`.execute(here.connection.db);
    await here.setClock(on('Tue 13:03:01'));
    expect(await isHeard()).toBe(false);
  });

  test('is withheld for a letter that cannot be written, from a minute on, until that is seen', async () => {
    await here.open();
    const { letters } = here.parts;
    const notice = (): never => {
      throw new TypeError('no such word');
    };
    await makeLetters({ ...here.parts, letters: { ...letters, writer: { ...letters.writer, notice } } });
    expect(await isHeard()).toBe(true);
    await here.setClock(on('Tue 09:01:01'));
    expect(await isHeard()).toBe(false);
    await pressSeen(await problems());
    expect(await isHeard()).toBe(true);
  });

  test('is not set going by a look that came before, or by a form that is none of ours', async () => {
    const key = await here.open();
    await here.setClock(on('Tue 13:00:30'));
    const looked = on('Tue 13:00:30');
    await poison(here.connection, key.caseId);
    await here.setClock(on('Tue 13:01:01'));
    for (const asOf of [String(looked), '', 'x', '9'.repeat(40), '-1']) {
      expect((await ask('POST', '/problems/seen', new URLSearchParams({ asOf }).toString())).statusCode).toBe(
        303,
      );
      expect([asOf, await isHeard()]).toEqual([asOf, false]);
    }
    const foreign = await here.server.inject({
      method: 'POST',
      url: '/problems/seen',
      headers: { host: 'localhost', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.statusCode).toBe(403);
  });
});
