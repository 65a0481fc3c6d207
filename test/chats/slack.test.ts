import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookAtChannel, renewSecrets, turnChannel } from '../../src/app/chats/keep-chats.ts';
import { asInstant } from '../../src/core/instant.ts';
import { operatorReading } from '../../src/store/answers/operator-reading.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { until } from '../build/until.ts';
import { chatServer, chatsIn, pressOf, ROOM, SIGNING, TOKEN, withManager } from './chats-world.ts';

const START = on('Tue 09:00');
let here: AnswersWorld;
let slack: Awaited<ReturnType<typeof chatServer>>;
let chats: ReturnType<typeof chatsIn>;
beforeEach(async () => {
  slack = await chatServer();
  here = await answersWorld(START, {
    chats: {
      read: (await import('../../src/channels/slack/read-press.ts')).readPress,
      whisper: (...given) => chats.carrier.whisper(...given),
    },
  });
  await withManager(here);
  chats = chatsIn(here, slack.url);
});
afterEach(async () => {
  expect(chats.log.lines).toEqual([]);
  await here.close();
});

const rows = async (text: string) => (await here.connection.pool.query(text)).rows;
const later = async (seconds: number) => here.setClock(asInstant((await chats.now()) + seconds * 1000));
const buttonsOf = (body: { readonly blocks: readonly { type: string; elements?: object[] }[] }) =>
  body.blocks.find(({ type }) => type === 'actions')?.elements as
    | { action_id: string; value?: string; url?: string }[]
    | undefined;
const acknowledgeIn = (body: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(body)?.find(({ action_id }) => action_id === 'acknowledge')?.value;

/** A case with its message in the channel: by what a press names it. */
async function posted() {
  const channel = await chats.slack();
  const key = await here.open({ text: 'The secret word', references: ['INC-secret'] });
  await chats.settle();
  const message = slack.of('chat.postMessage')[0]!;
  return { channel, key, message, messageId: acknowledgeIn(message) ?? '' };
}

/** What one user alone was told last. */
const whispered = () =>
  until(() => {
    const [last] = slack.of('chat.postEphemeral').slice(-1);
    if (!last) throw new Error('nobody was told');
    return last;
  });

async function connected(person: string, { channel, messageId }: Awaited<ReturnType<typeof posted>>) {
  await chats.press(channel.channelId, pressOf(messageId));
  const { text } = await whispered();
  const path =
    /http:\/\/ladder\.example(\/contracts\/sample\/chats\/connect\/[\w-]{43})/.exec(text)?.[1] ?? '';
  const cookie = await here.stepIn(person);
  const request = { url: path, headers: { cookie } } as const;
  const asked = await here.server.inject({ method: 'GET', ...request });
  const done = await here.server.inject({ method: 'POST', ...request });
  slack.asked.length = 0;
  return { asked, done, path, cookie };
}

describe('a Slack channel', () => {
  test('hears what a level is told, as blocks, and of nothing that anybody typed, no name and no number', async () => {
    const { message, key } = await posted();
    expect(slack.asked[0]?.token).toBe(`Bearer ${TOKEN}`);
    expect(message.channel).toBe(ROOM);
    const said = JSON.stringify(message);
    expect(said).toContain(`Case ${key.caseId}`);
    expect(said).not.toMatch(/secret|Dana|Ana\b|@|\+1/);
    expect(message.blocks[0]).toMatchObject({ type: 'header', text: { type: 'plain_text' } });
    const [acknowledge, respond, open] = buttonsOf(message) ?? [];
    expect(acknowledge).toMatchObject({ action_id: 'acknowledge' });
    const page = `http://ladder.example/contracts/sample/cases/${key.caseId}`;
    expect([respond?.url, open?.url]).toEqual([`${page}/acts/respond`, page]);
  });

  test('hears of the levels it is for, and of nothing while it is off', async () => {
    const channel = await chats.slack({ levels: ['2'] });
    await here.open();
    await chats.settle();
    expect(slack.asked).toEqual([]);
    await chats.slack({ name: 'Other', room: 'C0OTHER', levels: ['1'] });
    await turnChannel(chats.keeping, channel, 'off');
    await here.open();
    await chats.settle();
    expect(slack.asked.map(({ body }) => body.channel)).toEqual(['C0OTHER']);
  });

  test('is told once, however often its level is insisted on', async () => {
    await posted();
    await later(3 * 3600);
    await chats.settle();
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  test('loses the button of a message when its case has moved on', async () => {
    const { key } = await posted();
    await here.send({ key, caller: undefined, command: { type: 'acknowledge', by: 'ana' } });
    await chats.settle();
    const redrawn = slack.of('chat.update')[0]!;
    expect(redrawn.ts).toBe('1700000000.000001');
    expect(acknowledgeIn(redrawn)).toBeUndefined();
    expect(buttonsOf(redrawn)?.map(({ url }) => url)).toContain(
      `http://ladder.example/contracts/sample/cases/${key.caseId}/acts/respond`,
    );
    await here.send({ key, caller: undefined, command: { type: 'respond', by: 'ana', text: 'Mended' } });
    await chats.settle();
    expect(slack.of('chat.update')).toHaveLength(1);
  });

  test('keeps its secrets sealed: neither the database nor a page has them', async () => {
    const { channel } = await posted();
    const [row] = await rows('select chat_channel::text as row from chat_channel');
    expect(row.row).not.toMatch(/xoxb|0123456789abcdef/);
    const cookie = await here.stepIn('petra');
    const path = `/contracts/sample/chats/${channel.channelId}`;
    const page = await here.server.inject({ url: path, headers: { cookie } });
    expect(page.body).toContain('Support desk');
    expect(page.body).not.toMatch(/xoxb-0|0123456789abcdef/);
  });
});

describe('a Slack that is slow, down or refuses', () => {
  test('asks us to wait, and is left alone for as long', async () => {
    const usual = slack.answer;
    slack.answer = () => ({ status: 429, headers: { 'retry-after': '40' }, body: {} });
    await chats.slack();
    await here.open();
    await chats.settle();
    await later(20);
    await chats.settle();
    expect(slack.asked).toHaveLength(1);
    slack.answer = usual;
    await later(30);
    await chats.settle();
    expect(slack.asked).toHaveLength(2);
    expect(await rows('select state, reason from chat_message')).toEqual([
      { state: 'delivered', reason: null },
    ]);
  });

  test('is tried again for a day, and then the message is on the page of problems', async () => {
    slack.answer = () => ({ status: 500, body: {} });
    await chats.slack();
    await here.open();
    for (let tries = 0; tries < 16; tries++) {
      await chats.settle();
      await later(8 * 3600);
    }
    const first = 'select attempts, state, reason from chat_message order by queued_at limit 1';
    expect(await rows(first)).toEqual([{ attempts: 11, state: 'failed', reason: 'status-500' }]);
    const failed = await operatorReading(here.connection.db).failedChats(100);
    expect(failed.at(-1)).toMatchObject({ channelName: 'Support desk', reason: 'status-500' });
  });

  test('refuses the token: the channel is off, those who keep it are told, and what waits goes out once it is mended', async () => {
    const usual = slack.answer;
    slack.answer = () => ({ body: { ok: false, error: 'token_revoked' } });
    const channel = await chats.slack();
    await here.open();
    await chats.settle();
    const found = await lookAtChannel(chats.keeping, channel);
    expect(found?.channel.off?.because).toBe('refused');
    expect(
      await rows(`select subject from delivery join delivery_body using (contract_id, delivery_id)
      where kind = 'chat'`),
    ).toEqual([{ subject: 'A channel is told no more: Support desk' }]);
    slack.answer = usual;
    const typed = { token: `${TOKEN}-2`, signingSecret: SIGNING, url: '' };
    expect(await renewSecrets(chats.keeping, channel, typed)).toBe('kept');
    await turnChannel(chats.keeping, channel, 'on');
    await chats.settle();
    expect(slack.asked.at(-1)?.token).toBe(`Bearer ${TOKEN}-2`);
    expect(await rows('select state from chat_message')).toEqual([{ state: 'delivered' }]);
  });
});

describe('a press in Slack', () => {
  test.each([
    ['with another secret', { secret: 'f'.repeat(32) }],
    ['without a signature', { signature: '' }],
    ['over another body', { body: 'payload=%7B%7D' }],
    ['six minutes old', { atSeconds: Math.floor(START / 1000) - 360 }],
    ['of six minutes ahead', { atSeconds: Math.floor(START / 1000) + 366 }],
  ])('%s is nobody’s', async (_what, changes) => {
    const { channel, messageId, key } = await posted();
    const reply = await chats.press(channel.channelId, pressOf(messageId), changes);
    expect(reply.statusCode).toBe(401);
    const events = await rows(`select type from event where case_id = '${key.caseId}'`);
    expect(events.map(({ type }) => type)).not.toContain('Acknowledged');
  });

  test('by a user whom nobody has said to be, though Slack names one, does nothing and tells that user alone how', async () => {
    const { channel, messageId, key } = await posted();
    expect((await chats.press(channel.channelId, pressOf(messageId))).statusCode).toBe(200);
    const told = await whispered();
    expect(told.user).toBe('U0ANA');
    expect(told.text).toMatch(/does not know who you are here.*\/chats\/connect\//);
    const events = await rows(`select type from event where case_id = '${key.caseId}'`);
    expect(events.map(({ type }) => type)).not.toContain('Acknowledged');
  });

  test('by a user who was connected in the person’s own session acknowledges for that person, by the one road', async () => {
    const here1 = await posted();
    const { asked, done, path, cookie } = await connected('ana', here1);
    expect(asked.body).toContain('U0ANA');
    expect(done.statusCode).toBe(303);
    expect((await here.server.inject({ url: path, headers: { cookie } })).statusCode).toBe(410);
    await chats.press(here1.channel.channelId, pressOf(here1.messageId));
    expect((await whispered()).text).toContain('You have acknowledged');
    const [taken] = await rows(`select body from event where type = 'Acknowledged'`);
    expect(taken.body).toMatchObject({ by: 'ana', over: 'portal', actor: 'contractor' });
    await chats.settle();
    expect(acknowledgeIn(slack.of('chat.update')[0]!)).toBeUndefined();
    slack.asked.length = 0;
    await chats.press(here1.channel.channelId, pressOf(here1.messageId));
    expect((await whispered()).text).toContain('already');
    expect(await rows(`select body from event where type = 'Acknowledged'`)).toHaveLength(1);
  });

  test('is nobody’s of the customer, and over after ten minutes', async () => {
    const here1 = await posted();
    await chats.press(here1.channel.channelId, pressOf(here1.messageId));
    const { text } = await whispered();
    const url = /http:\/\/ladder\.example(\S+)/.exec(text)?.[1]?.replace(/[.,]$/, '') ?? '';
    const customer = await here.stepIn('dana');
    expect((await here.server.inject({ url, headers: { cookie: customer } })).statusCode).toBe(404);
    await later(601);
    const contact = await here.stepIn('ana');
    expect((await here.server.inject({ url, headers: { cookie: contact } })).statusCode).toBe(410);
  });

  test('of a case that has moved on since does nothing', async () => {
    const here1 = await posted();
    await connected('ana', here1);
    await here.send({
      key: here1.key,
      caller: undefined,
      command: { type: 'respond', by: 'ana', text: 'Mended' },
    });
    await chats.press(here1.channel.channelId, pressOf(here1.messageId));
    expect((await whispered()).text).toContain('moved on');
    expect(await rows(`select body from event where type = 'Acknowledged'`)).toEqual([]);
  });

  test('by somebody who has left, or is disconnected, does nothing', async () => {
    const here1 = await posted();
    await connected('ana', here1);
    const cookie = await here.stepIn('ana');
    await here.server.inject({
      ...{ method: 'POST', url: '/contracts/sample/chats/mine' },
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        ...{ channel: here1.channel.channelId, team: 'T0DESK', user: 'U0ANA' },
      }).toString(),
    });
    await chats.press(here1.channel.channelId, pressOf(here1.messageId));
    expect((await whispered()).text).toContain('does not know who you are');
  });

  test('of anything else than our button, or of no channel, changes nothing', async () => {
    const { channel, messageId } = await posted();
    const at = (payload: object) => chats.press(channel.channelId, payload);
    expect((await at({ type: 'view_submission' })).statusCode).toBe(200);
    expect((await at(pressOf(messageId, { action: 'open-0' }))).statusCode).toBe(200);
    expect((await at(pressOf('no such message'))).statusCode).toBe(200);
    const none = await chats.press('00000000-0000-4000-8000-000000000000', pressOf(messageId));
    expect(none.statusCode).toBe(404);
    expect(slack.of('chat.postEphemeral')).toEqual([]);
  });
});
