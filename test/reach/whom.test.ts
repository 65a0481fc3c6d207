import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
});
afterEach(() => here.close());

const path = (rest = '') => `/contracts/${here.contract}/readiness/whom${rest}`;
const CHRISTMAS = '2026-12-25T02:10';

interface Whom {
  readonly tries: readonly {
    readonly at: string;
    readonly person: string;
    readonly means: readonly string[];
  }[];
  readonly people: readonly { readonly person: string; readonly ownRule: number | null }[];
}
const whom = async (query: string): Promise<Whom> =>
  JSON.parse((await here.get('tamsin-hale', path(`.json?${query}`))).body) as Whom;

test('whom Ladder would wake at 02:10 on Christmas morning, and how, is a page and JSON', async () => {
  const { tries, people } = await whom(`level=2&at=${CHRISTMAS}`);
  expect(tries[0]).toMatchObject({ at: '2026-12-25T10:10:00.000Z', means: ['email'] });
  expect(people[0]?.person).toBe(tries[0]?.person);
  const page = await here.get('tamsin-hale', path(`?level=2&at=${CHRISTMAS}`));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('No carrier for calls is set up');
});

test('whoever has rules of their own is tried by them, in the answer too', async () => {
  const [first] = (await whom(`level=2&at=${CHRISTMAS}`)).people;
  const night = { urgency: 'high', from: '22:00', until: '07:00', againMinutes: 30 };
  const rules = [{ ...night, tries: [{ means: 'email', afterMinutes: 10 }] }];
  await here.ask(
    `insert into notice_rules values ($1, $2, 'set', 1, '\\x00', $3::json, '2026-11-01T00:00:00Z')`,
    [here.contract, first!.person, JSON.stringify({ status: 'set', rules })],
  );
  const { tries, people } = await whom(`level=2&urgency=high&at=${CHRISTMAS}`);
  expect(people[0]).toMatchObject({ person: first!.person, ownRule: 1 });
  expect(tries.find(({ person }) => person === first!.person)?.at).toBe('2026-12-25T10:20:00.000Z');
  expect((await whom(`level=2&urgency=normal&at=${CHRISTMAS}`)).tries[0]?.at).toBe(
    '2026-12-25T10:10:00.000Z',
  );
  const page = (await here.get('tamsin-hale', path())).body;
  expect(page).toContain(
    'For urgent tracks, from 22:00 until 07:00: mail after 10 minutes; again every 30 minutes.',
  );
});

test.each([
  ['level=9', '“9” is none of the choices.'],
  ['urgency=vexed', '“vexed” is none of the choices.'],
  ['customer=nobody', '“nobody” is none of the choices.'],
  ['at=soon', '“soon” is no instant.'],
])('asked with %s it says what is wrong', async (query, said) => {
  const page = await here.get('tamsin-hale', path(`?${query}`));
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain(said);
});

test('customers and contacts are not asked', async () => {
  expect((await here.get('dana-quill', path())).statusCode).toBe(404);
});
