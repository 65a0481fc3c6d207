import v8 from 'node:v8';
import vm from 'node:vm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../test/build/database.ts';
import { prepareOftenAsked } from './prepare-often-asked.ts';

let pool: pg.Pool;
beforeAll(async () => {
  const { url } = await emptyDatabase();
  pool = new pg.Pool({ connectionString: url, max: 1 });
  prepareOftenAsked(pool);
});
afterAll(() => pool.end());

const kept = async (): Promise<readonly string[]> => {
  const { rows } = await pool.query('select statement from pg_prepared_statements order by statement');
  return rows.map((row) => row.statement as string);
};
const ask = async (times: number, text: string, values?: readonly unknown[]): Promise<unknown> => {
  let last: unknown;
  for (let turn = 0; turn < times; turn += 1) last = (await pool.query(text, values as unknown[])).rows;
  return last;
};

const oldMegabytes = (): number =>
  v8
    .getHeapSpaceStatistics()
    .filter(({ space_name }) => ['old_space', 'large_object_space'].includes(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size / 2 ** 20, 0);

describe('what is asked often', () => {
  test('is planned once, with other values too, and answered as before', async () => {
    await ask(2, 'select $1::int + 1 as next', [1]);
    expect(await kept()).toEqual([]);
    expect(await ask(3, 'select $1::int + 1 as next', [2])).toEqual([{ next: 3 }]);
    expect(await ask(1, 'select $1::int + 1 as next', [41])).toEqual([{ next: 42 }]);
    expect(await kept()).toEqual(['select $1::int + 1 as next']);
  });

  test('is left alone where it has no plan, no values of its own, or several statements', async () => {
    const before = await kept();
    await ask(5, 'set local work_mem = 4096', []);
    await ask(5, 'select 1; select 2');
    expect(await kept()).toEqual(before);
  });

  test('says what is wrong each time', async () => {
    for (let turn = 0; turn < 5; turn += 1)
      await expect(pool.query('select $1::int / 0', [1])).rejects.toThrow('division by zero');
    expect(await ask(1, 'select $1::int as one', [1])).toEqual([{ one: 1 }]);
  });

  test('keeps its plan while the table gets further columns', async () => {
    await pool.query('create temporary table wide (id int)');
    await ask(5, 'select id from wide where id = $1', [1]);
    await pool.query('alter table wide add column more text');
    await pool.query('insert into wide (id) values (1)');
    expect(await ask(1, 'select id from wide where id = $1', [1])).toEqual([{ id: 1 }]);
  });

  test('is forgotten with its answer, long before the whole heap is marked', async () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const rows = 'select json_agg(n) as numbers from generate_series(1, $1::int) n';
    const client = await pool.connect();
    const askAgain = async (times: number): Promise<void> => {
      for (let turn = 0; turn < times; turn += 1) await client.query(rows, [5000]);
    };
    await askAgain(50);
    collect();
    const before = oldMegabytes();
    await askAgain(1000);
    // A list of 5,000 numbers takes 40 KB: kept, they would come to 40 MB.
    expect(oldMegabytes() - before).toBeLessThan(10);
    client.release();
  });

  test('is no longer kept where there would be too much of it', async () => {
    for (let number = 0; number < 320; number += 1) await ask(3, `select $1::int + ${number}`, [1]);
    const { length } = await kept();
    expect([length > 280, length <= 300]).toEqual([true, true]);
    expect(await ask(3, 'select $1::int + 1000 as sum', [1])).toEqual([{ sum: 1001 }]);
  });
});
