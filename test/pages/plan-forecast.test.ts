import { afterEach, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

let here: PlanWorld;
afterEach(() => here.close());

test('a forecast leads those who may see it to whom Ladder would try at each level then', async () => {
  here = await planWorld();
  const plan = `/plans/${here.contract}`;
  const asked = `${plan}?track=service-impacting&at=2026-11-20T16:30`;
  expect((await here.get('dana-quill', asked)).body).not.toContain('/readiness/whom?');
  const { body } = await here.get('tamsin-hale', asked);
  const found = [...body.matchAll(/href="([^"]*\/readiness\/whom\?[^"]*)">([^<]*)</g)].map(
    ([, href = '', words = '']) => [href.replaceAll('&amp;', '&'), words] as const,
  );
  expect(found.map(([, words]) => words)).toEqual([
    'Whom Ladder would try of level 1 then',
    'Whom Ladder would try of level 2 then',
    'Whom Ladder would try of level 3 then',
  ]);
  const second = await here.get('tamsin-hale', found[1]![0]);
  expect(second.statusCode).toBe(200);
  expect(second.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
    'Level 2, reached on Fri 20 Nov 2026, 8:30 pm',
  );
  expect(second.body).toContain('value="20:30"');
});
