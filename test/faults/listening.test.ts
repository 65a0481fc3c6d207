import { expect, test } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { openSignals } from '../../src/store/signals.ts';
import { freshDatabase } from '../build/database.ts';
import { until } from '../build/until.ts';
import { startProxy } from './proxy.ts';

test('a connection that is lost again and again while it begins to listen holds one place in the pool at most', async () => {
  const address = new URL((await freshDatabase()).url);
  const wire = await startProxy(Number(address.port), { cutAt: 'listen ladder_due' });
  address.port = String(wire.port);
  const { pool, close } = connect(address.href, { max: 3, applicationName: 'test' });
  let begun = 0;
  pool.on('acquire', () => {
    begun += 1;
  });
  const signals = openSignals(pool);
  signals.onSignal(() => undefined);
  await until(() => expect(begun).toBeGreaterThanOrEqual(4));
  expect(pool.totalCount - pool.idleCount).toBeLessThanOrEqual(1);
  const { rows } = await pool.query('select 1 as one');
  expect(rows).toEqual([{ one: 1 }]);
  await signals.close();
  await close();
  await wire.close();
});
