import { afterEach, beforeEach, expect, test } from 'vitest';
import { addChannel } from '../../src/app/chats/keep-chats.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { chatServer, chatsIn, withManager } from './chats-world.ts';

let here: AnswersWorld;
let teams: Awaited<ReturnType<typeof chatServer>>;
let chats: ReturnType<typeof chatsIn>;
beforeEach(async () => {
  teams = await chatServer();
  teams.answer = () => ({ status: 202 });
  here = await answersWorld(on('Tue 09:00'));
  await withManager(here);
  chats = chatsIn(here, 'http://127.0.0.1:9');
});
afterEach(async () => {
  expect(chats.log.lines).toEqual([]);
  await here.close();
});
const rows = async (text: string) => (await here.connection.pool.query(text)).rows;

test('a channel of Teams gets an Adaptive Card whose buttons lead to our pages, and nothing that anybody typed', async () => {
  await chats.teams(teams.url);
  const key = await here.open({ text: 'The secret *word*', references: ['INC-secret'] });
  await chats.settle();
  const [{ body }] = teams.asked as [(typeof teams.asked)[0]];
  const attachment = body.attachments[0]!;
  expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
  const { content: card } = attachment;
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  const page = `http://ladder.example/contracts/sample/cases/${key.caseId}`;
  expect(card.actions.map(({ type, url }) => [type, url])).toEqual([
    ['Action.OpenUrl', `${page}/acts/respond`],
    ['Action.OpenUrl', page],
  ]);
  expect(JSON.stringify(body)).not.toMatch(/secret|Dana|Ana\b|@|\+1/);
});

test('what has moved on is not drawn anew: a workflow only posts', async () => {
  await chats.teams(teams.url);
  const key = await here.open();
  await chats.settle();
  await here.send({ key, caller: undefined, command: { type: 'acknowledge', by: 'ana' } });
  await chats.settle();
  expect(teams.asked).toHaveLength(1);
});

test('a workflow that is throttled is left alone as long as it asks, one that is gone is off', async () => {
  teams.answer = () => ({ status: 429, headers: { 'retry-after': '60' } });
  await chats.teams(teams.url);
  await here.open();
  await chats.settle();
  await chats.settle();
  expect(teams.asked).toHaveLength(1);
  teams.answer = () => ({ status: 404 });
  here.setClock(asInstant((await chats.now()) + 90_000));
  await chats.settle();
  expect(await rows('select off_because from chat_channel')).toEqual([{ off_because: 'refused' }]);
  expect(await rows(`select count(*)::int as letters from delivery where kind = 'chat'`)).toEqual([
    { letters: 1 },
  ]);
});

test('an address that is not encrypted, or of a host that nobody allows, is none', async () => {
  const asked = {
    ...({ contract: 'sample', by: 'petra', kind: 'teams', name: 'Teams', room: '', levels: [] } as const),
    ...{ token: '', signingSecret: '' },
  } as const;
  for (const url of ['', 'http://hooks.example/', 'https://me:hush@hooks.example/', 'ftp://hooks.example/'])
    expect(await addChannel(chats.keeping, { ...asked, url })).toEqual({ problem: 'url' });
  const good = { ...asked, url: 'https://hooks.example/a' };
  expect(await addChannel(chats.keeping, { ...good, levels: ['9'] })).toEqual({ problem: 'level' });
  expect(await addChannel(chats.keeping, good)).toMatchObject({ key: { contract: 'sample' } });
  expect(await addChannel(chats.keeping, good)).toEqual({ problem: 'same' });
});
