import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { carrierNotes, notingCarrier, notingTaker } from '../../src/service/carrier-notes.ts';
import { carrierNews } from '../../src/store/carrier-news.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { fakeLog } from '../build/engine-parts.ts';
import { type Script, SILENCE, scriptedSmtp } from '../mail-channel/scripted-smtp.ts';

const NOW = on('Tue 09:00');
const CARRIERS = '/admin/carriers';

let here: AnswersWorld;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await here.close();
  for (const close of open.splice(0)) await close();
});

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A world with these settings, whose `olga` keeps the installation. */
async function kept(settings: Record<string, string>, isDemonstration = false): Promise<string> {
  here = await answersWorld(NOW, {
    settings,
    isDemonstration,
    // A demonstration answers on this machine alone.
    ...(isDemonstration && { baseUrl: () => 'http://localhost' }),
  });
  const cookie = await here.stepIn('olga');
  await sql`update sign_in_account set keeps_installation = true`.execute(here.connection.db);
  return cookie;
}

async function ask(method: 'GET' | 'POST', path: string, cookie: string | undefined) {
  const { statusCode, headers, body } = await here.server.inject({
    method,
    url: path,
    headers: {
      host: 'localhost',
      ...(cookie !== undefined && { cookie }),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
  return { statusCode, location: headers.location, body, text: textOf(body) };
}

/** A mail server on this machine, and the settings that name it. */
async function peer(script: Script = {}) {
  const server = await scriptedSmtp(script);
  open.push(() => server.close());
  return { server, settings: { SMTP_URL: server.url, LADDER_MAIL_FROM: 'Ladder <ladder@mail.example>' } };
}

const tried = (cookie: string) => ask('POST', `${CARRIERS}/test-mail`, cookie);

describe('the page of carriers', () => {
  test('says what is set and never a secret', async () => {
    const cookie = await kept({
      SMTP_URL: 'smtps://desk:opensesame@mail.agency.example?name=hush',
      LADDER_MAIL_FROM: 'Ladder <ladder@mail.example>',
      LADDER_MAIL_PORT: '2525',
      HEARTBEAT_URL: 'https://watch.agency.example/beats/tell-nobody?key=secret-too',
    });
    const { text, body, statusCode } = await ask('GET', CARRIERS, cookie);
    expect(statusCode).toBe(200);
    for (const said of [
      'Server mail.agency.example:465 Encrypted always Signs in with a password yes',
      'Mails are from Ladder &lt;ladder@mail.example&gt;',
      'Listens at 127.0.0.1:2525 Answers go to addresses at mail.example',
      'Encrypted never: no certificate is set',
      'Watcher watch.agency.example',
      'Last success never yet Last failure never yet',
    ]) {
      expect(text).toContain(said);
    }
    for (const secret of ['opensesame', 'desk:', 'hush', 'tell-nobody', 'secret-too']) {
      expect(body).not.toContain(secret);
    }
  });

  test('says of a mailbox where it is, and never its password', async () => {
    const cookie = await kept({
      LADDER_MAIL_FROM: 'Ladder <ladder@mail.example>',
      IMAP_URL: 'imaps://desk%40mail.example:opensesame@imap.agency.example/Shared/Cases',
    });
    const { text, body } = await ask('GET', CARRIERS, cookie);
    expect(text).toContain('Server imap.agency.example:993 Encrypted always Signs in as desk@mail.example');
    expect(text).toContain('Folder Shared/Cases Answers go to addresses at mail.example');
    expect(text).not.toContain('No mail is taken');
    expect(body).not.toContain('opensesame');
  });

  test.each([
    ['smtp://mail.example', ':587', 'where the server offers it', 'no'],
    ['smtp://desk:x@mail.example:25', ':25', 'always', 'yes'],
    ['smtp://mail.example?requireTLS=true', ':587', 'always', 'no'],
    ['smtp://desk:x@mail.example?ignoreTLS=true', ':587', 'never, as the settings say', 'yes'],
  ])('%s is said as what is done with it', async (url, port, encrypted, signsIn) => {
    const cookie = await kept({ SMTP_URL: url, LADDER_MAIL_FROM: 'ladder@mail.example' });
    const { text } = await ask('GET', CARRIERS, cookie);
    expect(text).toContain(
      `Server mail.example${port} Encrypted ${encrypted} Signs in with a password ${signsIn}`,
    );
  });

  test('says what follows where nothing is set', async () => {
    const cookie = await kept({});
    const { text } = await ask('GET', CARRIERS, cookie);
    for (const said of [
      'so every mail stays in the outbox',
      'Set LADDER_MAIL_PORT or IMAP_URL.',
      'Set IMAP_URL where',
      'Set HEARTBEAT_URL.',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('is for who keeps the installation: nobody else sees it or sends by it', async () => {
    const { settings, server } = await peer();
    await kept(settings);
    expect((await ask('GET', CARRIERS, undefined)).location).toContain('/sign-in?then=');
    const dana = await here.stepIn('dana');
    for (const method of ['GET', 'POST'] as const) {
      const path = method === 'GET' ? CARRIERS : `${CARRIERS}/test-mail`;
      expect((await ask(method, path, dana)).statusCode).toBe(404);
    }
    expect((await ask('POST', `${CARRIERS}/test-mail`, undefined)).statusCode).toBe(401);
    expect(server.told).toEqual([]);
    expect((await ask('GET', '/admin', await here.stepIn('olga'))).body).toContain(`href="${CARRIERS}"`);
  });

  test('says how each carrier did last, whichever node it was on, and how much waits', async () => {
    const cookie = await kept({
      SMTP_URL: 'smtp://mail.example',
      LADDER_MAIL_FROM: 'l@mail.example',
      LADDER_MAIL_PORT: '2525',
    });
    const note = carrierNotes({ connection: here.connection, now: async () => NOW, log: fakeLog() });
    const mail = notingCarrier(here.parts.mail, note);
    here.parts.mail.answer = () => ({ result: 'failed', permanent: false, reason: 'smtp-451' });
    const letter = {
      id: 'x',
      to: { name: 'x', address: 'x@y.example' },
      replyTo: undefined,
      subject: '',
      text: '',
      html: '',
      thread: 'x',
    };
    await mail.send(letter);
    here.parts.mail.answer = () => ({ result: 'handedOver', carrierId: '' });
    await mail.send(letter);
    const taker = notingTaker({ knows: async () => true, take: () => Promise.reject(new Error('no')) }, note);
    await expect(taker.take(here.mailFrom('dana', { contract: 'sample', caseId: '1' }, 'x'))).rejects.toThrow(
      'no',
    );
    await here.accountKeeping.invite({ contract: 'sample', personId: 'dana' }, 'en', {
      accountId: undefined,
      browser: { cookies: undefined, address: '127.0.0.1', agent: undefined },
    });
    const { text } = await ask('GET', CARRIERS, cookie);
    expect(text).toMatch(
      /Last success Tue[^L]*Last failure Tue[^W]*Why The mail server put it off, with code 451\. Waiting 1/,
    );
    expect(text).toMatch(
      /Last success never yet Last failure Tue[^W]*Why A mail could not be taken just then/,
    );
  });

  test('notes the same news once in a while, and each other news at once', async () => {
    await kept({});
    let at = NOW;
    const note = carrierNotes({ connection: here.connection, now: async () => at, log: fakeLog() });
    await note('heartbeat');
    at = on('Tue 10:00');
    await note('heartbeat');
    await note('heartbeat', 'status-503');
    expect((await carrierNews(here.connection.db)).get('heartbeat')).toEqual({
      doneAt: NOW,
      failedAt: at,
      reason: 'status-503',
    });
  });
});

describe('a test mail', () => {
  test('goes to whoever asked, and the page has the server’s own words', async () => {
    const { settings, server } = await peer();
    const cookie = await kept(settings);
    expect((await ask('GET', CARRIERS, cookie)).text).toContain(
      'A mail goes to your own address, olga@ladder.example',
    );
    const { statusCode, text } = await tried(cookie);
    expect(statusCode).toBe(200);
    expect(text).toContain('The mail server took the mail to olga@ladder.example');
    expect(text).toContain('Its own words: 250 2.0.0 queued as 7');
    expect(text).toMatch(/Last success Tue/);
    expect(server.told).toContain('RCPT TO:<olga@ladder.example>');
    expect(server.messages).toHaveLength(1);
    expect(server.messages[0]).toContain('Subject: Test mail from Ladder');
  });

  const HOSTILE = `550 5.7.1 <script>alert(1)</script> "no'& relay`;
  test.each<[string, Script, readonly string[]]>([
    ['refused by the server', { RCPT: HOSTILE }, ['did not take the mail', 'with code 550', 'relay']],
    [
      'put off by it',
      { end: '451 4.3.0 come back later' },
      ['put it off, with code 451', 'Its own words: 451 4.3.0 come back later'],
    ],
    ['dropped', { greeting: (socket) => socket.destroy() }, ['was not reached', 'The connection broke off.']],
  ])('%s is said so', async (_what, script, said) => {
    const { settings } = await peer(script);
    const cookie = await kept(settings);
    const { text, body } = await tried(cookie);
    for (const one of said) expect(text).toContain(one);
    expect(body).not.toContain('<script>alert');
    expect((await ask('GET', CARRIERS, cookie)).text).toMatch(/Last failure Tue/);
  });

  test('to a server where nobody listens is not reached', async () => {
    const { settings, server } = await peer();
    open.length = 0;
    await server.close();
    const { text } = await tried(await kept(settings));
    expect(text).toContain('The mail server was not reached');
    expect(text).toContain('Nobody listens there.');
  });

  test('is one at a time: a server that hangs gets no second', async () => {
    const { settings, server } = await peer({ end: SILENCE });
    const cookie = await kept(settings);
    const first = tried(cookie);
    while (server.messages.length === 0) await new Promise((go) => setImmediate(go));
    const { text } = await tried(cookie);
    expect(text).toContain('Another test mail is still under way');
    await server.close();
    open.length = 0;
    expect((await first).text).toContain('was not reached');
    expect(server.messages).toHaveLength(1);
  });

  test.each([[true], [false]])(
    'lies in the outbox where nothing leaves the machine (demonstration: %s)',
    async (isDemonstration) => {
      const cookie = await kept({}, isDemonstration);
      const page = await ask('GET', CARRIERS, cookie);
      expect(page.text.includes('This is a demonstration: nothing leaves the machine')).toBe(isDemonstration);
      const { body, text } = await tried(cookie);
      expect(text).toContain('The test mail is in the outbox');
      const path = /href="(\/outbox\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
      expect((await ask('GET', path, cookie)).text).toContain('Test mail from Ladder');
      await tried(cookie);
      const sent = await here.settle();
      expect(sent.map(({ to, subject }) => [to.address, subject])).toEqual(
        Array(2).fill(['olga@ladder.example', 'Test mail from Ladder']),
      );
      expect(new Set(sent.map(({ thread }) => thread)).size).toBe(2);
    },
  );

  test('is in the language of whoever asked', async () => {
    const cookie = await kept({});
    await tried(`${cookie}; ladder_language=es`);
    expect((await here.settle()).map(({ subject }) => subject)).toEqual(['Correo de prueba de Ladder']);
  });
});

describe('how the messages of a contract went', () => {
  test('is said to its administrators, and of no other contract', async () => {
    await kept({});
    const path = '/contracts/sample/admin/carriers';
    const cookie = await here.stepIn('olga');
    expect((await ask('GET', path, cookie)).text).toContain('No message has gone out yet.');
    const key = await here.open();
    await here.settle();
    await sql`update delivery set state = 'failed', reason = 'bounce-5.1.1' where person_id = 'dana'`.execute(
      here.connection.db,
    );
    await sql`update delivery set state = 'queued', reason = 'refused-connection', settled_at = null
      where person_id = 'ana'`.execute(here.connection.db);
    await here.taker.take(here.mailFrom('dana', key, 'Please look again.', { authenticated: false }));
    const { text } = await ask('GET', path, cookie);
    const tuesday = 'Tue 17 Nov 2026, 9:00 am Pacific';
    expect(text).toContain(
      `Mail never yet ${tuesday} It came back: the mailbox did not take it, with status 5.1.1. 2 Nobody listens there.`,
    );
    expect(text).toContain('Last answer held until its writer confirms it Tue');
    await sql`insert into contract values ('elsewhere', 'Another contract', 'UTC', '2026-01-01T00:00:00Z')`.execute(
      here.connection.db,
    );
    expect((await ask('GET', '/contracts/elsewhere/admin/carriers', cookie)).text).toContain(
      'No message has gone out yet.',
    );
  });
});

describe('the carrier of texts and calls', () => {
  const TWILIO = {
    LADDER_TWILIO_ACCOUNT: 'AC0123456789abcdef',
    LADDER_TWILIO_TOKEN: 'opensesame',
    LADDER_TELEPHONE_NUMBER: '+19165550100',
    LADDER_URL: 'http://ladder.example',
    LADDER_OUTGOING_PRIVATE: '127.0.0.1',
  };

  /** A carrier on this machine that answers so. */
  async function answering(status: number, body: string) {
    const server = createServer((request, reply) => {
      request.resume();
      reply.writeHead(status).end(body);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    open.push(() => new Promise((done) => void server.close(() => done())));
    const { port } = server.address() as AddressInfo;
    return kept({ ...TWILIO, LADDER_TWILIO_URL: `http://127.0.0.1:${port}` });
  }

  const text = async (cookie: string, number: string) => {
    const { statusCode, body } = await here.server.inject({
      ...{
        method: 'POST',
        url: `${CARRIERS}/test-text`,
        payload: new URLSearchParams({ number }).toString(),
      },
      headers: { host: 'localhost', cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
    return { statusCode, text: textOf(body) };
  };

  test('is shown with its number, and never its token', async () => {
    const cookie = await kept(TWILIO);
    const { text: said, body } = await ask('GET', CARRIERS, cookie);
    expect(said).toContain(
      'Server api.twilio.com Number of this Ladder +19165550100 A minute, of one node 60',
    );
    expect(body).not.toContain('opensesame');
  });

  test('is tried by a text, and its answer is said', async () => {
    const cookie = await answering(201, '{"sid":"SM01"}');
    expect((await text(cookie, '+1 916 555 0101')).text).toContain(
      'The carrier took the text to +19165550101',
    );
    expect((await ask('GET', CARRIERS, cookie)).text).toContain('Texts');
    expect((await carrierNews(here.connection.db)).get('texts')?.doneAt).toBeDefined();
  });

  test('says why it did not take one', async () => {
    const cookie = await answering(401, '{"code":20003,"message":"Authenticate <b>"}');
    const { text: said } = await text(cookie, '+19165550101');
    expect(said).toContain('The carrier did not take the text');
    expect(said).toContain('The carrier refused it, with its number 20003.');
    expect(said).toContain('Its own words: Authenticate &lt;b&gt;');
  });

  test.each(['', '911', '916 555 0101', '<b>"\'&'])(
    'is not tried with %j, which is no number',
    async (typed) => {
      const cookie = await kept(TWILIO);
      const { statusCode, text: said } = await text(cookie, typed);
      expect(statusCode).toBe(422);
      expect(said).toContain('is no telephone number that can be rung from everywhere');
    },
  );

  test('that is not set says what to set', async () => {
    const cookie = await kept({});
    const { text: said } = await ask('GET', CARRIERS, cookie);
    expect(said).toContain('No carrier of texts is set');
    expect(said).toContain('No carrier of calls is set');
  });
});
