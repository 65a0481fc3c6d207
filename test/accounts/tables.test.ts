import { getMigrations } from 'better-auth/db/migration';
import { expect, onTestFinished, test } from 'vitest';
import { authOf } from '../../src/accounts/auth.ts';
import { connect } from '../../src/store/connect.ts';
import { freshDatabase } from '../build/database.ts';

test('the tables have everything that better-auth asks for', async () => {
  const { url } = await freshDatabase();
  const connection = connect<unknown>(url, { max: 2, applicationName: 'test' });
  onTestFinished(() => connection.close());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const auth = authOf({ db: connection.db, secret: 's'.repeat(43), baseUrl: 'http://ladder.example', log });
  const { toBeAdded, toBeCreated } = await getMigrations(auth.options);
  expect([...toBeAdded, ...toBeCreated]).toEqual([]);
});
