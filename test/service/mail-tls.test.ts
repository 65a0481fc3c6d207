import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { selfSigned } from '../mail-channel/certificate.ts';
import { forgetInstallation, ladder, realInstallation, started } from './ladder-process.ts';

afterAll(forgetInstallation);

let data: string;
beforeEach(async () => {
  data = await realInstallation();
});

/** The settings with a key and a certificate, as files beside the data. */
function certificate({ key, cert }: { readonly key: string; readonly cert: string }) {
  const [keyFile, certFile] = [join(data, 'mail.key'), join(data, 'mail.crt')];
  writeFileSync(keyFile, key);
  writeFileSync(certFile, cert);
  return { LADDER_MAIL_PORT: '0', LADDER_MAIL_TLS_KEY: keyFile, LADDER_MAIL_TLS_CERT: certFile };
}

/** A machine that does other things as well takes long to greet. */
const WAITS = { connectionTimeout: 60_000, greetingTimeout: 60_000, socketTimeout: 60_000 };

const transportTo = (port: number, tls: object) =>
  createTransport({ host: 'localhost', port, ...tls, ...WAITS });

/** What a server says to a mail to nobody here; the session has to have come so far. */
async function refusalOf(transport: ReturnType<typeof transportTo>): Promise<unknown> {
  const mail = { from: 'maya@district.example', to: 'nobody@elsewhere.example', text: 'Hello' };
  try {
    return await transport.sendMail(mail).catch((error) => String(error.message));
  } finally {
    transport.close();
  }
}

test('mail is taken encrypted where the settings have a certificate, and only with that one', async () => {
  const made = selfSigned('localhost');
  const { child, ready, ended } = await started({ data, env: certificate(made) });
  const { mailPort = 0 } = await ready;
  const wanted = { requireTLS: true };
  expect(await refusalOf(transportTo(mailPort, { ...wanted, tls: { ca: made.cert } }))).toContain('550 ');
  const other = selfSigned('localhost');
  expect(await refusalOf(transportTo(mailPort, { ...wanted, tls: { ca: other.cert } }))).toContain(
    'certificate',
  );
  // Servers that do not speak TLS are not sent away.
  expect(await refusalOf(transportTo(mailPort, { ignoreTLS: true }))).toContain('550 ');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exit: 0 });
});

test('without a certificate no encryption is offered', async () => {
  const { child, ready, ended } = await started({ data, env: { LADDER_MAIL_PORT: '0' } });
  const { mailPort = 0 } = await ready;
  expect(await refusalOf(transportTo(mailPort, { requireTLS: true }))).toContain('STARTTLS');
  child.kill('SIGINT');
  await ended;
});

test.each([
  ['a key that is none', { key: 'no key' }, 'LADDER_MAIL_TLS_KEY'],
  ['a certificate that is none', { cert: 'no certificate' }, 'LADDER_MAIL_TLS_CERT'],
  ['a certificate of another key', { cert: selfSigned('localhost').cert }, 'LADDER_MAIL_TLS_CERT'],
])('%s stops the start with a sentence', async (_what, wrong, variable) => {
  const env = certificate({ ...selfSigned('localhost'), ...wrong });
  const { exit, out, err } = await ladder(['start'], { data, env }).ended;
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toMatch(new RegExp(`${variable} is .*, which cannot be used \\(`));
  expect(err).not.toContain('    at ');
});

test('a key that is not there stops the start with a sentence', async () => {
  const env = { ...certificate(selfSigned('localhost')), LADDER_MAIL_TLS_KEY: join(data, 'missing.key') };
  const { exit, err } = await ladder(['start'], { data, env }).ended;
  expect(exit).toBe(3);
  expect(err).toContain('missing.key, which cannot be used (ENOENT).');
});
