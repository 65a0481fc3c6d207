import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

let here: PlanWorld;
let plan: string;
beforeAll(async () => {
  here = await planWorld();
  plan = `/plans/${here.contract}`;
});
afterAll(() => here.close());

describe('the plan', () => {
  test('x', async () => {
    const page = await here.get(undefined, plan);
    expect(here.faults).toEqual([]);
    expect(page.statusCode).toBe(200);
    (await import('node:fs')).writeFileSync('/tmp/plan.html', page.body);
    for (const path of [
      `${plan}.json`,
      `${plan}/contacts/customer-support.vcf`,
      `${plan}/ladders/service-impacting.svg`,
      '/plans',
    ]) {
      const r = await here.get(undefined, path);
      expect([path, r.statusCode]).toEqual([path, 200]);
      console.log(r.headers['content-type'], r.body.slice(0, 900));
    }
  });
});
