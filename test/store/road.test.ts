import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handleIn, type Request } from '../../src/app/handle.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { readState } from '../../src/store/cases.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';

let here: World;
beforeAll(async () => {
  here = await world(on('Tue 09:00'));
});
afterAll(() => here.close());

const responds = (key: CaseKey): Request => ({
  key,
  caller: undefined,
  actor: 'contractor',
  command: { type: 'respond', by: 'ana', text: 'We replace the card.' },
});

async function row(key: CaseKey): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select *, encode(head, 'hex') as head_hex from "case"
    where contract_id = ${key.contract} and case_id = ${key.caseId}`.execute(here.connection.db);
  return rows[0]!;
}

describe('a case in the database', () => {
  test('keeps what was decided, and its state is what the events make of it', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open({ text: 'No dial tone', references: ['INC-1', 'INC-1'] });
    await here.setClock(on('Tue 09:40'));
    const [answer] = await here.send(responds(key));
    expect(answer).toMatchObject({ accepted: true, from: 3, to: 3, at: on('Tue 09:40') });
    const events = await here.events(key);
    expect(events.map((event) => event.type)).toEqual(['CaseOpened', 'LevelContacted', 'Responded']);
    const rebuilt = events.reduce<CaseState>(evolve, initial);
    const kept = await row(key);
    const live = await readState(
      here.connection.db,
      here.store.revisions,
      key.contract,
      kept.state as Record<string, unknown>,
    );
    expect(live).toEqual(rebuilt);
    expect(kept).toMatchObject({ events: 3, status: 'open', level: 1, customer_id: 'agency' });
  });

  test('has one job at its earliest deadline, moved with it', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open();
    const before = await row(key);
    expect(before.next_due_at).toEqual(new Date(on('Tue 13:00')));
    await here.setClock(on('Tue 13:00'));
    await here.store.transaction(async (tx) => {
      const due = await tx.takeDue(10);
      expect(due.map((job) => job.key)).toContainEqual(key);
      const requests = due.map(
        (job): Request => ({
          ...{ key: job.key, caller: undefined, actor: 'contractor' as const },
          command: { type: 'deadlineDue', by: 'ladder' },
        }),
      );
      await handleIn(tx, requests, { taken: due.map((job) => job.key) });
    });
    const after = await row(key);
    expect(after.deadline_job).toEqual(before.deadline_job);
    const { rows } = await sql<{ id: string; start_after: Date }>`
      select id, start_after from jobs.job where name = 'deadline' and data->>'caseId' = ${key.caseId}`.execute(
      here.connection.db,
    );
    expect(rows.map(({ id }) => id)).toEqual([after.deadline_job]);
    expect(rows[0]?.start_after).not.toEqual(before.next_due_at);
    expect((await here.events(key)).map((event) => event.type)).toContain('StepFellDue');
  });

  test.each([
    ['is closed', 'satisfied', { job: 0 }],
    ['goes on', 'escalate', { job: 1 }],
  ] as const)(
    'whose job a node has just taken is not waited for: it %s, and the job with it',
    async (_, type, left) => {
      await here.setClock(on('Tue 09:00'));
      const key = await here.open();
      await here.setClock(on('Tue 13:00'));
      const command = type === 'escalate' ? { type, level: 2 } : { type };
      const said = {
        key,
        caller: undefined,
        actor: 'customer',
        command: { ...command, by: 'dana' },
      } as const;
      await here.store.transaction(async (tx) => {
        const due = await tx.takeDue(100);
        expect(due.map((job) => job.key)).toContainEqual(key);
        const [answer] = await here.send(said);
        expect(answer).toMatchObject({ accepted: true });
        const time = { ...responds(key), command: { type: 'deadlineDue', by: 'ladder' } } as const;
        await handleIn(
          tx,
          due.map((job) => ({ ...time, key: job.key })),
          { taken: due.map((job) => job.key) },
        );
        await tx.finishDue(due);
      });
      const { next_due_at } = await row(key);
      const { rows } = await sql<{ late: number }>`
      select extract(epoch from start_after - now() - (next_due_at - ${new Date(on('Tue 13:00'))}::timestamptz)) as late
      from jobs.job join "case" on deadline_job = id and job.data->>'caseId' = case_id
      where name = 'deadline' and case_id = ${key.caseId}`.execute(here.connection.db);
      expect(rows).toHaveLength(left.job);
      expect(next_due_at === null).toBe(left.job === 0);
      for (const { late } of rows) expect(Math.abs(Number(late))).toBeLessThan(60);
      const { rows: all } = await sql`
      select 1 from jobs.job where name = 'deadline' and data->>'caseId' = ${key.caseId}`.execute(
        here.connection.db,
      );
      expect(all).toHaveLength(left.job);
    },
  );

  test('is changed by nobody where the transaction does not commit', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open();
    const before = await row(key);
    await expect(
      here.store.transaction(async (tx) => {
        await handleIn(tx, [responds(key)]);
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    expect(await row(key)).toEqual(before);
  });

  test('two commands in one batch see each other', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open();
    const [first, second] = await here.send(responds(key), {
      key,
      caller: undefined,
      actor: 'customer',
      command: { type: 'satisfied', by: 'dana' },
    });
    expect([first, second]).toMatchObject([
      { accepted: true, from: 3, to: 3 },
      { accepted: true, from: 4 },
    ]);
    expect(await row(key)).toMatchObject({ status: 'closed', next_due_at: null, deadline_job: null });
  });

  test('a refused command leaves no event and a line in the log of refusals', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open();
    const [answer] = await here.send({
      key,
      caller: undefined,
      actor: 'customer',
      command: { type: 'escalate', by: 'dana', level: 2 },
    });
    expect(answer).toMatchObject({ accepted: false, refusal: { code: 'case-step-too-early' } });
    const { rows } =
      await sql`select code, command, by_person from refused where case_id = ${key.caseId}`.execute(
        here.connection.db,
      );
    expect(rows).toEqual([{ code: 'case-step-too-early', command: 'escalate', by_person: 'dana' }]);
    expect(await here.events(key)).toHaveLength(2);
  });

  test('the same key gets the first answer, however often and however simultaneous', async () => {
    await here.setClock(on('Tue 09:00'));
    const key = await here.open();
    const answerKey = { contract: key.contract, caller: 'ana', key: 'k1', request: 'aa' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => here.send({ ...responds(key), answerKey })),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await here.events(key)).filter((event) => event.type === 'Responded')).toHaveLength(1);
    const [other] = await here.send({ ...responds(key), answerKey: { ...answerKey, request: 'bb' } });
    expect(other).toMatchObject({ accepted: false, refusal: { code: 'key-used-differently' } });
  });

  test('two batches over the same cases in opposite order wait for each other and both end', async () => {
    await here.setClock(on('Tue 09:00'));
    const [a, b] = [await here.open(), await here.open()];
    const both = await Promise.all([
      here.send(responds(a), responds(b)),
      here.send(responds(b), responds(a)),
    ]);
    expect(both.flat().every((answer) => answer.accepted)).toBe(true);
  });

  test.each(['update event set type = type', 'delete from event', 'truncate event'])(
    'the database itself refuses: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(here.connection.db)).rejects.toThrow(/append-only/);
    },
  );
});
