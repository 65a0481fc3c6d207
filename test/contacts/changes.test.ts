import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillLinks } from '../../src/app/notices/fill-links.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { erase } from '../../src/app/retention.ts';
import { asInstant } from '../../src/core/instant.ts';
import { handTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { segmentsOf } from '../../src/dev/test-carrier/segments.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { browserAt, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';

const OWN = '/contracts/sample/contacts/own';
const CHANGES = '/contracts/sample/contacts/changed';
const START = on('Tue 09:00');
const PUBLIC = 'http://ladder.example';
const NEW_MAIL = 'ana.new@ladder.example';
const NUMBER = '+1 916 555 0142';

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(START);
  await withPetra();
});
afterEach(() => here.close());

async function withPetra(): Promise<void> {
  await ask(`insert into person (contract_id, person_id, name, email)
    values ('sample', 'petra', 'petra', 'petra@ladder.example')`);
  await ask(`insert into role values ('sample', 'petra', 'programManager', null)`);
  await ask(`update person set mobile = '+1 916 555 0101' where person_id = 'ana'`);
}

const ask = <T>(text: string) => sql.raw<T>(text).execute(here.connection.db);
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function as(who: string): Promise<TestBrowser> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
  return browser;
}

const later = (ms: number) => here.setClock(asInstant(START + ms));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function used(person: string, field: 'email' | 'mobile'): Promise<string | null> {
  const { rows } = await ask<Record<string, string | null>>(
    `select ${field} as value from person where person_id = '${person}'`,
  );
  return rows[0]?.value ?? null;
}

const confirmed = async (): Promise<readonly string[]> =>
  (
    await ask<{ line: string }>(
      `select person_id || ' ' || field as line from contact_means order by person_id, field`,
    )
  ).rows.map(({ line }) => line);

const codeIn = ({ text }: OutgoingMail): string => /^\d{8}$/m.exec(text)?.[0] ?? '';
const at = (mails: readonly OutgoingMail[], address: string): OutgoingMail | undefined =>
  mails.find((mail) => mail.to.address === address);

/** Asks for a new address or number; the mails that it brings. */
async function begin(browser: TestBrowser, field: string, value: string): Promise<readonly OutgoingMail[]> {
  const sent = await browser.post(`${OWN}/${field}`, { value });
  expect([field, sent.statusCode]).toEqual([field, 303]);
  return here.settle();
}

async function held(browser: TestBrowser, mail: OutgoingMail | undefined): Promise<number> {
  if (!mail) throw new Error('no mail to hold a change up by');
  const looked = await browser.get(linkIn(mail, /^Hold the change up/));
  expect(looked.statusCode).toBe(303);
  const path = String(looked.headers.location);
  const shown = await browser.get(path);
  if (shown.statusCode !== 200) return shown.statusCode;
  return (await browser.post(path)).statusCode;
}

describe('an address', () => {
  test('is used once the code that went to it was typed, and the old one is told at once', async () => {
    const ana = await as('ana');
    const mails = await begin(ana, 'email', NEW_MAIL);
    expect(mails.map(({ to: reader }) => reader.address).sort()).toEqual([NEW_MAIL, 'ana@ladder.example']);
    expect(at(mails, 'ana@ladder.example')?.text).toContain(`${NEW_MAIL} in place of ana@ladder.example`);
    expect(at(mails, 'ana@ladder.example')?.text).not.toMatch(/\d{8}/);
    expect(await used('ana', 'email')).toBe('ana@ladder.example');
    const code = codeIn(at(mails, NEW_MAIL)!);
    const done = await ana.post(`${OWN}/email/code`, { code: `${code.slice(0, 4)} ${code.slice(4)}` });
    expect([done.statusCode, textOf(done.body).includes('Your new address is used')]).toEqual([200, true]);
    expect([await used('ana', 'email'), await confirmed()]).toEqual([NEW_MAIL, ['ana email']]);
    expect((await here.settle()).map(({ to: reader }) => reader.address)).toEqual([NEW_MAIL]);
    const page = textOf((await (await as('olga')).get(`${CHANGES}/1`)).body);
    expect(page).toContain('ana confirmed it by the code: the new one is used');
  });

  test('is refused with a wrong code, five of which end the change', async () => {
    const ana = await as('ana');
    const code = codeIn(at(await begin(ana, 'email', NEW_MAIL), NEW_MAIL)!);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let tries = 1; tries <= 4; tries++) {
      const { statusCode, body } = await ana.post(`${OWN}/email/code`, { code: wrong });
      expect([statusCode, textOf(body).includes('This is not the code.')]).toEqual([422, true]);
    }
    expect(textOf((await ana.post(`${OWN}/email/code`, { code: wrong })).body)).toContain('has ended');
    expect((await ana.post(`${OWN}/email/code`, { code })).statusCode).toBe(422);
    expect(await used('ana', 'email')).toBe('ana@ladder.example');
  });

  test('is refused by a code that is half an hour old, or taken back, or replaced by another', async () => {
    const ana = await as('ana');
    const first = codeIn(at(await begin(ana, 'email', NEW_MAIL), NEW_MAIL)!);
    const second = codeIn(at(await begin(ana, 'email', 'ana.two@ladder.example'), 'ana.two@ladder.example')!);
    expect((await ana.post(`${OWN}/email/code`, { code: first })).statusCode).toBe(422);
    await later(30 * MINUTE);
    const late = await ana.post(`${OWN}/email/code`, { code: second });
    expect([late.statusCode, textOf(late.body).includes('30 minutes are over')]).toEqual([422, true]);
    expect((await ana.post(`${OWN}/email/take-back`)).statusCode).toBe(303);
    expect((await ana.post(`${OWN}/email/code`, { code: second })).statusCode).toBe(422);
    expect(await used('ana', 'email')).toBe('ana@ladder.example');
  });

  test('of somebody else in the contract, of none, or of nobody’s is refused at its field', async () => {
    const ana = await as('ana');
    for (const [value, said] of [
      ['BO@ladder.example', 'somebody’s in this contract already'],
      ['', 'Nothing was typed.'],
      ['nowhere', 'no address that mail can be sent to'],
      ['a\0b@ladder.example', 'no address that mail can be sent to'],
      ['ana@ladder.example', 'used already'],
    ] as const) {
      const { statusCode, body } = await ana.post(`${OWN}/email`, { value });
      expect([value, statusCode, textOf(body).includes(said)]).toEqual([value, 422, true]);
    }
    expect(await here.settle()).toEqual([]);
    for (const path of ['/title', '/%00', '/toString'])
      expect((await ana.post(OWN + path)).statusCode).toBe(404);
  });

  test('is asked for at most five times a day: each sends a mail to somebody unknown', async () => {
    const ana = await as('ana');
    for (let count = 1; count <= 5; count++) await begin(ana, 'email', `ana.${count}@ladder.example`);
    const sixth = await ana.post(`${OWN}/email`, { value: 'ana.6@ladder.example' });
    expect([sixth.statusCode, textOf(sixth.body).includes('Too many changes')]).toEqual([422, true]);
  });

  test('is asked for by who has just proved who they are', async () => {
    const ana = await as('ana');
    await ask(`update sign_in_session set authenticated_at = now() - interval '1 hour'`);
    expect((await ana.get(OWN)).statusCode).toBe(200);
    expect((await ana.get(`${OWN}/email`)).headers.location).toContain('/sign-in?then=');
    expect((await ana.post(`${OWN}/email`, { value: NEW_MAIL })).statusCode).toBe(401);
    expect(await here.settle()).toEqual([]);
  });
});

describe('a telephone number', () => {
  test('is used once somebody else has rung it, never by the word of whoever asked', async () => {
    const ana = await as('ana');
    const mails = await begin(ana, 'mobile', NUMBER);
    expect(mails.map(({ to: reader }) => reader.address).sort()).toEqual([
      'ana@ladder.example',
      'desk@ladder.example',
      'petra@ladder.example',
    ]);
    expect(to(mails, 'petra').text).toContain(`http://ladder.example${CHANGES}/1`);
    expect((await ana.post(`${CHANGES}/1/call`)).statusCode).toBe(404);
    expect((await (await as('bo')).post(`${CHANGES}/1/call`)).statusCode).toBe(404);
    expect(await used('ana', 'mobile')).toBe('+1 916 555 0101');
    const desk = await as('desk');
    expect(textOf((await desk.get(`${CHANGES}/1`)).body)).toContain(`Call ${NUMBER} and speak with ana`);
    expect((await desk.post(`${CHANGES}/1/call`)).statusCode).toBe(303);
    expect((await desk.post(`${CHANGES}/1/call`)).statusCode).toBe(422);
    expect([await used('ana', 'mobile'), await confirmed()]).toEqual([NUMBER, ['ana mobile']]);
    expect((await here.settle()).map(({ subject }) => subject)).toEqual(['The new mobile number is used']);
  });

  test('of the program manager’s own is rung by another', async () => {
    const petra = await as('petra');
    await begin(petra, 'office', NUMBER);
    const own = await petra.post(`${CHANGES}/1/call`);
    expect([own.statusCode, textOf(own.body).includes('Nobody confirms or decides their own')]).toEqual([
      422,
      true,
    ]);
    expect((await (await as('olga')).post(`${CHANGES}/1/call`)).statusCode).toBe(303);
  });

  test.each(['555', '911', 'call me', '+1 916 555 0142\n+1 916 555 0143'])('%j is refused', async (value) => {
    const { statusCode, body } = await (await as('ana')).post(`${OWN}/mobile`, { value });
    expect([statusCode, textOf(body).includes('cannot be dialled')]).toEqual([422, true]);
  });
});

describe('a number, where texts and calls are carried', () => {
  let carrier: Awaited<ReturnType<typeof testCarrier>>;
  beforeEach(async () => {
    await here.close();
    const [account, token, number] = [`AC${'0'.repeat(32)}`, 'token', '+19165550199'];
    carrier = await testCarrier({ account, token, number, time: handTime(START) });
    here = await answersWorld(START, {
      settings: {
        ...{ LADDER_TWILIO_ACCOUNT: account, LADDER_TWILIO_TOKEN: token, LADDER_TWILIO_URL: carrier.url },
        ...{ LADDER_TELEPHONE_NUMBER: number, LADDER_URL: PUBLIC, LADDER_TEXTS_PER_MINUTE: '6000' },
      },
    });
    await here.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = here.server.server.address() as { port: number };
    carrier.ladderAt({ url: PUBLIC, listensAt: `http://127.0.0.1:${port}` });
    await withPetra();
  });
  afterEach(() => carrier.close());

  const textsAt = (end: string) => carrier.phone(`+1916555${end}`).texts.map(({ body }) => body);

  /** What went to telephones, as it is read or heard there. */
  const told = async () =>
    (
      await ask<Record<'means' | 'address' | 'body', string>>(
        `select means, address, body_text as body from delivery join delivery_body using (contract_id, delivery_id)
         where means <> 'email' order by queued_at, number`,
      )
    ).rows.map((row) => ({
      ...row,
      body: fillLinks(row.body, { secret: TEST_SECRET, baseUrl: 'http://ladder.example' }),
    }));
  const code = (body: string) => /\d{8}/.exec(body)?.[0] ?? '';

  test('is used once the code that was texted there was typed; nobody is asked to ring', async () => {
    const ana = await as('ana');
    expect((await ana.post(`${OWN}/mobile`, { value: NUMBER })).statusCode).toBe(303);
    const mails = [...(await here.settle()), ...(await here.settle()), ...(await here.settle())];
    await carrier.settled();
    const [first = ''] = textsAt('0142');
    expect([first.length > 100, segmentsOf(first)]).toEqual([true, 1]);
    // The telephone that is replaced can hold it up; the new number is not told there.
    const [second] = textsAt('0101');
    expect(second).toMatch(/hold it up within 72 hours: http:\/\/ladder\.example\/l\/[\w-]{43}$/);
    expect(second).not.toMatch(/\d{8}|0142/);
    expect(mails.map(({ to: reader }) => reader.address)).toEqual(['ana@ladder.example']);
    const page = textOf((await ana.get(`${OWN}/mobile`)).body);
    expect(page).toContain(`A text with a code of eight digits is on its way to ${NUMBER}.`);
    expect((await (await as('desk')).post(`${CHANGES}/1/call`)).statusCode).toBe(422);
    expect((await ana.post(`${OWN}/mobile/code`, { code: '00000000' })).statusCode).toBe(422);
    expect(await used('ana', 'mobile')).toBe('+1 916 555 0101');
    const done = await ana.post(`${OWN}/mobile/code`, { code: code(first) });
    expect(textOf(done.body)).toContain('Your new number is used');
    expect([await used('ana', 'mobile'), await confirmed()]).toEqual([NUMBER, ['ana mobile']]);
    const logs = here.logged.join() + JSON.stringify((await ask('select * from event')).rows);
    expect(logs).not.toContain(code(first));
  });

  test('of an office is told the code in a call, and so is a mobile one that wants it so', async () => {
    const ana = await as('ana');
    await ana.post(`${OWN}/office`, { value: '+1 916 555 0143' });
    const [spoken] = await told();
    expect(spoken).toMatchObject({ means: 'call', address: '+19165550143' });
    expect(spoken?.body).toMatch(/^The code is \d{8}\.$/m);
    expect((await ana.post(`${OWN}/office/code`, { code: code(spoken!.body) })).statusCode).toBe(200);
    await ana.post(`${OWN}/mobile`, { value: NUMBER });
    const texted = (await told()).find(({ address, means }) => means === 'text' && address.endsWith('0142'));
    await ana.post(`${OWN}/mobile`, { value: NUMBER, by: 'call' });
    const rung = (await told()).find(({ address, means }) => means === 'call' && address.endsWith('0142'));
    expect(textOf((await ana.get(`${OWN}/mobile`)).body)).toContain('is being called');
    // The first code went with the first change.
    expect((await ana.post(`${OWN}/mobile/code`, { code: code(texted!.body) })).statusCode).toBe(422);
    expect((await ana.post(`${OWN}/mobile/code`, { code: code(rung!.body) })).statusCode).toBe(200);
  });

  test('has five tries, and half an hour', async () => {
    const ana = await as('ana');
    await ana.post(`${OWN}/mobile`, { value: NUMBER });
    const { body } = (await told()).find(({ address }) => address.endsWith('0142'))!;
    await later(30 * MINUTE);
    expect(textOf((await ana.post(`${OWN}/mobile/code`, { code: code(body) })).body)).toContain(
      '30 minutes are over',
    );
    await ana.post(`${OWN}/mobile`, { value: NUMBER });
    for (let tries = 1; tries <= 5; tries++) await ana.post(`${OWN}/mobile/code`, { code: '0' });
    expect(textOf((await ana.get(`${OWN}/mobile`)).body)).toContain('New mobile number');
    expect(await used('ana', 'mobile')).toBe('+1 916 555 0101');
  });

  test('is held up from the telephone that it replaces', async () => {
    const ana = await as('ana');
    await ana.post(`${OWN}/mobile`, { value: NUMBER });
    const old = (await told()).find(({ address }) => address.endsWith('0101'));
    const [, path = ''] = /http:\/\/ladder\.example(\/l\/\S+)/.exec(old!.body) ?? [];
    const page = String((await browserAt(here).get(path)).headers.location);
    expect((await browserAt(here).post(page)).statusCode).toBe(200);
    const sent = (await told()).find(({ address, means }) => means === 'text' && address.endsWith('0142'));
    expect((await ana.post(`${OWN}/mobile/code`, { code: code(sent!.body) })).statusCode).toBe(422);
  });
});

describe('a change that is held up by the old address', () => {
  test('is not used, and both parties are told; it waits for both, and for the same word of each', async () => {
    const ana = await as('ana');
    const mails = await begin(ana, 'email', NEW_MAIL);
    expect((await ana.post(`${OWN}/email/code`, { code: codeIn(at(mails, NEW_MAIL)!) })).statusCode).toBe(
      200,
    );
    await here.settle();
    await later(HOUR);
    const mailbox = browserAt(here);
    expect(await held(mailbox, at(mails, 'ana@ladder.example'))).toBe(200);
    expect([await used('ana', 'email'), await confirmed()]).toEqual(['ana@ladder.example', []]);
    expect((await here.settle()).map(({ to: reader, subject }) => [reader.address, subject]).sort()).toEqual([
      ['olga@ladder.example', 'Held up: another address for mail for ana'],
      ['petra@ladder.example', 'Held up: another address for mail for ana'],
    ]);
    expect(await held(mailbox, at(mails, 'ana@ladder.example'))).toBe(410);
    expect((await (await as('ana')).post(`${OWN}/mobile`, { value: NUMBER })).statusCode).toBe(422);
    const [petra, olga] = [await as('petra'), await as('olga')];
    expect(
      (await (await as('desk')).post(`${CHANGES}/1/judge`, { verdict: 'use', sure: 'yes' })).statusCode,
    ).toBe(404);
    expect((await petra.post(`${CHANGES}/1/judge`, { verdict: 'use', sure: 'yes' })).statusCode).toBe(303);
    expect((await olga.post(`${CHANGES}/1/judge`, { verdict: 'keep', sure: 'yes' })).statusCode).toBe(303);
    expect(await used('ana', 'email')).toBe('ana@ladder.example');
    expect((await olga.post(`${CHANGES}/1/judge`, { verdict: 'use', sure: 'yes' })).statusCode).toBe(303);
    expect([await used('ana', 'email'), await confirmed()]).toEqual([NEW_MAIL, ['ana email']]);
    expect((await here.settle()).map(({ to: reader }) => reader.address)).toEqual([NEW_MAIL]);
  });

  test('takes with it what whoever began it has begun since, however far that came', async () => {
    const ana = await as('ana');
    const first = await begin(ana, 'email', NEW_MAIL);
    await ana.post(`${OWN}/email/code`, { code: codeIn(at(first, NEW_MAIL)!) });
    await here.settle();
    const again = await as('ana');
    const second = await begin(again, 'email', 'ana.two@ladder.example');
    // The address that was replaced is told too, for it can still hold all of it up.
    expect(second.map(({ to: reader }) => reader.address).sort()).toEqual([
      'ana.new@ladder.example',
      'ana.two@ladder.example',
      'ana@ladder.example',
    ]);
    await again.post(`${OWN}/email/code`, { code: codeIn(at(second, 'ana.two@ladder.example')!) });
    await begin(await as('ana'), 'mobile', NUMBER);
    expect(await used('ana', 'email')).toBe('ana.two@ladder.example');
    expect(await held(browserAt(here), at(first, 'ana@ladder.example'))).toBe(200);
    expect(await used('ana', 'email')).toBe('ana@ladder.example');
    expect((await (await as('desk')).post(`${CHANGES}/3/call`)).statusCode).toBe(422);
    const { rows } = await ask<{ status: string }>('select status from contact_change order by change');
    expect(rows.map(({ status }) => status)).toEqual(['frozen', 'dropped', 'dropped']);
  });

  test('stays as it was where both say so', async () => {
    const [first] = [await begin(await as('ana'), 'mobile', NUMBER)];
    expect(await held(browserAt(here), at(first, 'ana@ladder.example'))).toBe(200);
    await here.settle();
    for (const who of ['petra', 'olga'])
      await (await as(who)).post(`${CHANGES}/1/judge`, { verdict: 'keep', sure: 'yes' });
    expect(await used('ana', 'mobile')).toBe('+1 916 555 0101');
    expect((await here.settle()).map(({ subject }) => subject)).toEqual([
      'The mobile number stays as it was',
    ]);
    expect(
      (await (await as('petra')).post(`${CHANGES}/1/judge`, { verdict: 'use', sure: 'yes' })).statusCode,
    ).toBe(422);
  });

  test('is held up within 72 hours or not at all, and by nobody who guesses', async () => {
    const mails = await begin(await as('ana'), 'email', NEW_MAIL);
    await later(72 * HOUR);
    expect(await held(browserAt(here), at(mails, 'ana@ladder.example'))).toBe(410);
    const guess = 'x'.repeat(43);
    for (const path of [`/l/${guess}`, `/contact-change/${guess}`, '/contact-change/%00', '/contact-change/'])
      expect([path, (await browserAt(here).get(path)).statusCode]).toEqual([path, 404]);
    expect((await browserAt(here).post(`/contact-change/${guess}`)).statusCode).toBe(404);
  });
});

test('a customer and an auditor have no such page, and who watches sees the changes of others', async () => {
  for (const who of ['dana']) {
    const browser = await as(who);
    for (const path of [OWN, `${OWN}/email`, CHANGES, `${CHANGES}/1`])
      expect([who, path, (await browser.get(path)).statusCode]).toEqual([who, path, 404]);
  }
  await begin(await as('ana'), 'mobile', NUMBER);
  const listed = textOf((await (await as('olga')).get(CHANGES)).body);
  expect(listed).toContain('ana mobile number');
  expect(listed).toContain('waits for a call');
  for (const path of ['/2', '/0', '/x', '/99999999999999'])
    expect((await (await as('olga')).get(CHANGES + path)).statusCode).toBe(404);
});

test('what has happened to a change cannot be undone, and holds neither number nor address', async () => {
  await begin(await as('ana'), 'mobile', NUMBER);
  await expect(ask('delete from event')).rejects.toThrow('append-only');
  const { rows } = await ask<{ body: string }>('select body::text as body from event');
  expect(rows.map(({ body }) => body).join()).not.toMatch(/555|@/);
});

test('the numbers and addresses of a change go with the person they are of', async () => {
  await begin(await as('petra'), 'office', NUMBER);
  expect((await (await as('olga')).post(`${CHANGES}/1/call`)).statusCode).toBe(303);
  await here.settle();
  const scope = { scope: 'person', contract: 'sample', personId: 'petra' } as const;
  const erased = { scope, withSources: false, dryRun: false, at: asInstant(START + HOUR) };
  expect(await erase(openRetention(here.connection.db), erased)).toHaveProperty('counts');
  const { rows } = await ask('select old_value, new_value from contact_change');
  expect([rows, await confirmed()]).toEqual([[{ old_value: null, new_value: null }], []]);
  const page = textOf((await (await as('olga')).get(`${CHANGES}/1`)).body);
  expect([page.includes('erased'), page.includes('555')]).toEqual([true, false]);
});
