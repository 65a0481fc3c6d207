import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { machineNow } from '../../src/clock/machine.ts';
import { message } from '../mail-channel/reception.ts';
import { imapServer } from '../mailbox/imap-server.ts';
import { forgetInstallation, realInstallation, started } from './ladder-process.ts';

afterAll(forgetInstallation);

let data: string;
let server: Awaited<ReturnType<typeof imapServer>>;
beforeEach(async () => {
  data = await realInstallation();
  server = await imapServer();
});
afterEach(() => server.stops());

const settings = (url: string) => ({ IMAP_URL: url, LADDER_MAIL_FROM: 'Ladder <ladder@mail.example>' });

/** When the program makes its next move at the server. */
const comes = (command: string): Promise<void> =>
  new Promise((done) => server.before(command, () => setImmediate(done)));

test('the program flags in the mailbox what is for nobody, and says of itself that it takes mail', async () => {
  const flagged = comes('UID STORE');
  const idles = comes('IDLE');
  server.put(message('Hello', { Subject: 'stray' }), machineNow());
  const { child, ready, ended } = await started({ data, env: settings(server.url) });
  const { url } = await ready;
  await flagged;
  await idles;
  expect(server.in('INBOX')).toEqual({ stray: ['\\Flagged'] });
  const readiness = await fetch(`${url}/readyz`);
  expect([readiness.status, await readiness.json()]).toMatchObject([200, { ready: true, mailbox: 'taking' }]);
  child.kill('SIGINT');
  const { exit, err } = await ended;
  expect(exit).toBe(0);
  expect(err).not.toContain('No mail can be fetched');
  await server.alone();
});

test('a wrong password is said in a sentence without it, and everything else goes on', async () => {
  const tried = comes('LOGIN');
  const { child, ready, ended } = await started({
    data,
    env: settings(server.url.replace('pass%20word', 'opensesame')),
  });
  const { url } = await ready;
  await tried;
  const again = comes('LOGIN');
  await again;
  const readiness = await fetch(`${url}/readyz`);
  expect([readiness.status, await readiness.json()]).toMatchObject([
    200,
    { ready: true, mailbox: 'failing' },
  ]);
  child.kill('SIGINT');
  const { exit, err } = await ended;
  expect(exit).toBe(0);
  expect(err).toMatch(
    /No mail can be fetched from the mailbox ladder at 127\.0\.0\.1:\d+, INBOX: It did not take our name and password\./,
  );
  expect(err).not.toContain('opensesame');
});
