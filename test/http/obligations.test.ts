import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../obligation/build.ts';
import { undertakenIn } from '../obligation/undertaken-in.ts';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
const LIST = `${CONTRACT}/obligations`;
const ONE = `${LIST}/${report.id}`;

beforeAll(async () => {
  api = await apiWorld();
  await undertakenIn(api.world, report);
});
afterAll(() => api.close());

test('an obligation is listed, handed over, sent back and accepted', async () => {
  const listed = await api.get('olga', `${LIST}?show=open`);
  expect(listed.body).toMatchObject({
    items: [
      { obligation: report.id, dueOn: '2027-01-15', dueAt: '2027-01-16T08:00:00.000Z', standing: 'ahead' },
    ],
  });
  const links = ['https://portal.example/report'];
  const key = { 'idempotency-key': 'hand-over-1' };
  const handed = await api.post('ana', `${ONE}/deliveries`, { text: 'Here', links }, key);
  expect(handed).toMatchObject({ status: 201, body: { obligation: report.id, version: 2 } });
  expect(await api.post('ana', `${ONE}/deliveries`, { text: 'Here', links }, key)).toMatchObject({
    status: 201,
    body: handed.body,
  });
  expect(await api.post('olga', `${ONE}/returns`, { text: 'More' }, { 'if-match': '"1"' })).toMatchObject({
    status: 412,
    body: { code: 'obligation-changed' },
  });
  expect(await api.post('olga', `${ONE}/returns`, { text: 'More' })).toMatchObject({ status: 201 });
  await api.post('ana', `${ONE}/deliveries`, { text: 'All of it' });
  expect(await api.post('olga', `${ONE}/acceptances`)).toMatchObject({ status: 201 });
  const { body, headers } = await api.get('olga', ONE);
  expect(headers.etag).toBe('"5"');
  expect(body).toMatchObject({ status: 'accepted', isWhole: true, offers: [] });
  expect((body.events as { type: string }[]).map(({ type }) => type)).toEqual([
    ...['ObligationUndertaken', 'Delivered', 'SentBack', 'Delivered', 'Accepted'],
  ]);
});

test.each([
  ['another party', 'ana', 'acceptances', {}, 403, 'obligation-not-allowed'],
  ['what is settled', 'olga', 'returns', { text: 'Again' }, 409, 'obligation-settled'],
  ['no reason', 'olga', 'returns', {}, 422, 'request-body-invalid'],
  [
    'no date',
    'olga',
    'proposals',
    { proposed: { what: 'date', dueOn: '2027-02-30' }, text: 'x' },
    422,
    'request-body-invalid',
  ],
] as const)('refused: %s', async (_title, who, path, body, status, code) => {
  expect(await api.post(who, `${ONE}/${path}`, body)).toMatchObject({ status, body: { code } });
});

test('what there is none of, and a contract of others, are not there', async () => {
  expect(await api.get('olga', `${LIST}/nothing`)).toMatchObject({
    status: 404,
    body: { code: 'obligation-not-found' },
  });
  expect(await api.post('olga', `${LIST}/nothing/acceptances`)).toMatchObject({ status: 404 });
});

test('a customer reads how it stands, and not what was handed over', async () => {
  const { body } = await api.get('dana', ONE);
  expect(body).toMatchObject({
    title: report.terms.title,
    isWhole: false,
    events: [],
    files: [],
    offers: [],
  });
});
