import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { casePin, customerCode } from '../../src/app/secret.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

const GATEWAY = 'the-token-of-a-gateway';
const RIGHT = { authorization: `Bearer ${GATEWAY}` };

/** An installation that has a gateway and nobody who brings calls. */
let here: ConversationWorld;
let gateway: Server;
/** What the gateway was given to send. */
let sent: { readonly to: string; readonly text: string }[];
let ids: number;
beforeEach(async () => {
  sent = [];
  ids = 0;
  gateway = createServer(async (request, reply) => {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    sent.push(JSON.parse(body));
    reply.writeHead(202).end();
  });
  await new Promise<void>((listens) => gateway.listen(0, '127.0.0.1', () => listens()));
  here = await conversationWorld(on('Tue 09:00'), {
    settings: {
      ...{ LADDER_TWILIO_ACCOUNT: '', LADDER_TWILIO_TOKEN: '', LADDER_TWILIO_URL: '' },
      LADDER_TEXT_GATEWAY_TOKEN: GATEWAY,
      LADDER_TEXT_GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`,
    },
  });
}, 60_000);
afterEach(async () => {
  await here.close();
  gateway.close();
  gateway.closeAllConnections();
});

const posted = async (payload: string, headers: Readonly<Record<string, string>> = RIGHT) => {
  const { statusCode, body } = await here.server.inject({
    ...{ method: 'POST', url: '/telephone/gateway/texts', payload },
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: statusCode, body };
};
const handedOver = (given: object, headers?: Readonly<Record<string, string>>) =>
  posted(JSON.stringify(given), headers);
const write = async (from: string, text: string): Promise<string | null> => {
  const { status, body } = await handedOver({ id: `in-${++ids}`, from, to: OURS, text });
  expect(status, body).toBe(200);
  return JSON.parse(body).answer;
};
const typesOf = async (key: CaseKey) =>
  (await here.events(key)).filter(({ over }) => over === 'text').map(({ type }) => type);
const noticed = async (): Promise<CaseKey> => {
  const key = await here.open({ by: 'dana' });
  await here.settle();
  return key;
};
const standing = () =>
  here.rows(`select 'event' as of, count(*)::int from event
    union all select 'text', count(*)::int from telephone_text
    union all select 'number', count(*)::int from telephone_number
    union all select 'case', count(*)::int from "case" order by 1`);

describe('a text that a gateway brings', () => {
  test('answers the notice that went out by it: acknowledged by 1, answered by 2', async () => {
    const key = await noticed();
    expect(sent.find(({ to }) => to === NUMBERS.ana)?.text).toMatch(/Reply 1 .*2 /);
    expect(await write(NUMBERS.ana, '1')).toContain('you have the case');
    expect(await write(NUMBERS.ana, '2 A crew is on its way')).toContain('Your answer is recorded');
    expect(await typesOf(key)).toEqual(['Acknowledged', 'Responded']);
  });

  test('is taken once, however often it is handed over, and answered the same', async () => {
    const key = await noticed();
    const text = { id: 'one', from: NUMBERS.ana, text: '1' };
    const first = await handedOver(text);
    expect(first.status).toBe(200);
    for (let again = 0; again < 3; again++) expect(await handedOver(text)).toEqual(first);
    expect(await typesOf(key)).toEqual(['Acknowledged']);
  });

  test('is told apart from one of another number that the gateway calls the same', async () => {
    const key = await noticed();
    const [, told] = [
      await handedOver({ id: '1', from: NUMBERS.dana, text: `${key.caseId} ${casePin(TEST_SECRET, key)}` }),
      await handedOver({ id: '1', from: STRANGER, text: `${key.caseId} 000000` }),
    ];
    expect(told.body).toContain('do not belong together');
  });

  test('opens a case, which then runs by its number and PIN', async () => {
    expect(await write(NUMBERS.dana, 'OPEN All lines are dead')).toContain('What kind of trouble');
    expect(await write(NUMBERS.dana, '2')).toContain('Reply 1 for yes');
    const told = await write(NUMBERS.dana, '1');
    const [one] = await here.rows<{ case_id: string }>('select case_id from "case"');
    const key = { contract: here.contract, caseId: one!.case_id };
    const pin = casePin(TEST_SECRET, key);
    expect(told).toContain(`Case ${key.caseId} is open. PIN ${pin}`);
    expect((await here.events(key))[0]).toMatchObject({
      ...{ type: 'CaseOpened', by: 'dana', over: 'text', text: 'All lines are dead' },
    });
    expect(await write(STRANGER, `${key.caseId} ${pin} ask`)).toContain('you ask again');
    expect(await typesOf(key)).toContain('CustomerAsked');
  });

  test('of somebody unknown is asked for the customer code', async () => {
    await write(STRANGER, 'open no dial tone');
    expect(await write(STRANGER, '2')).toContain('8 digits');
    const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
    expect(await write(STRANGER, code)).toContain('is open');
  });

  test('is invited by the pages, with the code and the PIN that it needs, and nobody is asked to call', async () => {
    const headers = { host: 'localhost', cookie: await here.stepIn('dana') };
    const read = async (url: string): Promise<string> =>
      (await here.server.inject({ url, headers })).body.replace(/<[^>]*>|\s+/g, ' ');
    const start = await read(`/contracts/${here.contract}/start`);
    expect(start).toContain('Text OPEN and what is wrong to +1 202 555 0100.');
    const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
    expect(start).toContain(code);
    await write(STRANGER, 'OPEN No dial tone');
    await write(STRANGER, '2');
    const opened = await write(STRANGER, code);
    const caseId = /Case (\d+) is open/.exec(opened ?? '')?.[1];
    for (const url of [
      `/contracts/${here.contract}/cases/${caseId}`,
      `/contracts/${here.contract}/cases/${caseId}/pin`,
    ]) {
      const page = await read(url);
      const [, pin] = new RegExp(`Text ${caseId} (\\d+) to \\+1 202 555 0100`).exec(page) ?? [];
      expect(page).not.toContain('Call or text');
      expect(await write(STRANGER, `${caseId} ${pin}`)).toContain(`Case ${caseId}`);
    }
  });

  test('ends texts to its number, unanswered, and begins them again', async () => {
    const key = await noticed();
    expect(await write(NUMBERS.ana, 'STOP')).toBe(null);
    expect((await here.events(key)).map(({ type }) => type)).toContain('MeansLost');
    expect(await write(NUMBERS.ana, 'START')).toContain('texts from Ladder again');
    expect((await here.events(key)).map(({ type }) => type)).toContain('MeansRegained');
  });

  test('is never told to call where nobody can', async () => {
    const help = await write(STRANGER, 'hello?');
    expect(help).toContain('text OPEN');
    expect(help).not.toMatch(/call|202/i);
  });
});

describe('what is no such text', () => {
  test.each([
    ['without a token', {}],
    ['with an empty one', { authorization: 'Bearer ' }],
    ['with another', { authorization: `Bearer ${GATEWAY}x` }],
    ['with half of it', { authorization: `Bearer ${GATEWAY.slice(0, 8)}` }],
    ['with it said otherwise', { authorization: `Basic ${GATEWAY}` }],
    ['with it for a signature', { 'x-twilio-signature': GATEWAY }],
  ])('%s is refused, with nothing changed', async (_how, headers) => {
    await noticed();
    const before = await standing();
    const text = { id: 'one', from: NUMBERS.ana, text: '1' };
    const given = headers as Record<string, string>;
    expect(await handedOver(text, given)).toEqual({ status: 403, body: 'token not good' });
    expect(await posted('{', given)).toEqual({ status: 403, body: 'token not good' });
    expect(await standing()).toEqual(before);
  });

  const whole = { id: 'one', from: NUMBERS.ana, text: '1' };
  const WRONG: readonly (readonly [
    what: string,
    given: object,
    wrong: readonly (readonly [string, string | null])[],
  ])[] = [
    ['an id that is missing', { ...whole, id: undefined }, [['id', null]]],
    ['an empty id', { ...whole, id: '' }, [['id', '""']]],
    ['an id that is a number', { ...whole, id: 7 }, [['id', '7']]],
    ['an id with a sign that nothing keeps', { ...whole, id: 'a\0' }, [['id', '"a\\u0000"']]],
    ['a sender that is missing', { ...whole, from: undefined }, [['from', null]]],
    ['a sender that is a name', { ...whole, from: 'BANK' }, [['from', '"BANK"']]],
    ['a text that is missing', { ...whole, text: undefined }, [['text', null]]],
    ['a text that is a list', { ...whole, text: ['1'] }, [['text', '["1"]']]],
    [
      'everything missing',
      {},
      [
        ['id', null],
        ['from', null],
        ['text', null],
      ],
    ],
  ];
  test('is refused by the name and value of each field that is wrong, with nothing changed', async () => {
    const before = await standing();
    for (const [what, given, wrong] of WRONG) {
      const { status, body } = await handedOver(given);
      expect(status, what).toBe(422);
      const { problems } = JSON.parse(body);
      const named = problems.map((one: { field: string; given: string | null }) => [one.field, one.given]);
      expect(named, what).toEqual(wrong);
      expect(problems[0].wanted, what).not.toBe('');
    }
    expect(await standing()).toEqual(before);
  });

  test('is refused where the body is no JSON object', async () => {
    for (const body of ['', '{', 'null', '[]', '"1"', 'id=1&from=2'])
      expect((await posted(body)).status, body).toBe(400);
  });

  test('a text with signs that nothing keeps, or of any length a text has, is taken', async () => {
    expect(await write(STRANGER, '\0\ud800')).toContain('text OPEN');
    expect(await write(STRANGER, 'a'.repeat(10_000))).toContain('text OPEN');
  });
});
