import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
const paths: string[] = [];
beforeAll(async () => {
  api = await apiWorld();
  for (let at = 0; at < 7; at++) paths.push(await api.opened('dana'));
});
afterAll(() => api.close());

const idOf = (path: string): string => path.split('/').at(-1) ?? '';
const ids = (body: Record<string, unknown>): readonly string[] =>
  (body.items as { caseId: string }[]).map(({ caseId }) => caseId);

test('pages follow one another, and what is opened meanwhile moves none of them', async () => {
  const seen: string[] = [];
  let next = '';
  for (let pages = 0; pages < 10; pages++) {
    const { body } = await api.get('olga', `${CONTRACT}/cases?limit=3${next}`);
    seen.push(...ids(body));
    if (body.next === null) break;
    next = `&cursor=${body.next}`;
    await api.opened('dora');
  }
  expect(seen).toEqual(paths.map(idOf).reverse());
});

test('a list is narrowed', async () => {
  const [first = '', second = '', third = ''] = paths;
  await api.post('ana', `${first}/responses`, {});
  await api.post('dana', `${second}/withdrawals`, {});
  const marked = await api.post('dana', `${CONTRACT}/cases`, {
    track: 'billing',
    practice: true,
    references: ['INC-77'],
  });
  const list = async (query: string) => ids((await api.get('dana', `${CONTRACT}/cases?${query}`)).body);
  expect(await list('status=closed')).toEqual([idOf(second)]);
  expect(await list('waiting=settlement')).toEqual([idOf(first)]);
  expect(await list('waiting=contractor&status=open')).toContain(idOf(third));
  expect(await list('reference=INC-77')).toEqual([marked.body.caseId]);
  expect(await list('practice=true')).toEqual([marked.body.caseId]);
  expect(await list('track=billing&level=1&customer=agency')).toEqual([marked.body.caseId]);
  expect(await list('customer=other')).toEqual([]);
  expect(await list('level=2')).toEqual([]);
  expect(await list('opened-from=2026-11-17T17:00:00.001Z')).toEqual([]);
  expect(await list('opened-until=2026-11-17T17:00:00.001Z&limit=200')).toHaveLength(8);
});

test.each([
  ['limit=0', '/limit', 'field-too-small'],
  ['limit=201', '/limit', 'field-too-big'],
  ['limit=many', '/limit', 'field-type-wrong'],
  ['status=shut', '/status', 'field-choice-unknown'],
  ['stauts=open', '/stauts', 'field-unknown'],
  ['opened-from=yesterday', '/opened-from', 'field-instant-malformed'],
  ['opened-from=2026-11-17T09:00', '/opened-from', 'field-instant-malformed'],
  ['status=open&status=closed', '/status', 'field-choice-unknown'],
  ['customer=%00', '/customer', 'field-id-malformed'],
  ['reference=%00', '/reference', 'field-line-unsound'],
])('the query %s is refused', async (query, path, code) => {
  const answer = await api.get('olga', `${CONTRACT}/cases?${query}`);
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'request-query-invalid', problems: [{ path, code }] },
  });
});

test('a cursor that nobody gave is refused', async () => {
  for (const cursor of ['x', 'AAAA', '9'.repeat(100)]) {
    const answer = await api.get('olga', `${CONTRACT}/cases?cursor=${cursor}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-query-invalid' } });
  }
});

test('revisions, the plan in force and its rules are read; its source by those whom numbers are for', async () => {
  const list = await api.get('dana', `${CONTRACT}/revisions`);
  expect(list.body).toMatchObject({ items: [{ number: 1, state: 'published' }] });
  expect((await api.get('dana', `${CONTRACT}/revisions/1`)).body).toMatchObject({
    rules: { contract: 'sample' },
  });
  expect((await api.get('dana', `${CONTRACT}/plans`)).body).toMatchObject({
    items: [{ state: 'published' }],
  });
  expect((await api.get('dana', `${CONTRACT}/plans/published`)).body).toMatchObject({ number: 1 });
  expect(await api.get('dana', `${CONTRACT}/plans/draft`)).toMatchObject({ status: 404 });
  expect(await api.get('dana', `${CONTRACT}/revisions/2`)).toMatchObject({ status: 404 });
  expect(await api.get('dana', `${CONTRACT}/revisions/1/source`)).toMatchObject({ status: 403 });
  expect(await api.get('olga', `${CONTRACT}/revisions/1/source`)).toMatchObject({ status: 404 });
});
