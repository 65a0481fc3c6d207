import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metBugs } from '../../src/http/met-bugs.ts';
import { linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld, formIn, textOf } from '../build/case-page-world.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { type ApiWorld, apiWorld, CONTRACT } from '../http/api-world.ts';
import { BUG, broken } from './broken.ts';

describe('a bug that only one command meets, on a page', () => {
  let here: PlanWorld;
  let start: string;
  beforeEach(async () => {
    here = await planWorld({ isDemonstration: true, now: FRIDAY });
    start = `/contracts/${here.contract}/start`;
  });
  afterEach(() => here.close());

  const opening = {
    ...{ key: 'key-of-a-form', customer: 'harbor-safety', track: 'service-impacting', told: 'now' },
    ...{ text: 'No dial tone at <b>the pilot</b> station.', step: 'send' },
  };
  const cases = async () => (await here.ask('select case_id from "case"')).length;

  test('says that nothing was done and whom to call, and has what was typed ready to be sent again', async () => {
    const before = await cases();
    const mend = broken(here.store);
    const met = await here.post('dana-quill', start, opening);
    const text = textOf(met.body);
    expect(met.statusCode).toBe(500);
    expect(text).toMatch(/^Ladder has failed on this/);
    expect(text).toContain('Nothing of what you sent was done');
    expect(text).toContain(String(met.headers['x-request-id']));
    expect(text).not.toContain(BUG);
    // The plan as this reader may see it, numbers that the public does not get among them.
    expect(text).toContain('Whom to call meanwhile');
    expect(met.body).toMatch(/href="tel:\+1/);
    expect(text).toContain(opening.text);
    const kept = formIn(met.body, start);
    expect(await cases()).toBe(before);
    mend();
    const sent = { ...kept?.hidden, text: opening.text };
    expect(kept?.hidden).toMatchObject({ key: opening.key, customer: opening.customer, step: 'send' });
    for (const _ of ['sent', 'sent twice'])
      expect((await here.post('dana-quill', start, sent)).statusCode).toBe(303);
    expect(await cases()).toBe(before + 1);
  });

  test('is among the problems with its error, how often it was met, and the number that was given', async () => {
    broken(here.store);
    await here.post('dana-quill', start, opening);
    const last = await here.post('dana-quill', start, opening);
    const { body } = await here.get(undefined, '/problems', { host: 'localhost' });
    const row = textOf(body)
      .split('Faults that somebody met')
      .at(-1)!
      .split('Messages that did not arrive')[0]!;
    expect(row).toContain(`TypeError: ${BUG}`);
    expect(row).toContain('POST /contracts/:contract/start');
    expect(row).toContain(String(last.headers['x-request-id']));
    expect(row.match(/TypeError/g)).toHaveLength(1);
  });
});

describe('a bug that only one command meets', () => {
  let here: CasePageWorld;
  beforeEach(async () => {
    here = await casePageWorld({ at: on('Tue 09:00') });
  });
  afterEach(() => here.close());

  test('keeps what was written at a link, which still works afterwards', async () => {
    const link = linkIn(to(await here.settle(), 'ana'), /^Respond/);
    const answer = () => here.post(undefined, link, { text: 'A technician is on the way.' });
    const mend = broken(here.store);
    const met = await answer();
    expect([met.status, textOf(met.html)]).toEqual([
      500,
      expect.stringContaining('A technician is on the way.'),
    ]);
    mend();
    expect((await answer()).status).toBe(200);
  });
});

/** Parts of the pages that fail whatever is asked of them. */
const failing = <T extends object>(): T =>
  new Proxy({} as T, {
    get: () => () => Promise.reject(new TypeError(BUG)),
  });

describe('pages whose making fails', () => {
  let here: CasePageWorld;
  beforeEach(async () => {
    here = await casePageWorld({ pages: { obligations: failing(), accounts: failing() } });
  });
  afterEach(() => here.close());

  test('say so in the language of their reader, and of a page that is looked at not that anything was sent', async () => {
    const headers = { 'accept-language': 'es' };
    const met = await here.ask('petra', { url: '/contracts/sample/obligations', headers });
    expect(met.status).toBe(500);
    const text = textOf(met.html);
    expect(text).toMatch(/^Ladder falló con esto/);
    expect(text).toContain('A quién llamar mientras tanto');
    expect(text).not.toContain('envió');
  });

  test('keep nothing that is secret: a password is not on the page', async () => {
    const met = await here.post(undefined, '/sign-in/password', {
      address: 'd@k.example',
      password: 'Tidewater 4711',
    });
    expect([met.status, met.html.includes('Tidewater')]).toEqual([500, false]);
    expect(textOf(met.html)).toContain('What is secret does not stand here');
    expect(met.html).toContain('d@k.example');
  });
});

describe('over the API a bug that only one command meets', () => {
  let api: ApiWorld;
  beforeEach(async () => {
    api = await apiWorld({ log: { info: () => undefined, warn: () => undefined, error: () => undefined } });
  });
  afterEach(() => api.close());

  test('is answered 500 with what became of it, and the same key does it once it is mended', async () => {
    const mend = broken(api.parts.store);
    const key = { 'idempotency-key': 'once' };
    const open = () => api.post('dana', `${CONTRACT}/cases`, { track: 'service' }, key);
    const met = await open();
    expect(met).toMatchObject({ status: 500, body: { code: 'internal-fault', values: { undone: true } } });
    expect(met.body.detail).toContain('Nothing of it was done.');
    expect(JSON.stringify(met.body)).not.toContain(BUG);
    await expect
      .poll(() => api.parts.bugs.all())
      .toMatchObject([
        { asked: 'POST /api/v1/contracts/:contract/cases', times: 1, error: expect.stringContaining(BUG) },
      ]);
    mend();
    const [done, again] = [await open(), await open()];
    expect([done.status, again.body.caseId]).toEqual([201, done.body.caseId]);
  });

  test('that ended no transaction is not said to have done nothing', async () => {
    Object.assign(api.parts.store, { transaction: () => Promise.reject(new TypeError(BUG)) });
    const met = await api.post('dana', `${CONTRACT}/cases`, { track: 'service' });
    expect(met).toMatchObject({ status: 500, body: { values: { undone: false } } });
    expect(met.body.detail).toContain('It may or may not have been done');
  });
});

test('of many different bugs those met last are kept, each once', async () => {
  const bugs = metBugs(async () => on('Tue 09:00'));
  const note = (number: number) =>
    bugs.note({ asked: 'GET /plans', requestId: String(number), error: new TypeError(`bug ${number}`) });
  for (let number = 0; number < 60; number++) await note(number);
  await note(20);
  const kept = bugs.all().map(({ requestId }) => requestId);
  expect(kept).toHaveLength(50);
  expect(kept.slice(0, 2)).toEqual(['20', '59']);
});
