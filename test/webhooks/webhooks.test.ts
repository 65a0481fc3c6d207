import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { tellSubscribers } from '../../src/app/subscriptions/tell-subscribers.ts';
import { EVENT_CATALOGUE } from '../../src/app/webhooks/event-catalogue.ts';
import {
  endWebhook,
  listWebhooks,
  lookAtWebhook,
  makeWebhook,
  repeatAllSince,
  repeatDelivery,
  rotateSecret,
  turnWebhook,
} from '../../src/app/webhooks/keep-webhooks.ts';
import { feedWebhooks, sendWebhooks } from '../../src/app/webhooks/send-webhooks.ts';
import { webhookCarrier } from '../../src/channels/webhook/send.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { type Received, receiver, sendingIn } from './webhooks-world.ts';

const START = on('Tue 09:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let here: AnswersWorld;
let sending: ReturnType<typeof sendingIn>;
beforeEach(async () => {
  here = await answersWorld(START);
  await here.connection.pool.query(`insert into person (contract_id, person_id, name, email)
    values ('sample', 'petra', 'Petra', 'petra@ladder.example')`);
  await here.connection.pool.query(`insert into role values ('sample', 'petra', 'programManager', null)`);
  sending = sendingIn(here);
});
afterEach(async () => {
  expect(here.logged.filter((line) => !line.startsWith('['))).toEqual([]);
  await here.close();
});

const types = (got: readonly Received[]): readonly string[] =>
  got.map(({ body }) => (JSON.parse(body) as { type: string }).type);
const at = (hours: number) => here.setClock(asInstant(START + hours * HOUR));
const rows = async (text: string) => (await here.connection.pool.query(text)).rows;

/** Standard Webhooks, by their text and without their library. */
const signature = (secret: string, { headers, body }: Received): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`;

describe('a program that is told', () => {
  test('hears of what happens in cases, signed, each once, in the shape of the catalogue, and of nothing before', async () => {
    await here.open({ text: 'Before anybody listened' });
    await at(1);
    const program = await receiver();
    const { secret } = await sending.make(program.url);
    await at(2);
    const key = await here.open({ text: 'A secret word', references: ['INC-secret'] });
    await sending.settle();
    await sending.settle();
    expect(types(program.got).toSorted()).toEqual(['case.level-contacted', 'case.opened']);
    for (const got of program.got) {
      expect(got.headers['webhook-signature']).toBe(signature(secret, got));
      const { type, timestamp, data } = JSON.parse(got.body);
      const found = EVENT_CATALOGUE.find((one) => one.type === type)!;
      expect(found.data.parse(data)).toEqual(data);
      expect(timestamp).toBe(data.at);
      expect(got.body).not.toMatch(/secret|@|Dana/);
      expect(data).toMatchObject({ contract: 'sample', case: key.caseId });
    }
    // A receiver that checks with the library of the standard, on a clock of the same day.
    vi.useFakeTimers({ toFake: ['Date'], now: START + 2 * HOUR });
    onTestFinished(() => void vi.useRealTimers());
    const [first] = program.got;
    expect(new Webhook(secret).verify(first!.body, first!.headers)).toMatchObject({
      data: { contract: 'sample' },
    });
    expect(() => new Webhook(secret).verify(`${first!.body} `, first!.headers)).toThrow(/signature/i);
  });

  test('of plans hears that one is published, and that a seat is filled', async () => {
    const program = await receiver();
    await sending.make(program.url, ['plan.published', 'plan.seat-filled']);
    await sending.contracts.transaction(async (tx) => {
      await tellSubscribers(tx, 'sample', { kind: 'published', revision: 7 }, START);
      await tellSubscribers(tx, 'sample', { kind: 'seatFilled', seat: 'ana' }, START);
    });
    await here.open();
    await sending.settle();
    const told = program.got.toSorted((one, other) => one.body.localeCompare(other.body));
    expect(told.map(({ body }) => JSON.parse(body).data)).toEqual([
      expect.objectContaining({ revision: 7, plan: 'http://ladder.example/plans/sample' }),
      expect.objectContaining({ seat: 'ana', person: 'ana' }),
    ]);
  });

  test('hears only of the types it wants', async () => {
    const program = await receiver();
    await sending.make(program.url, ['case.level-contacted']);
    await here.open();
    await sending.settle();
    expect(types(program.got)).toEqual(['case.level-contacted']);
  });

  test('knows requests by either secret for a day after a new one was made', async () => {
    const program = await receiver();
    const { secret, key } = await sending.make(program.url, ['case.opened']);
    const renewed = (await rotateSecret(sending, key)) as { readonly secret: string };
    expect(renewed.secret).not.toBe(secret);
    await here.open();
    await sending.settle();
    await at(25);
    await here.open();
    await sending.settle();
    const [both, one] = program.got;
    expect(both!.headers['webhook-signature']).toBe(
      `${signature(renewed.secret, both!)} ${signature(secret, both!)}`,
    );
    expect(one!.headers['webhook-signature']).toBe(signature(renewed.secret, one!));
  });

  test('has no third secret made while the first still holds, and its own goes on being signed with', async () => {
    const program = await receiver();
    const { secret, key } = await sending.make(program.url, ['case.opened']);
    const second = (await rotateSecret(sending, key)) as { readonly secret: string };
    const until = asInstant(START + DAY);
    expect(await rotateSecret(sending, key)).toEqual({ notBefore: until });
    const url = `/contracts/sample/webhooks/${key.webhookId}`;
    const headers = { cookie: await here.stepIn('petra') };
    const sentence = 'A further secret can be made from Wed';
    const shown = await here.server.inject({ url, headers });
    expect(shown.body).toContain(sentence);
    expect(shown.body).not.toContain(`action="${url}/secret"`);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = await here.server.inject({
      ...{ method: 'POST', url: `${url}/secret`, payload: 'sure=yes' },
      headers: { ...headers, ...form },
    });
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain(sentence);
    await here.open();
    await sending.settle();
    expect(program.got[0]!.headers['webhook-signature']).toBe(
      `${signature(second.secret, program.got[0]!)} ${signature(secret, program.got[0]!)}`,
    );
    await at(24);
    expect(await rotateSecret(sending, key)).toHaveProperty('secret');
  });
});

describe('a program that does not take it', () => {
  const BAD: readonly (readonly [string, Parameters<typeof receiver>[0], string])[] = [
    ['fails', (_request, reply) => void reply.writeHead(500).end(), 'status-500'],
    [
      'leads elsewhere',
      (_request, reply) => void reply.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      'redirected',
    ],
    ['answers without end', (_request, reply) => void reply.end('x'.repeat(70_000)), 'reply-too-long'],
    ['hangs', () => undefined, 'timeout'],
    ['drops the connection', (request) => void request.socket.destroy(), 'dropped'],
  ];

  test('is tried again and again over days, and then whoever answers for it is told', async () => {
    const program = await receiver((_request, reply) => void reply.writeHead(500).end());
    const { key } = await sending.make(program.url, ['case.opened']);
    await here.open();
    const waits: number[] = [];
    await feedWebhooks(sending);
    let now: number = START;
    for (;;) {
      await sending.settle();
      const [row] = await rows(`select state, next_at from webhook_delivery`);
      if (row.state === 'failed') break;
      waits.push(Number(row.next_at) - now);
      now = Number(row.next_at);
      await here.setClock(asInstant(now));
    }
    expect(program.got).toHaveLength(9);
    expect(waits[0]).toBe(5_000);
    expect(now - START).toBeGreaterThan(2 * DAY);
    expect(new Set(program.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await lookAtWebhook(sending, key))?.webhook.off).toMatchObject({ because: 'failing' });
    const told = (await here.settle()).filter(({ subject }) =>
      subject.startsWith('A program is told no more'),
    );
    expect(told.map(({ to }) => to.address)).toEqual(['petra@ladder.example']);
    expect(told[0]!.text).toContain('status-500');
  });

  test('for whatever reason waits for its turn, and holds no other up', async () => {
    const good = await receiver();
    await sending.make(good.url, ['case.opened']);
    for (const [, answer] of BAD) await sending.make((await receiver(answer)).url, ['case.opened']);
    await here.open();
    await sending.settle();
    expect(good.got).toHaveLength(1);
    const states = await rows(`select reason from webhook_delivery where state = 'waiting' order by reason`);
    expect(states.map(({ reason }) => reason)).toEqual(BAD.map(([, , reason]) => reason).sort());
  });

  test('with 410 is told no more at once, and what happens then is sent only where it is asked for', async () => {
    const program = await receiver((_request, reply) => void reply.writeHead(410).end());
    const { key } = await sending.make(program.url, ['case.opened']);
    await here.open();
    await sending.settle();
    expect((await lookAtWebhook(sending, key))?.webhook.off).toMatchObject({ because: 'gone' });
    expect((await here.settle()).map(({ subject }) => subject).join()).toContain('A program is told no more');
    await here.open();
    await sending.settle();
    expect(program.got).toHaveLength(1);
    program.answer = (_request, reply) => void reply.end();
    await at(1);
    expect(await turnWebhook(sending, key, 'on')).toBe(true);
    await sending.settle();
    expect(program.got).toHaveLength(1);
    expect(await repeatAllSince(sending, key, START)).toEqual({ count: 2 });
    await sending.settle();
    const ids = program.got.slice(1).map(({ headers }) => headers['webhook-id']);
    expect([new Set(ids).size, ids.includes(program.got[0]!.headers['webhook-id'])]).toEqual([2, true]);
  });

  test('of whose name a second look shows this machine, is asked at the first address or not at all', async () => {
    const program = await receiver();
    const { port } = new URL(program.url);
    const answers = [['192.0.2.10'], ['127.0.0.1']];
    const resolve = async () => answers.shift() ?? [];
    const rebinding = sendingIn(here, {
      allowedHosts: ['rebind.example'],
      send: webhookCarrier({ allowed: [], resolve, totalMs: 300 }),
    });
    await rebinding.make(`http://rebind.example:${port}/`, ['case.opened']);
    await here.open();
    await rebinding.settle();
    expect(program.got).toEqual([]);
    expect(await rows('select reason from webhook_delivery')).toEqual([{ reason: 'address-refused' }]);
  });
});

describe('a node that dies', () => {
  test('loses nothing that was claimed, and two nodes send nothing twice', async () => {
    const program = await receiver();
    await sending.make(program.url, ['case.opened']);
    for (let count = 0; count < 30; count++) await here.open();
    await feedWebhooks(sending);
    await sending.contracts.transaction((tx) => tx.claimDeliveries(START, asInstant(START + 60_000), 5));
    await Promise.all([sendWebhooks(sending), sendWebhooks(sending), feedWebhooks(sending)]);
    await sending.settle();
    expect(program.got).toHaveLength(25);
    await here.setClock(asInstant(START + 61_000));
    await sending.settle();
    expect(new Set(program.got.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
    expect(program.got).toHaveLength(30);
  });
});

describe('somebody who reads the plan', () => {
  const own = (url: string, ownerId = 'dana') =>
    makeWebhook(sending, { contract: 'sample', by: ownerId, url, types: [], ownerId });

  test('has three programs of their own told, which nobody else finds, and ends them', async () => {
    // Not where the operator lets programs of the contract stand.
    expect(await own('http://127.0.0.1/hook')).toEqual({ problem: 'url' });
    for (let count = 0; count < 3; count++)
      expect(await own(`https://a.example/${count}`)).toHaveProperty('secret');
    expect(await own('https://a.example/more')).toEqual({ problem: 'tooManyOwn' });
    expect(await own('https://a.example/1', 'olga')).toHaveProperty('secret');
    expect(await listWebhooks(sending, { contract: 'sample' })).toEqual([]);
    const mine = await listWebhooks(sending, { contract: 'sample', ownerId: 'dana' });
    expect(mine.map((one) => one.types)).toEqual(Array(3).fill(['plan.published', 'plan.seat-filled']));
    const { webhookId } = mine[0]!;
    for (const ownerId of [undefined, 'olga']) {
      const key = { contract: 'sample', webhookId, ownerId };
      expect(await lookAtWebhook(sending, key)).toBeUndefined();
      expect(await endWebhook(sending, key)).toBe(false);
    }
    expect(await endWebhook(sending, { contract: 'sample', webhookId, ownerId: 'dana' })).toBe(true);
    expect(await listWebhooks(sending, { contract: 'sample', ownerId: 'dana' })).toHaveLength(2);
  });

  test('has them told of the plan and of no case, and of nothing any more once they have no role', async () => {
    const got: { readonly body: string; readonly isOpenOnly: boolean }[] = [];
    sending = sendingIn(here, {
      send: (request) => {
        got.push(request);
        return Promise.resolve({ status: 200 });
      },
    });
    await own('https://a.example/');
    const published = (revision: number) =>
      sending.contracts.transaction((tx) =>
        tellSubscribers(tx, 'sample', { kind: 'published', revision }, START),
      );
    await published(7);
    await here.open();
    await sending.settle();
    expect(got.map(({ body, isOpenOnly }) => [JSON.parse(body).data.revision, isOpenOnly])).toEqual([
      [7, true],
    ]);
    await published(8);
    await rows(`delete from role where person_id = 'dana'`);
    await sending.settle();
    await published(9);
    await sending.settle();
    expect(got).toHaveLength(1);
    expect(await rows('select from webhook')).toEqual([]);
    expect(await rows('select from webhook_delivery')).toEqual([]);
  });

  test('hears by mail that one of theirs is told no more, and nobody else does', async () => {
    sending = sendingIn(here, { send: () => Promise.resolve({ status: 410 }) });
    await own('https://a.example/');
    await sending.contracts.transaction((tx) =>
      tellSubscribers(tx, 'sample', { kind: 'published', revision: 7 }, START),
    );
    await sending.settle();
    const mails = await here.settle();
    expect(mails.map(({ to }) => to.address)).toEqual(['dana@ladder.example']);
    expect(mails[0]?.text).toContain('/contracts/sample/plan-webhooks/');
  });

  test('reaches nothing but the open internet', async () => {
    const program = await receiver();
    const send = webhookCarrier({ allowed: ['127.0.0.1'], totalMs: 300 });
    const request = { url: program.url, headers: {}, body: '{}' };
    expect(await send({ ...request, isOpenOnly: true })).toHaveProperty('failed');
    expect(program.got).toEqual([]);
    expect(await send({ ...request, isOpenOnly: false })).toEqual({ status: 200 });
  });
});

describe('a webhook', () => {
  test('is made for encrypted addresses alone, and for none with a name, a password or a place in it', async () => {
    for (const url of [
      ...['http://hooks.example/', 'https://me:hush@hooks.example/', 'https://hooks.example/#a'],
      ...['ftp://hooks.example/', 'hooks.example', '', `https://hooks.example/${'x'.repeat(2000)}`],
    ]) {
      const asked = { contract: 'sample', by: 'petra', url, types: [] };
      expect([url, await makeWebhook(sending, asked)]).toEqual([url, { problem: 'url' }]);
    }
  });

  test('is of types of the catalogue alone, one for each address, ten of a contract', async () => {
    const make = (url: string, wanted: readonly string[] = []) =>
      makeWebhook(sending, { contract: 'sample', by: 'petra', url, types: wanted });
    expect(await make('https://a.example/', ['case.imagined'])).toEqual({ problem: 'typeUnknown' });
    for (let count = 0; count < 10; count++) await make(`https://a.example/${count}`);
    expect(await make('https://a.example/more')).toEqual({ problem: 'tooMany' });
    await here.connection.pool.query(`delete from webhook where url like '%/9'`);
    expect(await make('https://a.example/1')).toEqual({ problem: 'same' });
  });

  test('sends one delivery again under the same id, and nothing of another’s', async () => {
    const program = await receiver();
    const { key } = await sending.make(program.url, ['case.opened']);
    await here.open();
    await sending.settle();
    const [first] = (await lookAtWebhook(sending, key))!.deliveries;
    expect(await repeatDelivery(sending, key, first!.deliveryId)).toBe(true);
    expect(await repeatDelivery(sending, { ...key, contract: 'other' }, first!.deliveryId)).toBe(false);
    expect(await repeatDelivery(sending, key, 'x')).toBe(false);
    await sending.settle();
    const [one, other] = program.got;
    expect([other!.headers['webhook-id'], other!.body]).toEqual([one!.headers['webhook-id'], one!.body]);
    expect(await repeatAllSince(sending, key, asInstant(START - 31 * DAY))).toEqual({ problem: 'since' });
  });
});
