import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { attachFile } from '../../src/app/files/attach-file.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { erase } from '../../src/app/retention.ts';
import { listFiles } from '../../src/store/case-files.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { on } from '../build/case.ts';
import { utf8 } from '../build/files.ts';
import { type World, world } from '../build/world.ts';
import { verified } from './record-world.ts';

let here: World;
let key: CaseKey;
let other: CaseKey;
const ana: Caller = {
  contract: 'sample',
  personId: 'ana',
  grants: [{ role: 'contact' }],
  over: 'api',
  seats: [],
};

const attach = (to: CaseKey, text: string, caller = ana) =>
  attachFile(here.store, { caller, key: to, name: `${text}.txt`, bytes: utf8(text), audience: 'all' });
const closes = (which: CaseKey) =>
  here.send({
    key: which,
    caller: undefined,
    actor: 'customer',
    command: { type: 'withdraw', by: 'dana' },
  });
const bytesLeft = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ text: string }>`select convert_from(bytes, 'UTF8') as text from case_file
    where bytes is not null or name is not null or salt is not null order by 1`.execute(here.connection.db);
  return rows.map(({ text }) => text);
};
const clear = (scope: Parameters<typeof erase>[1]['scope'], dryRun = false) =>
  erase(openRetention(here.connection.db), { scope, dryRun, withSources: false, at: on('next Mon 09:00') });

beforeEach(async () => {
  here = await world(on('Tue 09:00'));
  [key, other] = [await here.open(), await here.open()];
  for (const [to, text] of [
    [key, 'one'],
    [key, 'two'],
    [other, 'three'],
  ] as const)
    expect(await attach(to, text)).toMatchObject({ accepted: true });
}, 60_000);
afterEach(() => here.close());

describe('the record holds against its files', () => {
  test('as they came', async () => {
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });
  test.each([
    [
      'whose bytes were changed',
      sql`update case_file set bytes = '\\x00' where name = 'two.txt'`,
      'record-file-changed',
    ],
    [
      'whose bytes are gone',
      sql`update case_file set bytes = null, salt = null where name = 'two.txt'`,
      'record-file-missing',
    ],
    ['that is gone', sql`delete from case_file where name = 'two.txt'`, 'record-file-missing'],
  ] as const)('and not one %s', async (_what, tampering, code) => {
    await tampering.execute(here.connection.db);
    expect(await verified(here.connection.db)).toMatchObject({
      broken: { code, values: { caseId: key.caseId, event: 4 } },
    });
  });
  test('once some were erased', async () => {
    await closes(key);
    await clear({ scope: 'case', key });
    expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  });
});

describe('of files are erased', () => {
  test('those of one closed case, name and bytes; who attached them and when stays', async () => {
    await closes(key);
    expect(await clear({ scope: 'case', key }, true)).toMatchObject({ counts: { files: 2, texts: 2 } });
    expect(await bytesLeft()).toEqual(['one', 'three', 'two']);
    expect(await clear({ scope: 'case', key })).toMatchObject({ counts: { files: 2, texts: 2 } });
    expect(await bytesLeft()).toEqual(['three']);
    const [file] = await listFiles(here.connection.db, key);
    expect(file).toMatchObject({ by: 'ana', name: undefined, size: 3, erasedAt: on('next Mon 09:00') });
  });
  test('those of cases closed before an instant', async () => {
    await closes(other);
    await here.setClock(on('Wed 09:00'));
    await closes(key);
    await clear({ scope: 'before', before: on('Wed 08:00') });
    expect(await bytesLeft()).toEqual(['one', 'two']);
  });
  test('those that one person attached, in cases that are closed', async () => {
    const bea = { ...ana, personId: 'bea' };
    await attach(key, 'four', bea);
    await attach(other, 'five', bea);
    await closes(key);
    await clear({ scope: 'person', contract: here.contract, personId: 'bea' });
    expect(await bytesLeft()).toEqual(['five', 'one', 'three', 'two']);
  });
});
