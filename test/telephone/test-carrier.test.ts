import twilio from 'twilio';
import { expect, onTestFinished, test } from 'vitest';
import { handTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { segmentsOf } from '../../src/dev/test-carrier/segments.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { scriptedLadder, twiml } from './scripted-ladder.ts';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const TOKEN = 'stands-for-a-token';
const OURS = '+19165550100';
const ANA = '+19165550171';
const BO = '+19165550172';
const SECOND = 1_000;

/** A carrier, a Ladder of which a test says what it answers, and the carrier's own client. */
async function world(answers: Parameters<typeof scriptedLadder>[0] = {}) {
  const ladder = await scriptedLadder(answers);
  const time = handTime(Date.UTC(2026, 10, 20, 9));
  const carrier = await testCarrier({ account: ACCOUNT, token: TOKEN, number: OURS, time });
  onTestFinished(async () => {
    await carrier.close();
    await ladder.close();
  });
  carrier.ladderAt({ url: ladder.url });
  return { ladder, time, carrier, client: clientAt(carrier.url), ...placing(carrier.url, ladder.url) };
}

function clientAt(base: string, token = TOKEN) {
  const httpClient = new twilio.RequestClient();
  const ask = httpClient.request.bind(httpClient);
  httpClient.request = (asked) => {
    const { pathname, search } = new URL(asked.uri);
    return ask({ ...asked, uri: base + pathname + search });
  };
  return twilio(ACCOUNT, token, { httpClient });
}

const placing = (base: string, ladder: string) => ({
  text: (to: string, body = 'Case 1004: answer 1.') =>
    clientAt(base).messages.create({ to, from: OURS, body, statusCallback: `${ladder}/status` }),
  call: (to: string, changes: object = {}) =>
    clientAt(base).calls.create({
      ...{ to, from: OURS, url: `${ladder}/notice`, statusCallback: `${ladder}/status`, timeout: 25 },
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      ...changes,
    }),
});

test('a text is taken, delivered, and told of by requests that the carrier’s own library believes', async () => {
  const { carrier, ladder, text } = await world();
  const sent = await text(ANA);
  expect(sent).toMatchObject({ status: 'queued', to: ANA, from: OURS, errorCode: null, numSegments: '1' });
  await carrier.settled();
  expect(carrier.phone(ANA).texts).toMatchObject([{ body: 'Case 1004: answer 1.', status: 'delivered' }]);
  expect(ladder.told('/status', 'MessageStatus')).toEqual(['sent', 'delivered']);
  for (const { form, signature } of ladder.asked) {
    expect(twilio.validateRequest(TOKEN, signature, `${ladder.url}/status`, form)).toBe(true);
    expect(twilio.validateRequest(TOKEN, signature, `${ladder.url}/other`, form)).toBe(false);
    expect(form).toMatchObject({ MessageSid: sent.sid, To: ANA, From: OURS });
  }
});

test.each([
  ['no number', '+1', 'x', 21211],
  ['nothing to say', ANA, '', 21602],
  ['more than a text holds', ANA, 'x'.repeat(1_601), 21617],
  ['a number that is refused', BO, 'x', 21614],
])('a text is refused by its code: %s', async (_why, to, body, code) => {
  const { carrier, text } = await world();
  carrier.faults.refuses.set(BO, 21614);
  await expect(text(to, body)).rejects.toMatchObject({ status: 400, code });
  expect(carrier.texts).toEqual([]);
});

test('whoever has not the token is told nothing', async () => {
  const { carrier } = await world();
  await expect(
    clientAt(carrier.url, 'wrong').messages.create({ to: ANA, from: OURS, body: 'x' }),
  ).rejects.toMatchObject({ status: 401, code: 20003 });
  expect((await fetch(`${carrier.url}/2010-04-01/Accounts/${ACCOUNT}/Recordings/RE0.wav`)).status).toBe(404);
});

test('a text that comes is told to Ladder and answered in the answer; STOP and START are kept by the carrier', async () => {
  const { carrier, ladder, text } = await world({
    '/telephone/text': twiml('<Message>Taken &amp; kept</Message>'),
  });
  const ana = carrier.phone(ANA);
  await ana.text(OURS, '1');
  expect(ladder.asked[0]).toMatchObject({
    path: '/telephone/text',
    form: { From: ANA, To: OURS, Body: '1' },
  });
  expect(ana.texts.map(({ body }) => body)).toEqual(['1', 'Taken & kept']);
  await ana.text(OURS, 'Stop');
  await expect(text(ANA)).rejects.toMatchObject({ code: 21610 });
  await ana.text(OURS, 'START');
  await text(ANA);
});

const ASKS = twiml(
  '<Say language="en-US">Case 1004.</Say><Gather numDigits="1" timeout="5" action="/turn?n=1"><Say>Press 1.</Say></Gather><Redirect>/again</Redirect>',
);

test('a call rings, is answered, hears what Ladder wrote, and presses a key', async () => {
  const { carrier, ladder, call } = await world({
    '/notice': ASKS,
    '/turn?n=1': ({ form }) => twiml(`<Say>You pressed ${form.Digits}.</Say><Hangup/>`),
  });
  const placed = await call(ANA);
  await carrier.settled();
  const ana = carrier.phone(ANA);
  expect(ana.current).toMatchObject({ sid: placed.sid, status: 'ringing', from: OURS });
  await ana.answer();
  expect(ana.heard).toEqual(['Case 1004.', 'Press 1.']);
  expect(ana.current?.awaited).toBe('keys');
  await ana.press('1');
  expect(ana.heard.at(-1)).toBe('You pressed 1.');
  expect(ana.current).toBeUndefined();
  expect(ladder.told('/status', 'CallStatus')).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
  for (const { path, form, signature } of ladder.asked)
    expect(twilio.validateRequest(TOKEN, signature, ladder.url + path, form)).toBe(true);
  expect(carrier.problems).toEqual([]);
});

test('silence goes on with what comes after; keys end by the last of them or by the key that finishes', async () => {
  const { carrier, time, ladder, call } = await world({
    '/notice': ASKS,
    '/again': twiml('<Gather action="/pin" timeout="8"><Say>Your PIN.</Say></Gather>'),
    '/pin': twiml('<Gather action="/pin" numDigits="2"/><Say>Nothing.</Say>'),
  });
  await call(ANA);
  await carrier.settled();
  const ana = carrier.phone(ANA);
  await ana.answer();
  await time.advance(4 * SECOND);
  expect(ana.heard.at(-1)).toBe('Press 1.');
  await time.advance(SECOND);
  expect(ana.heard.at(-1)).toBe('Your PIN.');
  await ana.press('20');
  // A key starts the wait anew, and what was typed until it is over counts.
  await time.advance(7 * SECOND);
  await ana.press('4');
  await time.advance(8 * SECOND);
  await ana.press('12');
  await ana.press('#');
  expect(ladder.told('/pin', 'Digits')).toEqual(['204', '12']);
  expect(ana.heard.at(-1)).toBe('Nothing.');
  expect(ana.current).toBeUndefined();
});

test.each([
  ['nobody', 'no-answer', 'letRing'],
  ['a line that is busy', 'busy', 'busy'],
  ['who turns it away', 'busy', 'hangUp'],
] as const)('a call that reaches %s is told as %s', async (_whom, status, act) => {
  const { carrier, ladder, call } = await world();
  await call(ANA, { statusCallbackEvent: ['completed'] });
  await carrier.settled();
  await carrier.phone(ANA)[act]();
  expect(ladder.told('/status', 'CallStatus')).toEqual([status]);
});

test('a call rings as long as it was asked to; a telephone in a call is busy for the next', async () => {
  const { carrier, time, ladder, call } = await world({ '/notice': ASKS });
  await call(ANA);
  await carrier.settled();
  await call(ANA);
  await carrier.settled();
  expect(carrier.phone(ANA).calls.map(({ status }) => status)).toEqual(['ringing', 'busy']);
  await time.advance(24 * SECOND);
  expect(carrier.phone(ANA).current?.status).toBe('ringing');
  await time.advance(SECOND);
  expect(ladder.told('/status', 'CallStatus')).toEqual([
    'initiated',
    'ringing',
    'initiated',
    'busy',
    'no-answer',
  ]);
});

test('a machine is told apart where Ladder asked for it, and hears to the end', async () => {
  const { carrier, time, ladder, call } = await world({ '/notice': ASKS, '/again': twiml('<Hangup/>') });
  carrier.phone(ANA).habit = 'voicemail';
  await call(ANA, { machineDetection: 'DetectMessageEnd' });
  await carrier.settled();
  await call(BO, { machineDetection: 'Enable' });
  await carrier.settled();
  await carrier.phone(BO).answer();
  expect(ladder.told('/notice', 'AnsweredBy')).toEqual(['machine_end_beep', 'human']);
  await time.advance(5 * SECOND);
  expect(carrier.calls.map(({ status }) => status)).toEqual(['completed', 'completed']);
});

test('what is spoken becomes a recording that only the account may fetch', async () => {
  const { carrier, ladder } = await world({
    '/telephone/call': twiml(
      '<Say>Speak.</Say><Record action="/spoken" maxLength="3"/><Redirect>/silent</Redirect>',
    ),
    '/spoken': twiml('<Say>Thank you.</Say>'),
    '/silent': twiml('<Say>Nothing was heard.</Say>'),
  });
  const ana = carrier.phone(ANA);
  await ana.call(OURS);
  expect(ana.current?.awaited).toBe('words');
  await ana.speak('There is no dial tone at the pilot station since nine.', { key: '#' });
  expect(ana.heard).toEqual(['Speak.', 'Thank you.']);
  const [spoken] = ladder.asked.filter(({ path }) => path === '/spoken');
  expect(spoken?.form).toMatchObject({ RecordingDuration: '3', Digits: '#', CallStatus: 'in-progress' });
  const url = `${spoken?.form.RecordingUrl}.wav`;
  expect((await fetch(url)).status).toBe(401);
  const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
  const wav = Buffer.from(await (await fetch(url, { headers: { authorization } })).arrayBuffer());
  expect(wav.subarray(0, 4).toString()).toBe('RIFF');
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(wav.toString('utf8')).toContain('no dial tone');
  const deleted = await fetch(url.replace('.wav', '.json'), { method: 'DELETE', headers: { authorization } });
  expect(deleted.status).toBe(204);
  expect((await fetch(url, { headers: { authorization } })).status).toBe(404);
});

test('whoever hangs up while speaking has spoken; whoever says nothing has not', async () => {
  const { carrier, time, ladder } = await world({
    '/telephone/call': twiml('<Record action="/spoken" timeout="4"/><Say>Nothing.</Say>'),
  });
  const ana = carrier.phone(ANA);
  await ana.call(OURS);
  await ana.speak('It is out again.', { thenHangsUp: true });
  expect(ladder.asked.at(-1)?.form).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
  await ana.call(OURS);
  await time.advance(4 * SECOND);
  expect(ana.heard).toEqual(['Nothing.']);
  expect(carrier.recordings).toHaveLength(1);
});

const DIAL = twiml(
  `<Say>One moment.</Say><Dial action="/dialed" timeout="20" callerId="${OURS}"><Number url="/whisper">${BO}</Number></Dial>`,
);

test('a caller is connected to whoever answers and stays, and the two hear each other', async () => {
  const { carrier, time, ladder } = await world({
    '/telephone/call': DIAL,
    '/whisper': twiml(
      '<Gather numDigits="1" action="/taken"><Say>A customer. Press 1.</Say></Gather><Hangup/>',
    ),
    '/taken': twiml('<Say>Connected.</Say>'),
    '/dialed': twiml('<Say>Goodbye.</Say>'),
  });
  const [ana, bo] = [carrier.phone(ANA), carrier.phone(BO)];
  await ana.call(OURS);
  expect(bo.current).toMatchObject({ status: 'ringing', from: OURS });
  await bo.answer();
  expect(ana.current?.awaited).toBe('other');
  await bo.press('1');
  expect(bo.heard).toEqual(['A customer. Press 1.', 'Connected.']);
  expect(ana.current?.awaited).toBe('talk');
  await ana.speak('Our line is dead.');
  expect(bo.current?.lines.at(-1)).toMatchObject({ by: ANA, how: 'spoken', text: 'Our line is dead.' });
  await time.advance(90 * SECOND);
  await bo.hangUp();
  expect(ladder.asked.at(-1)).toMatchObject({
    path: '/dialed',
    form: { DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '90' },
  });
  expect(ana.heard.at(-1)).toBe('Goodbye.');
});

test.each([
  ['rings in vain', 'no-answer', (bo: Bo) => bo.letRing()],
  ['is busy', 'busy', (bo: Bo) => bo.busy()],
  [
    'takes the receiver and puts it down',
    'no-answer',
    async (bo: Bo) => {
      await bo.answer();
      await bo.hangUp();
    },
  ],
] as const)('a call that cannot be connected goes on: who %s', async (_how, status, act) => {
  const { carrier, ladder } = await world({
    '/telephone/call': DIAL,
    '/whisper': ASKS,
    '/dialed': twiml('<Record/>'),
  });
  await carrier.phone(ANA).call(OURS);
  await act(carrier.phone(BO));
  expect(ladder.asked.at(-1)?.form).toMatchObject({ DialCallStatus: status, DialBridged: 'false' });
  expect(carrier.phone(ANA).current?.awaited).toBe('words');
});

type Bo = ReturnType<Awaited<ReturnType<typeof testCarrier>>['phone']>;

test('a caller who hangs up leaves the other with nobody, and Ladder is told', async () => {
  const { carrier, ladder } = await world({
    '/telephone/call': DIAL,
    '/whisper': twiml(''),
    '/dialed': twiml(''),
  });
  await carrier.phone(ANA).call(OURS);
  await carrier.phone(BO).answer();
  await carrier.phone(ANA).hangUp();
  expect(carrier.calls.map(({ status }) => status)).toEqual(['completed', 'completed']);
  expect(ladder.asked.at(-1)?.form).toMatchObject({ DialCallStatus: 'completed', CallStatus: 'completed' });
});

test.each([
  ['500', 'no TwiML from'],
  ['<Response><Say>Half', 'does not end'],
  ['<Response><Sing/></Response>', '<Sing> is no verb'],
  ['<Response/> Hello', 'not XML'],
  ['<Say/>', 'no <Response>'],
  ['<Response><Pause length="long"/></Response>', 'is no number'],
  [twiml('<Redirect>/notice</Redirect>'), 'runs in a circle'],
])('an answer that a carrier cannot use ends the call with its excuse: %s', async (answer, problem) => {
  const { carrier, call } = await world({ '/notice': answer });
  await call(ANA);
  await carrier.settled();
  await carrier.phone(ANA).answer();
  expect(carrier.phone(ANA).current).toBeUndefined();
  expect(carrier.phone(ANA).heard.at(-1)).toContain('application error');
  expect(carrier.problems.join()).toContain(problem);
});

test('Ladder may turn a call away, end one, and lead one elsewhere', async () => {
  const { carrier, ladder, client, call } = await world({
    '/telephone/call': twiml('<Reject reason="busy"/>'),
    '/notice': ASKS,
    '/elsewhere': twiml('<Say language="es-US">Un momento.</Say><Record/>'),
  });
  expect((await carrier.phone(ANA).call(OURS)).status).toBe('busy');
  const { sid } = await call(ANA);
  await carrier.settled();
  await carrier.phone(ANA).answer();
  await client.calls(sid).update({ url: `${ladder.url}/elsewhere` });
  await carrier.settled();
  expect(carrier.phone(ANA).current?.lines.at(-1)).toMatchObject({ language: 'es-US', text: 'Un momento.' });
  await carrier.phone(ANA).hangUp();
  const second = await call(BO);
  await carrier.settled();
  await client.calls(second.sid).update({ status: 'completed' });
  await carrier.settled();
  expect((await client.calls(second.sid).fetch()).status).toBe('completed');
});

test('faults: nobody there, too many, too late, lost numbers, words that never come or come twice', async () => {
  const { carrier, time, ladder, text } = await world({ '/telephone/text': twiml('') });
  const { faults } = carrier;
  faults.isDown = true;
  await expect(text(ANA)).rejects.toThrow();
  faults.isDown = false;
  faults.answersOnly = 503;
  await expect(text(ANA)).rejects.toMatchObject({ status: 503 });
  faults.answersOnly = undefined;
  faults.perSecond = 2;
  await Promise.all([text(ANA), text(BO)]);
  await expect(text(ANA)).rejects.toMatchObject({ status: 429, code: 20429 });
  await time.advance(SECOND);
  faults.loses.set(ANA, 30003);
  const lost = await text(ANA);
  await carrier.settled();
  expect(ladder.asked.at(-1)?.form).toMatchObject({
    ...{ MessageSid: lost.sid, MessageStatus: 'undelivered', ErrorCode: '30003' },
  });
  const before = ladder.asked.length;
  faults.dropsCallbacks = true;
  await text(BO);
  await carrier.settled();
  expect(ladder.asked).toHaveLength(before);
  faults.dropsCallbacks = false;
  faults.repeatsCallbacks = 2;
  await carrier.phone(BO).text(OURS, 'again and again');
  expect(ladder.told('/telephone/text', 'Body')).toHaveLength(3);
  expect(new Set(ladder.told('/telephone/text', 'MessageSid')).size).toBe(1);
});

test('a slow carrier answers when its time has come', async () => {
  const { carrier, time, text } = await world();
  carrier.faults.slowMs = 20 * SECOND;
  let isAnswered = false;
  const sending = text(ANA).then(() => {
    isAnswered = true;
  });
  while (carrier.waiting === 0) await new Promise((done) => setImmediate(done));
  await time.advance(19 * SECOND);
  expect(isAnswered).toBe(false);
  await time.advance(SECOND);
  await sending;
});

test('what the world calls by one address may listen at another, and the first is signed', async () => {
  const { carrier, ladder } = await world({ '/telephone/text': twiml('') });
  carrier.ladderAt({ url: 'https://ladder.example', listensAt: ladder.url });
  await carrier.phone(ANA).text(OURS, '1');
  const [{ form, signature }] = ladder.asked as [(typeof ladder.asked)[0]];
  expect(twilio.validateRequest(TOKEN, signature, 'https://ladder.example/telephone/text', form)).toBe(true);
  carrier.faults.signsWith = 'another';
  await carrier.phone(ANA).text(OURS, '2');
  const [, second] = ladder.asked;
  expect(
    twilio.validateRequest(TOKEN, second!.signature, 'https://ladder.example/telephone/text', second!.form),
  ).toBe(false);
});

test('a text travels in pieces', () => {
  expect(segmentsOf('x'.repeat(160))).toBe(1);
  expect(segmentsOf('x'.repeat(161))).toBe(2);
  expect(segmentsOf('ñ'.repeat(160))).toBe(1);
  expect(segmentsOf('á'.repeat(70))).toBe(1);
  expect(segmentsOf('á'.repeat(71))).toBe(2);
  expect(segmentsOf('€'.repeat(80))).toBe(1);
});
