import { afterEach, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

let here: PlanWorld;
afterEach(() => here.close());

test('a form that anybody may send says its own limit, and none of it is everybody’s', async () => {
  here = await planWorld({ limits: { reportsPerHour: 2, subscriptionsPerDay: 1 } });
  const plan = `/plans/${here.contract}`;
  const report = () => here.post(undefined, `${plan}/wrong-contact`, { text: 'Nobody answers' });
  await report();
  await report();
  const refused = await report();
  expect(refused.statusCode).toBe(429);
  expect(refused.body).toContain('More than 2 requests in an hour.');
  const subscribe = (email: string, remoteAddress: string) =>
    here.server.inject({
      ...{ method: 'POST', url: `${plan}/subscribe`, remoteAddress },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ email }).toString(),
    });
  expect((await subscribe('a@agency.example', '127.0.0.2')).statusCode).toBeLessThan(400);
  const second = await subscribe('b@agency.example', '127.0.0.2');
  expect(second.statusCode).toBe(429);
  expect(second.body).toContain('More than 1 request in 24 hours.');
  expect((await subscribe('b@agency.example', '127.0.0.3')).statusCode).toBeLessThan(400);
});
