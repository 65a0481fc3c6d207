import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

test('a case is opened, shown and answered', async () => {
  const opened = await api.post('dana', `${CONTRACT}/cases`, {
    track: 'service',
    text: 'Both lines are down.',
    references: ['INC-1'],
  });
  expect(opened).toMatchObject({ status: 201, body: { version: 2 } });
  const path = String(opened.headers.location);
  const shown = await api.get('dana', path);
  expect(shown).toMatchObject({
    status: 200,
    body: { status: 'open', customer: 'agency', references: ['INC-1'] },
  });
  expect(shown.body.waiting).toMatchObject({ kind: 'answer', party: 'contractor', level: 1 });
  const answered = await api.post('ana', `${path}/responses`, { text: 'A technician is on the way.' });
  expect(answered).toMatchObject({ status: 201, body: { version: 3, events: [{ type: 'Responded' }] } });
  expect((await api.get('dana', path)).body.waiting).toMatchObject({ kind: 'settlement' });
});
