import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingCall, OutgoingText, TelephoneMeans } from '../../app/ports/telephone.ts';
import { gatewayCarrier } from './send-gateway.ts';
import { twilioCarrier } from './send-twilio.ts';
import { receiptOf, type StatusFields } from './telephone-failure.ts';

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ACCOUNT = 'AC0123456789abcdef';
const TAKEN: Reply = { status: 201, body: JSON.stringify({ sid: 'SM01', status: 'queued' }) };

let server: Server;
let url: string;
let asked: Asked[];
let answer: Reply;

beforeEach(async () => {
  asked = [];
  answer = TAKEN;
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const part of request) body += part;
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    reply.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    reply.end(answer.body);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((done) => void server.close(done)));

const twilio = (changes: Partial<Parameters<typeof twilioCarrier>[0]> = {}) =>
  twilioCarrier({
    ...{ account: ACCOUNT, token: 'hush', url, number: '+19165550100', allowed: ['127.0.0.1'] },
    ...changes,
  });

const TEXT: OutgoingText = {
  id: '0198',
  to: '+19165550101',
  body: 'Case 1004: reply 1 & wait',
  statusUrl: 'https://ladder.example/telephone/status/sample/0198',
};
const CALL: OutgoingCall = {
  id: '0199',
  to: '+19165550102',
  spokenUrl: 'https://ladder.example/telephone/call/notice/sample/0199',
  statusUrl: 'https://ladder.example/telephone/status/sample/0199',
};

const send = (means: TelephoneMeans) => (means === 'text' ? twilio().text(TEXT) : twilio().call(CALL));

describe('Twilio', () => {
  test('is asked to carry a text, with its number, ours, and where it says what becomes of it', async () => {
    expect(await twilio().text(TEXT)).toEqual({ result: 'handedOver', carrierId: 'SM01' });
    const [{ path, headers, body } = {} as Asked] = asked;
    expect(path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
    expect(headers.authorization).toBe(`Basic ${btoa(`${ACCOUNT}:hush`)}`);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      ...{ To: TEXT.to, From: '+19165550100', Body: TEXT.body, StatusCallback: TEXT.statusUrl },
    });
  });

  test('is asked for a call, to find out whether a voicemail answers, and to say each step', async () => {
    expect(await twilio().call(CALL)).toMatchObject({ result: 'handedOver' });
    const [{ path, body } = {} as Asked] = asked;
    expect(path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Calls.json`);
    const form = new URLSearchParams(body);
    expect(form.get('Url')).toBe(CALL.spokenUrl);
    expect(form.get('MachineDetection')).toBe('DetectMessageEnd');
    expect(form.getAll('StatusCallbackEvent')).toEqual(['initiated', 'ringing', 'answered', 'completed']);
  });

  test.each<[string, TelephoneMeans, Reply, object]>([
    [
      'a number that stopped our texts is a no for good',
      'text',
      { status: 400, body: '{"code":21610,"message":"Attempt to send to unsubscribed recipient"}' },
      { permanent: true, reason: 'stopped', said: 'Attempt to send to unsubscribed recipient' },
    ],
    [
      'no number at all is a no for good',
      'call',
      { status: 400, body: '{"code":21211,"message":"x"}' },
      { permanent: true, isWrongNumber: true, reason: 'carrier-21211' },
    ],
    [
      'no mobile telephone is a no for good',
      'text',
      { status: 400, body: '{"code":21614}' },
      { permanent: true, reason: 'carrier-21614' },
    ],
    [
      'too many is a no for now, for as long as it says',
      'call',
      { status: 429, body: '{"code":20429}', headers: { 'retry-after': '7' } },
      { permanent: false, reason: 'throttled', againAfterSeconds: 7 },
    ],
    [
      'a wrong token is ours to mend',
      'text',
      { status: 401, body: '{"code":20003}' },
      { permanent: false, reason: 'carrier-20003' },
    ],
    [
      'a server that is down is a no for now',
      'call',
      { status: 503, body: '<html>' },
      { permanent: false, reason: 'http-503' },
    ],
    [
      'an answer that is none is a no for now',
      'text',
      { status: 200, body: '<html>' },
      { permanent: false, reason: 'reply-not-understood' },
    ],
    [
      'a redirect is not followed',
      'text',
      { status: 307, body: '', headers: { location: 'http://127.0.0.1/' } },
      { permanent: false, reason: 'redirected' },
    ],
  ])('%s', async (_rule, means, reply, failure) => {
    answer = reply;
    expect(await send(means)).toMatchObject({ result: 'failed', ...failure });
  });

  test('is not asked to reach what is no number', async () => {
    const refused = { result: 'failed', permanent: true, reason: 'unusable-number' };
    expect(await twilio().text({ ...TEXT, to: '911' })).toEqual(refused);
    expect(await twilio().call({ ...CALL, to: 'sip:somebody@elsewhere.example' })).toEqual(refused);
    expect(asked).toEqual([]);
  });

  test('is not looked for in private places that nobody allowed', async () => {
    expect(await twilio({ allowed: [] }).text(TEXT)).toMatchObject({ reason: 'address-refused' });
    expect(asked).toEqual([]);
  });
});

describe('a gateway', () => {
  const gateway = () => gatewayCarrier({ url: `${url}/send`, token: 'hush', allowed: ['127.0.0.1'] });

  test('gets a text as JSON, with an id by which it drops a repeat', async () => {
    answer = { status: 202, body: '{"id":"g-7"}' };
    expect(await gateway().text(TEXT)).toEqual({ result: 'handedOver', carrierId: 'g-7' });
    const [{ path, headers, body } = {} as Asked] = asked;
    expect(path).toBe('/send');
    expect(headers).toMatchObject({ authorization: 'Bearer hush', 'idempotency-key': TEXT.id });
    const { id, to, statusUrl } = TEXT;
    expect(JSON.parse(body)).toEqual({ id, to, text: TEXT.body, statusUrl });
  });

  test.each<[number, object]>([
    [422, { permanent: true, reason: 'http-422' }],
    [401, { permanent: false, reason: 'http-401' }],
    [429, { permanent: false, reason: 'throttled' }],
    [500, { permanent: false, reason: 'http-500' }],
  ])('that answers %d', async (status, failure) => {
    answer = { status, body: 'no' };
    expect(await gateway().text(TEXT)).toMatchObject({ result: 'failed', ...failure });
  });
});

test.each<[string, StatusFields, ReturnType<typeof receiptOf>]>([
  ['a text on its way', { MessageStatus: 'sent' }, { is: 'underWay' }],
  ['a text that arrived', { MessageStatus: 'delivered' }, { is: 'delivered' }],
  [
    'a text to a landline',
    { MessageStatus: 'undelivered', ErrorCode: '30006' },
    { is: 'failed', permanent: true, reason: 'carrier-30006' },
  ],
  [
    'a text to a telephone that is off',
    { MessageStatus: 'undelivered', ErrorCode: '30003' },
    { is: 'failed', permanent: false, reason: 'carrier-30003' },
  ],
  [
    'a text to a number that no network knows',
    { MessageStatus: 'undelivered', ErrorCode: '30005' },
    { is: 'failed', permanent: true, isWrongNumber: true, reason: 'carrier-30005' },
  ],
  ['a telephone that rings', { CallStatus: 'ringing' }, { is: 'underWay' }],
  ['a call that somebody took', { CallStatus: 'completed', AnsweredBy: 'human' }, { is: 'delivered' }],
  [
    'a call that a voicemail took',
    { CallStatus: 'completed', AnsweredBy: 'machine_end_beep' },
    { is: 'failed', permanent: false, reason: 'voicemail' },
  ],
  ['a telephone that is busy', { CallStatus: 'busy' }, { is: 'failed', permanent: false, reason: 'busy' }],
  [
    'a telephone that nobody takes',
    { CallStatus: 'no-answer' },
    { is: 'failed', permanent: false, reason: 'no-answer' },
  ],
  [
    'a number that is none',
    { CallStatus: 'failed' },
    { is: 'failed', permanent: true, reason: 'not-completed' },
  ],
  ['what is not known', { MessageStatus: 'teleported' }, undefined],
  ['nothing', {}, undefined],
])('%s is read', (_rule, fields, receipt) => {
  expect(receiptOf(fields)).toEqual(receipt);
});
