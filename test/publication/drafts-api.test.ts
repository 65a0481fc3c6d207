import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planText } from '../app/contracts-world.ts';
import { play } from '../cli/play.ts';
import { type ApiWorld, apiWorld, CONTRACT, type Person } from '../http/api-world.ts';

let api: ApiWorld;
let url: string;
const DRAFTS = `${CONTRACT}/drafts`;
const text = planText((plan) => {
  plan.levels![1]!.title = 'Another title';
});

beforeAll(async () => {
  api = await apiWorld();
  url = await api.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.close());

/** A draft as the program manager keeps one; its path. */
async function kept(of: string = text): Promise<string> {
  const { status, body } = await api.post('petra', DRAFTS, { text: of });
  expect([200, 201]).toContain(status);
  return `${DRAFTS}/${body.draft}`;
}

describe('over the API', () => {
  test('a plan goes from a draft to what is in force', async () => {
    const path = await kept();
    expect(await api.post('petra', `${path}/proposals`, { base: 1, text: 'As we spoke' })).toMatchObject({
      status: 201,
      body: { status: 'proposed', proposed: { by: 'petra', party: 'contractor' } },
    });
    await api.post('petra', `${path}/agreements`, { base: 1 });
    expect(await api.post('olga', `${path}/agreements`, { base: 1 })).toMatchObject({
      status: 201,
      body: {
        status: 'agreed',
        revision: 2,
        agreed: { contractor: { who: 'petra' }, oversight: { who: 'olga' } },
      },
    });
    expect(await api.post('olga', `${path}/agreements`, { base: 1 })).toMatchObject({ status: 200 });
    expect(await api.post('olga', `${path}/publications`, { base: 1 })).toMatchObject({
      status: 201,
      body: { status: 'published', address: 'https://ladder.example/plans/sample' },
    });
    const { body } = await api.get('dana', `${CONTRACT}/plans/published`);
    expect(body).toMatchObject({ number: 2, agreedBy: ['petra', 'olga'] });
    const { body: shown } = await api.get('alan', path);
    const events = shown.events as { type: string; text?: string }[];
    expect(events.map(({ type }) => type)).toEqual([
      ...['DraftMade', 'DraftProposed', 'DraftAgreed', 'DraftAgreed', 'RulesFixed', 'PublicationSet'],
      'PlanPublished',
    ]);
    expect(events[1]).toMatchObject({ text: 'As we spoke' });
    expect(events[0]).not.toHaveProperty('text');
  });

  test('a command sent again under its key is done once, and another under that key is refused', async () => {
    const path = await kept();
    const comment = (text: string, key?: string) =>
      api.post('olga', `${path}/comments`, { text }, key === undefined ? {} : { 'idempotency-key': key });
    const comments = async () =>
      ((await api.get('olga', path)).body.events as { type: string; text?: string }[])
        .filter(({ type }) => type === 'DraftCommented')
        .map(({ text: said }) => said);
    const both = await Promise.all([comment('Level 2?', 'c1'), comment('Level 2?', 'c1')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]!.body).toEqual(both[0]!.body);
    expect(await comment('Level 3?', 'c1')).toMatchObject({
      status: 422,
      body: { code: 'key-used-differently', values: { key: 'c1' } },
    });
    expect(await comments()).toEqual(['Level 2?']);
    await comment('Level 2?');
    expect(await comments()).toEqual(['Level 2?', 'Level 2?']);
    expect(await comment('Level 2?', 'a key')).toMatchObject({ status: 400 });
  });

  test('a no stays the answer under its key, though another key would be answered otherwise by now', async () => {
    const path = await kept();
    const agree = (key: string) =>
      api.post('olga', `${path}/agreements`, { base: 1 }, { 'idempotency-key': key });
    const no = await agree('early');
    expect(no).toMatchObject({ status: 409, body: { code: 'draft-not-proposed' } });
    await api.post('petra', `${path}/proposals`, { base: 1 });
    const { code, values } = no.body;
    expect(await agree('early')).toMatchObject({ status: 409, body: { code, values } });
    expect(await agree('later')).toMatchObject({ status: 201 });
  });

  test.each([
    ['of a text', 'k1', { text }],
    ['of the plan in force', 'k2', { copyOf: 'published' }],
  ])('a draft %s made under a key is made once, whatever became of it', async (_what, key, body) => {
    const make = () => api.post('petra', DRAFTS, body, { 'idempotency-key': key });
    const first = await make();
    await api.post('petra', `${DRAFTS}/${first.body.draft}/drops`);
    const again = await make();
    expect(again).toMatchObject({
      status: first.status,
      body: { draft: first.body.draft, status: 'dropped' },
    });
    expect(again.headers.location).toBe(first.headers.location);
  });

  test('its text is read as it was written, and what is wrong with it with its line', async () => {
    const path = await kept('ladder: 1\ncontract:\n  id: sample\n  zone: nowhere\n');
    const { body } = await api.get('olga', path);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ code: 'plan-key-unknown', line: 4, blocks: true, severity: 'blocking' }),
    );
    expect((await api.get('olga', `${path}/text`)).body).toEqual({
      text: 'ladder: 1\ncontract:\n  id: sample\n  zone: nowhere\n',
    });
  });

  test.each<[Person, number]>([
    ['petra', 200],
    ['olga', 200],
    ['alan', 200],
    ['adam', 200],
    ['desk', 404],
    ['ana', 404],
    ['ada', 404],
    ['dana', 404],
    ['mia', 404],
  ])('%s is answered %i about drafts', async (who, status) => {
    const path = await kept();
    expect((await api.get(who, DRAFTS)).status).toBe(status);
    expect((await api.get(who, path)).status).toBe(status);
    expect((await api.get(who, `${path}/text`)).status).toBe(status);
  });

  test('what one may not do is 403, what was read too early 412, what is not so far 409', async () => {
    const path = await kept(`${text}# anew\n`);
    expect(await api.post('alan', `${path}/comments`, { text: 'Hm' })).toMatchObject({ status: 403 });
    expect(await api.post('root', `${path}/comments`, { text: 'Hm' })).toMatchObject({ status: 403 });
    expect(await api.post('dana', `${path}/comments`, { text: 'Hm' })).toMatchObject({ status: 404 });
    expect(await api.post('petra', `${path}/edits`, { base: 7, text: 'ladder: 1' })).toMatchObject({
      status: 412,
      body: { code: 'draft-changed', values: { by: 'petra' } },
    });
    expect(await api.post('olga', `${path}/agreements`, { base: 1 })).toMatchObject({ status: 409 });
    expect(await api.post('olga', `${DRAFTS}/999/agreements`, { base: 1 })).toMatchObject({ status: 404 });
    expect(await api.post('petra', `${path}/send-backs`, { base: 1 })).toMatchObject({ status: 422 });
  });

  test('a plan that is long is taken, and one that is too long is refused', async () => {
    const line = `# ${'x'.repeat(98)}\n`;
    expect(await api.post('petra', DRAFTS, { text: text + line.repeat(5_000) })).toMatchObject({
      status: 201,
    });
    const { status } = await api.post('petra', DRAFTS, { text: line.repeat(21_000) });
    expect(status).toBe(422);
  });
});

describe('at the terminal', () => {
  const as = (who: Person, line: readonly string[], stdin = '') =>
    play(['plan', ...line], { stdin, env: { LADDER_URL: url, LADDER_TOKEN: api.token(who) } });

  test('a draft is kept, shown, proposed, sent back, written anew, agreed to and published', async () => {
    const made = await as('petra', ['draft', '-'], text.replace('Another title', 'A third title'));
    expect(made).toMatchObject({ exit: 0, err: '' });
    const [, draft = ''] = /^Draft (\d+) {2}draft/.exec(made.out) ?? [];
    expect((await as('petra', ['propose', draft])).out).toMatch(/proposed/);
    const back = await as('olga', ['send-back', draft, '--reason', 'Level 2 has another title']);
    expect(back).toMatchObject({ exit: 0 });
    const edited = await as(
      'petra',
      ['draft', '-', '--into', draft],
      text.replace('Another title', 'A fourth'),
    );
    expect(edited).toMatchObject({ exit: 0, err: '' });
    for (const who of ['petra', 'olga'] as const) {
      if (who === 'petra') await as('petra', ['propose', draft]);
      expect((await as(who, ['agree', draft])).exit).toBe(0);
    }
    const { out } = await as('olga', ['show', draft]);
    expect(out).toContain('Level 2 has another title');
    expect(out).toMatch(/Nothing is wrong with this plan|finding/);
    expect((await as('alan', ['show', draft, '--text'])).out).toBe(text.replace('Another title', 'A fourth'));
    expect((await as('olga', ['publish', draft])).out).toMatch(/published/);
    expect((await as('olga', ['list'])).out).toContain(`Draft ${draft}  published`);
  });

  test('a no is said with what to do', async () => {
    const { exit, err } = await as('dana', ['list']);
    expect({ exit, err }).toMatchObject({
      exit: 1,
      err: expect.stringContaining('There is nothing at this address'),
    });
  });
});
