import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { publishedPlanSchemaText } from '../build/published-plan-schema.ts';

const SCHEMA = new URL('../../docs/reference/published-plan.schema.json', import.meta.url);

let here: PlanWorld;
beforeAll(async () => {
  here = await planWorld();
});
afterAll(() => here.close());

test('the published schema is the one that is written in the reference', () => {
  expect(readFileSync(SCHEMA, 'utf8')).toBe(publishedPlanSchemaText());
});

test.each([undefined, 'dana-quill', 'tamsin-hale'])(
  'the JSON of a plan is as its schema says, for %s',
  async (person) => {
    const ajv = new Ajv2020({ strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const isRight = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    const got = await here.get(person, `/plans/${here.contract}.json`);
    const json = got.json() as Record<string, unknown>;
    expect([isRight(json), isRight.errors]).toEqual([true, null]);
    expect(isRight({ ...json, address: 7 })).toBe(false);
    expect(json).toMatchObject({
      ladderPublishedPlan: 1,
      address: `http://localhost/plans/${here.contract}`,
      revision: { number: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      posting: { withinDays: 90, dueOn: '2019-07-14', lateDays: 2686 },
    });
  },
);
