import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { handle, type Request } from '../../src/app/handle.ts';
import { settingAside } from '../../src/app/set-aside.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { linkIn, to } from '../build/answers-world.ts';
import { type CasePageWorld, casePageWorld, formIn, textOf } from '../build/case-page-world.ts';
import { engineParts } from '../build/engine-parts.ts';
import { type ApiWorld, apiWorld } from '../http/api-world.ts';
import { deploy, poison, standingOf } from './poison.ts';

const ASIDE = { error: expect.stringMatching(/TypeError/), by: '1.0.0', job: null, jobs: 0 };
const RUNS = { error: null, by: null, job: expect.any(String), jobs: 1 };

describe('over the API a case whose decision fails by a bug', () => {
  let api: ApiWorld;
  beforeEach(async () => {
    api = await apiWorld();
  });
  afterEach(() => api.close());

  test('is set aside by the first command that meets it, and whoever sent it hears what is heard of such a case', async () => {
    const path = await api.opened();
    const caseId = path.split('/').at(-1)!;
    const heal = await poison(api.world.connection, caseId);
    const key = { 'idempotency-key': 'once' };
    const met = await api.post('dana', `${path}/asks`, { text: 'Hello?' }, key);
    expect(met).toMatchObject({ status: 503, body: { code: 'case-set-aside', values: { caseId } } });
    expect(met.headers['retry-after']).toBe('300');
    expect(await standingOf(api.world.connection, caseId)).toEqual(ASIDE);
    expect(await api.get('dana', path)).toMatchObject({ status: 503, body: { code: 'case-set-aside' } });
    const again = await api.post('dana', `${path}/asks`, { text: 'Hello?' }, key);
    expect(again).toMatchObject({ status: 503, body: { code: 'case-set-aside' } });
    await heal();
    await deploy(engineParts(api.world.store), '1.0.1');
    expect(await standingOf(api.world.connection, caseId)).toEqual(RUNS);
    // The same key: what a case set aside could not take is no answer to keep.
    const taken = await api.post('dana', `${path}/asks`, { text: 'Hello?' }, key);
    expect(taken).toMatchObject({
      status: 201,
      body: { events: [{ type: 'CustomerAsked', text: 'Hello?' }] },
    });
  });
});

describe('of a batch', () => {
  let here: CasePageWorld;
  beforeEach(async () => {
    here = await casePageWorld();
  });
  afterEach(() => here.close());

  const olga: Caller = {
    ...{ contract: 'sample', personId: 'olga', over: 'api', seats: [] },
    grants: [{ role: 'oversight' }],
  };
  const note = (key: Request['key']): Request => ({
    key,
    caller: olga,
    command: { type: 'addNote', by: 'olga', text: 'Well?' },
  });

  test('only the case at fault is set aside, and those who act on it are told once', async () => {
    const [first, ill, last] = [await here.open(), await here.open(), await here.open()];
    await poison(here.connection, ill.caseId);
    const answers = await handle(here.store, [note(first), note(ill), note(last), note(ill)]);
    expect(answers).toMatchObject([
      { accepted: true },
      { accepted: false, refusal: { code: 'case-set-aside' } },
      { accepted: true },
      { accepted: false, refusal: { code: 'case-set-aside' } },
    ]);
    expect(await standingOf(here.connection, first.caseId)).toEqual(RUNS);
    expect(await standingOf(here.connection, ill.caseId)).toEqual(ASIDE);
    await handle(here.store, [note(ill)]);
    await deliver(here.parts);
    const told = here.parts.mail.sent.filter(({ subject }) => subject.includes('clocks'));
    expect(new Set(told.map(({ to: { address } }) => address)).size).toBe(told.length);
    expect(told.map(({ to: { address } }) => address)).toContain('dana@ladder.example');
  });

  test('a command that fails on a case which is sound stops no clock: nobody freezes a case by what they send', async () => {
    const key = await here.open();
    const request = {
      ...note(key),
      command: Object.defineProperty({ type: 'addNote', by: 'olga' }, 'text', {
        enumerable: true,
        get: () => {
          throw new TypeError('a bug in this command alone');
        },
      }),
    } as unknown as Request;
    await expect(handle(here.store, [request])).rejects.toThrow('a bug in this command alone');
    expect(await standingOf(here.connection, key.caseId)).toEqual(RUNS);
  });

  test('a fault of the world goes to whoever asked, and sets nothing aside', async () => {
    const key = await here.open();
    const away = Object.assign(new Error('Connection terminated'), { code: '57P01' });
    const store = settingAside(
      {
        ...here.store,
        transaction: () => {
          throw away;
        },
      },
      here.parts,
    );
    await expect(handle(store, [note(key)])).rejects.toBe(away);
    expect(await standingOf(here.connection, key.caseId)).toEqual(RUNS);
  });
});

describe('whoever meets it first', () => {
  let here: CasePageWorld;
  beforeEach(async () => {
    here = await casePageWorld();
  });
  afterEach(() => here.close());

  const ill = (): Promise<() => Promise<void>> => poison(here.connection, here.key.caseId);
  const standing = () => standingOf(here.connection, here.key.caseId);
  const types = async () => (await here.events(here.key)).map(({ type }) => type);

  test('on a page gets the form back as it was typed, and sends it again after a deploy', async () => {
    const form = formIn((await here.act('dana', 'ask')).html, `${here.path}/acts/ask`)!;
    const heal = await ill();
    const met = await here.post('dana', form.action, { ...form.hidden, text: 'Is anybody there?' });
    expect(met.status).toBe(503);
    expect(textOf(met.html)).toContain('set aside by a fault in Ladder');
    expect(textOf(met.html)).toContain('Is anybody there?');
    expect(await standing()).toEqual(ASIDE);
    // What cannot be decided on can hardly be shown either; that too is said, and is no fault of the server.
    const looked = await here.get('dana', here.path);
    expect([looked.status, textOf(looked.html)]).toEqual([503, expect.stringContaining('set aside')]);
    await heal();
    await deploy(here.parts, '1.0.1');
    const sent = await here.post('dana', form.action, { ...form.hidden, text: 'Is anybody there?' });
    expect(sent.status).toBe(303);
    expect(await types()).toContain('CustomerAsked');
  });

  test('by a link sees what they wrote, and the link still works after a deploy', async () => {
    const link = linkIn(to(await here.settle(), 'ana'), /^Respond/);
    const answer = (text: string) => here.post(undefined as unknown as string, link, { text });
    const heal = await ill();
    const met = await answer('A technician is on the way.');
    expect(met.status).toBe(503);
    expect(met.html).toContain('A technician is on the way.');
    expect(await standing()).toEqual(ASIDE);
    await heal();
    await deploy(here.parts, '1.0.1');
    expect((await answer('A technician is on the way.')).status).toBe(200);
    expect(await types()).toContain('Responded');
  });

  test.each([
    ['satisfied', 'word/satisfied', 'CaseClosed'],
    ['escalate', 'message/refused', 'NoteAdded'],
    [undefined, 'message', 'NoteAdded'],
  ] as const)(
    'by mail with the word %s is told that it waits, and it is taken after a deploy',
    async (word, outcome, event) => {
      await here.settle();
      const heal = await ill();
      const mail = here.mailFrom('dana', here.key, `${word ?? 'Hello'}, it rings again`, { word });
      await here.taker.take(mail);
      await here.taker.take(mail);
      expect(await here.outcomes()).toEqual([`waits/${word ?? 'message'}`]);
      expect(await standing()).toEqual(ASIDE);
      const told = (await here.settle()).filter(({ subject }) => subject.includes('Your mail waits'));
      expect(told.map(({ to: { address } }) => address)).toEqual(['dana@ladder.example']);
      expect(told[0]!.text).toContain('it rings again');
      await deploy(here.parts, '1.0.1');
      expect(await here.outcomes()).toEqual([`waits/${word ?? 'message'}`]);
      await heal();
      await deploy(here.parts, '1.0.2');
      expect(await here.outcomes()).toEqual([outcome]);
      expect(await types()).toContain(event);
      await deploy(here.parts, '1.0.3');
      expect((await types()).filter((type) => type === event)).toHaveLength(1);
    },
  );
});
