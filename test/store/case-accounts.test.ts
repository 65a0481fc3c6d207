import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sight } from '../../src/app/ports/reading.ts';
import { listCases } from '../../src/store/views/cases.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';

const MIGRATION = join(import.meta.dirname, '../../src/store/migrations/0004-case-accounts.sql');

let here: World;
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(() => here.close());

const NOBODY: Sight = { all: false, customers: [], own: [], accounts: false, person: 'nobody' };
const seenBy = async (sight: Partial<Sight>): Promise<readonly string[]> =>
  (await listCases(here.connection.db, here.contract, { ...NOBODY, ...sight }, {}, 10, undefined)).map(
    ({ caseId }) => caseId,
  );
const accountsOf = (person: string) => seenBy({ accounts: true, person });

test('whoever keeps the account of a case has it in the list, while it is open and when it is closed', async () => {
  const [one, other] = [
    await here.open({ directory: { account: 'ada', backup: 'ben' } }),
    await here.open({ directory: { account: 'ben' } }),
  ];
  await here.open();
  expect(await accountsOf('ada')).toEqual([one.caseId]);
  expect(await accountsOf('ben')).toEqual([other.caseId, one.caseId]);
  expect(await accountsOf('dana')).toEqual([]);
  const closing = {
    key: one,
    caller: undefined,
    actor: 'customer',
    command: { type: 'satisfied', by: 'dana' },
  } as const;
  expect(await here.send(closing)).toMatchObject([{ accepted: true }]);
  expect(await accountsOf('ada')).toEqual([one.caseId]);
});

test('what several roles reach is one list, and who has none sees nothing', async () => {
  const mine = await here.open({ directory: { account: 'ada' } });
  const own = await here.open({ by: 'ada' });
  const rest = await here.open();
  expect(await seenBy({})).toEqual([]);
  expect(await seenBy({ own: ['agency'], accounts: true, person: 'ada' })).toEqual([own.caseId, mine.caseId]);
  expect(await seenBy({ customers: ['agency'], accounts: true, person: 'ada' })).toEqual([
    rest.caseId,
    own.caseId,
    mine.caseId,
  ]);
});

test('cases that were there before have their accounts too', async () => {
  const [open, closed] = [
    await here.open({ directory: { account: 'ada' } }),
    await here.open({ directory: { account: 'ada' } }),
  ];
  await here.open();
  await here.send({
    key: closed,
    caller: undefined,
    actor: 'customer',
    command: { type: 'satisfied', by: 'dana' },
  });
  const { db, pool } = here.connection;
  await sql`drop trigger case_accounts on "case"`.execute(db);
  await sql`drop function case_accounts()`.execute(db);
  await sql`alter table "case" drop column accounts`.execute(db);
  await pool.query(readFileSync(MIGRATION, 'utf8'));
  expect(await accountsOf('ada')).toEqual([closed.caseId, open.caseId]);
});
