import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { on } from '../build/case.ts';
import { settleAll } from '../build/settle.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, TOKEN } from './conversation-world.ts';

const PUBLIC = 'http://ladder.example';
const GATEWAY = 'the-token-of-a-gateway';
const OTHER_ACCOUNT = 'fedcba9876543210fedcba9876543210';

let here: ConversationWorld;
/** Texts go by it, calls by the carrier. */
let gateway: Server;
let key: CaseKey;
/** A text that the carrier took and of which it has said nothing yet, and a call that rings. */
let sent: Readonly<Record<'text' | 'call', { readonly id: string; readonly sid: string }>>;
beforeEach(async () => {
  gateway = createServer((_request, reply) => reply.writeHead(202).end('{"id":"G1"}'));
  await new Promise<void>((listens) => gateway.listen(0, '127.0.0.1', () => listens()));
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
  const settings = { LADDER_TEXT_GATEWAY_TOKEN: GATEWAY, LADDER_TEXT_GATEWAY_URL: url };
  here = await conversationWorld(on('Tue 09:00'), { settings });
  here.carrier.faults.dropsCallbacks = true;
  key = await here.open();
  await settleAll(here.parts, here.store);
  await here.setClock(on('Tue 09:05'));
  await settleAll(here.parts, here.store);
  await here.carrier.settled();
  const rows = await here.rows<{ means: 'text' | 'call'; id: string; sid: string }>(
    `select means, delivery_id as id, carrier_id as sid from delivery
      where person_id = 'ana' and means <> 'email' and state = 'handedOver'`,
  );
  sent = Object.fromEntries(rows.map(({ means, ...one }) => [means, one])) as typeof sent;
}, 60_000);
afterEach(async () => {
  await here.close();
  gateway.close();
  gateway.closeAllConnections();
});

interface Route {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Everything that a carrier asks or tells, each as it would be believed. */
const routes = (): Readonly<Record<string, Route>> => ({
  'a text that came': {
    path: '/telephone/text',
    form: { MessageSid: 'SM1', From: NUMBERS.ana, To: OURS, Body: '1' },
  },
  'a call that came': { path: '/telephone/call', form: { CallSid: 'CA1', From: NUMBERS.dana, To: OURS } },
  'a key in a call': {
    path: '/telephone/call?turn=1',
    form: { CallSid: 'CA1', From: NUMBERS.dana, Digits: '1' },
  },
  'a recording': {
    path: '/telephone/call?turn=1',
    form: {
      ...{ CallSid: 'CA1', From: NUMBERS.dana, RecordingSid: 'RE1', RecordingDuration: '3' },
      RecordingUrl: 'http://elsewhere.example/recording',
    },
  },
  'what is whispered': {
    path: '/telephone/call/whisper?call=CA1&language=en',
    form: { CallSid: 'CA2', From: OURS, To: NUMBERS.ana },
  },
  'what a notice says': {
    path: `/telephone/call/notice/${key.contract}/${sent.call.id}`,
    form: { CallSid: sent.call.sid, From: OURS, To: NUMBERS.ana, AnsweredBy: 'human' },
  },
  'what became of a text': {
    path: `/telephone/status/${key.contract}/${sent.text.id}`,
    form: { MessageSid: sent.text.sid, MessageStatus: 'delivered' },
  },
  'what became of a call': {
    path: `/telephone/status/${key.contract}/${sent.call.id}`,
    form: { CallSid: sent.call.sid, CallStatus: 'no-answer' },
  },
});
const NAMES = [
  ...['a text that came', 'a call that came', 'a key in a call', 'a recording', 'what is whispered'],
  ...['what a notice says', 'what became of a text', 'what became of a call'],
];

/** Everything that a request could have changed. */
const standing = async () => ({
  events: (await here.events(key)).length,
  rows: await here.rows(`select 'call' as of, count(*)::int from telephone_call
    union all select 'text', count(*)::int from telephone_text
    union all select 'number', count(*)::int from telephone_number
    union all select 'recording', count(*)::int from telephone_recording
    union all select 'case', count(*)::int from "case"
    union all select 'held', count(*)::int from opening_mail
    union all select state, count(*)::int from delivery group by state order by 1`),
});

interface Posted extends Route {
  readonly headers: Readonly<Record<string, string>>;
}

const post = async ({ path, form, headers }: Posted): Promise<{ status: number; body: string }> => {
  const { statusCode, body } = await here.server.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  return { status: statusCode, body };
};

const signed = ({ path, form }: Route, { token = TOKEN, at = PUBLIC } = {}): string =>
  getExpectedTwilioSignature(token, `${at}${path}`, { ...form });
const by = (signature: string) => ({ 'x-twilio-signature': signature });

const ATTACKS: Readonly<Record<string, (route: Route) => Posted>> = {
  'without a signature': (route) => ({ ...route, headers: {} }),
  'with an empty one': (route) => ({ ...route, headers: by('') }),
  'signed by another account': (route) => ({
    ...route,
    headers: by(signed(route, { token: OTHER_ACCOUNT })),
  }),
  'signed for another host': (route) => ({
    ...route,
    headers: by(signed(route, { at: 'http://other.example' })),
  }),
  'signed for another scheme': (route) => ({
    ...route,
    headers: by(signed(route, { at: 'https://ladder.example' })),
  }),
  'signed for another path': (route) => ({
    ...route,
    headers: by(signed({ ...route, path: `${route.path}x` })),
  }),
  'with a query more': (route) => ({
    ...route,
    path: `${route.path}${route.path.includes('?') ? '&' : '?'}more=1`,
    headers: by(signed(route)),
  }),
  'with a field more': (route) => ({
    ...route,
    form: { ...route.form, Digits: '3' },
    headers: by(signed(route)),
  }),
  'with a field less': ({ path, form }) => {
    const [, ...rest] = Object.entries(form);
    return { path, form: Object.fromEntries(rest), headers: by(signed({ path, form })) };
  },
  'with another value': ({ path, form }) => {
    const [[first, value] = ['', ''], ...rest] = Object.entries(form);
    const changed = { [first]: `${value}0`, ...Object.fromEntries(rest) };
    return { path, form: changed, headers: by(signed({ path, form })) };
  },
  'signed for nothing that is in it': (route) => ({
    ...route,
    headers: by(signed({ path: route.path, form: {} })),
  }),
  'with the name of its host forged': (route) => ({
    ...route,
    headers: {
      ...by(signed(route, { at: 'http://other.example' })),
      ...{ host: 'other.example', 'x-forwarded-host': 'other.example', 'x-forwarded-proto': 'https' },
    },
  }),
};

describe.each(NAMES)('%s', (name) => {
  test('is believed as the carrier signs it, and refused in every other way, with nothing changed', async () => {
    const route = routes()[name]!;
    const before = await standing();
    for (const [how, attack] of Object.entries(ATTACKS)) {
      expect((await post(attack(route))).status, how).toBe(403);
    }
    expect(await standing()).toEqual(before);
    expect((await post({ ...route, headers: by(signed(route)) })).status).toBeLessThan(300);
  });

  test('does once what it does, however often it is played again', async () => {
    const route = routes()[name]!;
    const whole = { ...route, headers: by(signed(route)) };
    const first = await post(whole);
    const after = await standing();
    for (let again = 0; again < 3; again++) expect(await post(whole)).toEqual(first);
    expect(await standing()).toEqual(after);
  });
});

test('a signature opens nothing but what it was made for, on whichever route', async () => {
  const all = routes();
  for (const [name, route] of Object.entries(all)) {
    for (const [other, { path, form }] of Object.entries(all)) {
      if (other === name || signed(route) === signed({ path, form })) continue;
      expect((await post({ path, form, headers: by(signed(route)) })).status, `${name}, ${other}`).toBe(403);
    }
  }
});

describe('a gateway', () => {
  const told = (headers: Readonly<Record<string, string>>, body: unknown = { state: 'delivered' }) =>
    here.server.inject({
      ...{ method: 'POST', url: `/telephone/status/${key.contract}/${sent.text.id}` },
      ...{ payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
    });
  const RIGHT = { authorization: `Bearer ${GATEWAY}` };

  test.each([
    ['without a token', {}],
    ['with an empty one', { authorization: 'Bearer ' }],
    ['with another', { authorization: `Bearer ${GATEWAY}x` }],
    ['with half of it', { authorization: `Bearer ${GATEWAY.slice(0, 8)}` }],
    ['with it said otherwise', { authorization: `Basic ${GATEWAY}` }],
    ['with the token of Twilio', { authorization: `Bearer ${TOKEN}` }],
    ['with a signature for a token', { 'x-twilio-signature': GATEWAY }],
    ['with a wrong signature beside the right token', { ...RIGHT, 'x-twilio-signature': 'x' }],
  ])('%s is refused, with nothing changed', async (_how, headers) => {
    const before = await standing();
    expect((await told(headers as Record<string, string>)).statusCode).toBe(403);
    expect(await standing()).toEqual(before);
  });

  test('is believed by its token, once, and of nothing that was never sent', async () => {
    expect((await told(RIGHT)).statusCode).toBe(204);
    const after = await standing();
    expect((await told(RIGHT)).statusCode).toBe(204);
    expect(
      (await told(RIGHT, { state: 'failed', permanent: true, reason: 'no-such-number' })).statusCode,
    ).toBe(204);
    expect(await standing()).toEqual(after);
    const { statusCode } = await here.server.inject({
      ...{ method: 'POST', url: `/telephone/status/${key.contract}/${randomUUID()}`, headers: RIGHT },
      payload: '{"state":"delivered"}',
    });
    expect(statusCode).toBe(404);
  });

  test('can say what became of texts, and neither call nor write', async () => {
    for (const [name, { path, form }] of Object.entries(routes())) {
      if (path.startsWith('/telephone/status/')) continue;
      expect((await post({ path, form, headers: RIGHT })).status, name).toBe(403);
    }
  });
});
