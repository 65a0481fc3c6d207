import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '../../src/engine/deliver.ts';
import { fireDeadlines, retrySetAside } from '../../src/engine/fire-deadlines.ts';
import { watch } from '../../src/engine/watch.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { type World, world } from '../build/world.ts';

let here: World;
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(() => here.close());

const types = async (key: Parameters<World['events']>[0]): Promise<readonly string[]> =>
  (await here.events(key)).map((event) => event.type);

describe('the watch', () => {
  test('queues a deadline again whose job is gone, before it is late, and fires it in time', async () => {
    const parts = engineParts(here.store);
    const key = await here.open();
    await sql`delete from jobs.job where name = 'deadline'`.execute(here.connection.db);
    expect(await watch(parts)).toEqual({ latenessMs: 0, requeued: 0 });
    await here.setClock(on('Tue 12:59:30'));
    expect(await watch(parts)).toEqual({ latenessMs: 0, requeued: 1 });
    expect(parts.log.lines).toEqual([expect.stringMatching(/^deadline-without-job/)]);
    expect(await watch(parts)).toEqual({ latenessMs: 0, requeued: 0 });
    await here.setClock(on('Tue 13:00'));
    await fireDeadlines(parts);
    expect(await types(key)).toContain('StepFellDue');
  });

  test('queues anew what would start too late', async () => {
    await here.open();
    await sql`update jobs.job set start_after = start_after + interval '1 hour' where name = 'deadline'`.execute(
      here.connection.db,
    );
    await here.setClock(on('Tue 12:59:30'));
    expect(await watch(engineParts(here.store))).toMatchObject({ requeued: 1 });
    const { rows } = await sql`select 1 from jobs.job where name = 'deadline'`.execute(here.connection.db);
    expect(rows).toHaveLength(1);
  });

  test('never writes a state: an open case with a job is left alone', async () => {
    await here.open();
    const { rows: before } = await sql`select * from "case"`.execute(here.connection.db);
    await here.setClock(on('Tue 12:59:59'));
    await watch(engineParts(here.store));
    const { rows: after } = await sql`select * from "case"`.execute(here.connection.db);
    expect(after).toEqual(before);
  });

  test('tells the outside that all is well, and stops telling it while something is a minute late', async () => {
    let beats = 0;
    const beat = async (): Promise<void> => {
      beats += 1;
    };
    const parts = engineParts(here.store, { beat });
    await here.open();
    await watch(parts);
    expect(beats).toBe(1);
    await here.setClock(on('Tue 13:01'));
    await watch(parts);
    expect(beats).toBe(2);
    await here.setClock(on('Tue 13:01:01'));
    expect(await watch(parts)).toMatchObject({ latenessMs: 61_000 });
    expect(beats).toBe(2);
    await fireDeadlines(parts);
    await watch(parts);
    expect(beats).toBe(3);
  });
});

describe('a case whose decision fails by a bug', () => {
  /** A state that no decision can be made on. */
  const poison = (caseId: string): Promise<unknown> =>
    sql`update "case" set state = (state::jsonb - 'asks')::json where case_id = ${caseId}`.execute(
      here.connection.db,
    );
  const heal = (caseId: string, state: unknown): Promise<unknown> =>
    sql`update "case" set state = ${JSON.stringify(state)}::json where case_id = ${caseId}`.execute(
      here.connection.db,
    );
  const stateOf = async (caseId: string): Promise<unknown> =>
    (
      await sql<{ state: unknown }>`select state from "case" where case_id = ${caseId}`.execute(
        here.connection.db,
      )
    ).rows[0]!.state;

  test('is set aside with its error, its people are told, and the others go on', async () => {
    const parts = engineParts(here.store);
    const [well, ill] = [await here.open(), await here.open()];
    await poison(ill.caseId);
    await here.setClock(on('Tue 13:00'));
    await fireDeadlines(parts);
    expect(await types(well)).toContain('StepFellDue');
    expect(await types(ill)).not.toContain('StepFellDue');
    const { rows } = await sql<{ error: string; by: string; job: string | null }>`
      select set_aside_error as error, set_aside_by as by, deadline_job as job from "case"
      where case_id = ${ill.caseId}`.execute(here.connection.db);
    expect(rows).toEqual([{ error: expect.stringMatching(/TypeError/), by: '1.0.0', job: null }]);
    await deliver(parts);
    const told = parts.mail.sent.filter(({ subject }) => subject.includes('clocks'));
    expect(told.map(({ to }) => to.address).toSorted()).toEqual([
      'ana@ladder.example',
      'dana@ladder.example',
    ]);
  });

  test('refuses what people ask of it, and says that it is set aside', async () => {
    const parts = engineParts(here.store);
    const ill = await here.open();
    await poison(ill.caseId);
    await here.setClock(on('Tue 13:00'));
    await fireDeadlines(parts);
    const caller = {
      ...{ contract: here.contract, personId: 'olga', over: 'api' as const, seats: [] },
      grants: [{ role: 'oversight' as const }],
    };
    const [answer] = await here.send({
      key: ill,
      caller,
      command: { type: 'addNote', by: 'olga', text: 'Well?' },
    });
    expect(answer).toMatchObject({ accepted: false, refusal: { code: 'case-set-aside' } });
  });

  test('is tried again by the next version, and goes on where it stood', async () => {
    const ill = await here.open();
    const state = await stateOf(ill.caseId);
    await poison(ill.caseId);
    await here.setClock(on('Tue 13:00'));
    await fireDeadlines(engineParts(here.store));
    await retrySetAside(engineParts(here.store, { version: '1.0.0' }));
    expect(await types(ill)).not.toContain('StepFellDue');
    await retrySetAside(engineParts(here.store, { version: '1.0.1' }));
    expect(await types(ill)).not.toContain('StepFellDue');
    await heal(ill.caseId, state);
    await retrySetAside(engineParts(here.store, { version: '1.0.2' }));
    expect(await types(ill)).toContain('StepFellDue');
    const { rows } = await sql<{ at: unknown; job: unknown }>`
      select set_aside_at as at, deadline_job as job from "case" where case_id = ${ill.caseId}`.execute(
      here.connection.db,
    );
    expect(rows).toEqual([{ at: null, job: expect.any(String) }]);
  });
});
