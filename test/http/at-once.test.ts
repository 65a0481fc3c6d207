import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

test('a request sent again under its key gets the first answer and changes nothing', async () => {
  const key = { 'idempotency-key': 'a1' };
  const first = await api.post('dana', `${CONTRACT}/cases`, { track: 'service' }, key);
  await api.post('ana', `${CONTRACT}/cases/${first.body.caseId}/acknowledgements`);
  const again = await api.post('dana', `${CONTRACT}/cases`, { track: 'service' }, key);
  expect(again.body).toEqual(first.body);
  expect(again.headers.location).toBe(first.headers.location);
});

test('two requests at once under one key open one case', async () => {
  const key = { 'idempotency-key': 'b1' };
  const send = () => api.post('dana', `${CONTRACT}/cases`, { track: 'service' }, key);
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
});

test('a key is not taken for another request, and is its own for each person', async () => {
  const path = await api.opened();
  const key = { 'idempotency-key': 'c1' };
  await api.post('ana', `${path}/responses`, { text: 'One.' }, key);
  expect(await api.post('ana', `${path}/responses`, { text: 'Two.' }, key)).toMatchObject({
    status: 422,
    body: { code: 'key-used-differently' },
  });
  expect(await api.post('petra', `${path}/responses`, { text: 'Two.' }, key)).toMatchObject({ status: 201 });
});

test.each([' ', 'x'.repeat(101), 'naïve'])('the key %j is refused', async (key) => {
  const answer = await api.post(
    'dana',
    `${CONTRACT}/cases`,
    { track: 'service' },
    { 'idempotency-key': key },
  );
  expect(answer).toMatchObject({ status: 400, body: { code: 'request-header-invalid' } });
});

test('of two people who act on the same version one wins, and the other is told what happened', async () => {
  const path = await api.opened();
  const seen = { 'if-match': '"2"' };
  const [ana, dana] = await Promise.all([
    api.post('ana', `${path}/responses`, { text: 'On it.' }, seen),
    api.post('dana', `${path}/asks`, { text: 'Hello?' }, seen),
  ]);
  const [won, lost] = ana?.status === 201 ? [ana, dana] : [dana, ana];
  expect(won).toMatchObject({ status: 201, body: { version: 3 } });
  expect(lost).toMatchObject({
    status: 412,
    body: { code: 'case-changed', values: { expected: 2, said: 3 } },
  });
  expect(lost?.body.happened).toHaveLength(1);
  expect(lost?.headers.etag).toBe('"3"');
});

test('a version that is no version is refused, and `*` is any', async () => {
  const path = await api.opened();
  expect(await api.post('dana', `${path}/asks`, {}, { 'if-match': 'new' })).toMatchObject({ status: 400 });
  expect(await api.post('dana', `${path}/asks`, {}, { 'if-match': '*' })).toMatchObject({ status: 201 });
  expect(await api.post('dana', `${path}/asks`, {}, { 'if-match': 'W/"3"' })).toMatchObject({ status: 201 });
});
