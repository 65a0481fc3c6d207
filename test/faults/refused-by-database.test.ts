import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { world } from '../build/world.ts';

test('a case whose decision the database refuses is set aside, and holds no other up', async () => {
  const here = await world(on('Tue 09:00'));
  const [poisoned, other] = [await here.open(), await here.open()];
  await sql`alter table event add constraint poison
    check (case_id <> ${sql.lit(poisoned.caseId)} or type <> 'StepFellDue')`.execute(here.connection.db);
  await here.setClock(on('Tue 13:00'));
  await fireDeadlines(engineParts(here.store));
  const types = (await here.events(other)).map((event) => event.type);
  const { rows } = await sql`select case_id from "case" where set_aside_at is not null`.execute(
    here.connection.db,
  );
  await here.close();
  expect(types).toContain('StepFellDue');
  expect(rows).toEqual([{ case_id: poisoned.caseId }]);
});
