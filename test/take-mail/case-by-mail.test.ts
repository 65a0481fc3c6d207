import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { replyLocalPart } from '../../src/app/secret.ts';
import { resolverOf } from '../../src/channels/email/inbound/resolver-file.ts';
import { mailServer } from '../../src/channels/email/inbound/server.ts';
import type { Instant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { signed } from '../mail-channel/reception.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RECORDS = {
  '_dmarc.ladder.example': { TXT: ['v=DMARC1; p=reject'] },
  'rsa._domainkey.ladder.example': {
    TXT: [`v=DKIM1; k=rsa; p=${KEY.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
  },
};

let here: AnswersWorld;
let server: Awaited<ReturnType<typeof mailServer>>;
let now: Instant;
beforeEach(async () => {
  now = on('Tue 09:00');
  here = await answersWorld(now);
  server = await mailServer({
    ...{ host: '127.0.0.1', port: 0, domain: 'ladder.example', taker: here.taker, now: () => now },
    resolver: resolverOf(RECORDS),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    limits: { closeWithinMs: 300 },
  });
}, 60_000);
afterEach(async () => {
  await server.close();
  await here.close();
});

let sent = 0;

/** A mail as somebody's own mail system sends it, over SMTP, signed unless said otherwise; what the server answers. */
async function mail(
  recipient: string,
  { subject, text, isSigned = true }: { subject: string; text: string; isSigned?: boolean },
): Promise<number> {
  const from = 'dana@ladder.example';
  const head = [
    `From: Dana <${from}>`,
    `To: ${recipient}`,
    `Subject: ${subject}`,
    'Date: Tue, 17 Nov 2026 09:00:00 -0800',
    `Message-ID: <m-${++sent}@agency.example>`,
  ];
  const whole = `${head.join('\r\n')}\r\n\r\n${text}\r\n`;
  const raw = isSigned ? await signed(whole, { domain: 'ladder.example', key: KEY.privateKey }) : whole;
  const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to: [recipient] }, raw });
    return 250;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

const caseIn = ({ subject }: OutgoingMail): string => /\[Ladder (\d+)/.exec(subject)?.[1] ?? '';

test('a whole case by mail alone: opened by one, answered from a link in one, moved up and settled by replies', async () => {
  const opening = {
    subject: '=?utf-8?Q?No_dial_tone_=C2=BF=3F?=',
    text: 'Since eight.\r\n\r\n-- \r\nDana, Agency',
  };
  expect(await mail('Open.Sample.Service@Ladder.Example', opening)).toBe(250);
  const letters = await here.settle();
  const caseId = caseIn(to(letters, 'dana'));
  const key = { contract: 'sample', caseId };
  expect((await here.events(key))[0]).toMatchObject({
    ...{ type: 'CaseOpened', by: 'dana', over: 'email', occurredAt: on('Tue 09:00') },
    text: 'No dial tone ¿?\n\nSince eight.',
  });

  now = on('Tue 09:30');
  await here.setClock(now);
  const url = linkIn(to(letters, 'ana'), /^Respond/);
  const form = new URLSearchParams({ text: 'A crew is at the site.' }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await here.server.inject({ method: 'POST', url, headers, payload: form })).statusCode).toBe(200);
  expect(to(await here.settle(), 'dana').text).toContain('A crew is at the site.');

  const reply = `${replyLocalPart(TEST_SECRET, { ...key, personId: 'dana' })}@ladder.example`;
  const levels = async () =>
    (await here.events(key)).flatMap((event) =>
      event.type === 'Escalated' ? [{ level: event.level, by: event.by, over: event.over }] : [],
    );
  const ask = { subject: 'Re: your case', text: 'Please escalate this case to the next level.' };
  now = on('Tue 12:00');
  await here.setClock(now);
  expect(await mail(reply, ask)).toBe(250);
  expect(await levels()).toEqual([]);
  expect(to(await here.settle(), 'dana').text).toContain('asks for was not done');

  now = on('Tue 13:00');
  await here.setClock(now);
  await here.settle();
  expect(await mail(reply, ask)).toBe(250);
  expect(await levels()).toEqual([{ level: 2, by: 'dana', over: 'email' }]);
  expect(to(await here.settle(), 'bo').text).toContain('You are contacted at level 2');

  now = on('Tue 14:00');
  await here.setClock(now);
  expect(await mail(reply, { subject: 'Re: your case', text: 'Satisfied' })).toBe(250);
  expect((await here.events(key)).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['Responded', 'Satisfied', 'CaseClosed']),
  );
});

test('the same mail unsigned is held, and an address that opens nothing is refused before anything is sent', async () => {
  const opening = { subject: 'No dial tone', text: 'Since eight.' };
  expect(await mail('open.sample.service@ladder.example', { ...opening, isSigned: false })).toBe(250);
  expect((await here.settle()).map(({ to: { address } }) => address).toSorted()).toEqual([
    'dana@ladder.example',
    'desk@ladder.example',
  ]);
  expect(await mail('open.sample.sewage@ladder.example', opening)).toBe(550);
});
