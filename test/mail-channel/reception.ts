import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { dkimSign } from 'mailauth';
import type { Log } from '../../src/app/ports/log.ts';
import type { ReceivedMail } from '../../src/app/ports/mail.ts';
import { resolverOf } from '../../src/channels/email/inbound/resolver-file.ts';
import { mailServer, type ReceiveLimits } from '../../src/channels/email/inbound/server.ts';
import { parseInstant } from '../../src/core/instant.ts';

/** A person's own reply address on the case of these tests. */
export const REPLY = 'reply+abcdefghijklmnopqrst@mail.example';
export const NOW = parseInstant('2026-11-20T16:30:00-08:00')!;

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED25519 = generateKeyPairSync('ed25519');
export const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const WEAK = generateKeyPairSync('rsa', { modulusLength: 512 });

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');
const rawEd25519 = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');

/** The keys by selector, as `district.example` publishes them. */
export const KEYS: Readonly<Record<string, KeyObject>> = {
  rsa: RSA.privateKey,
  ed: ED25519.privateKey,
  weak: WEAK.privateKey,
  revoked: RSA.privateKey,
};

const RECORDS = {
  'district.example': { TXT: ['v=spf1 ip4:127.0.0.1 -all'] },
  '_dmarc.district.example': { TXT: ['v=DMARC1; p=reject'] },
  'rsa._domainkey.district.example': { TXT: [`v=DKIM1; k=rsa; p=${spki(RSA.publicKey)}`] },
  'ed._domainkey.district.example': { TXT: [`v=DKIM1; k=ed25519; p=${rawEd25519(ED25519.publicKey)}`] },
  'weak._domainkey.district.example': { TXT: [`v=DKIM1; k=rsa; p=${spki(WEAK.publicKey)}`] },
  'revoked._domainkey.district.example': { TXT: ['v=DKIM1; k=rsa; p='] },
  'stranger.example': { TXT: ['v=spf1 ip4:127.0.0.1 -all'] },
  '_dmarc.stranger.example': { TXT: ['v=DMARC1; p=reject'] },
  'rsa._domainkey.stranger.example': { TXT: [`v=DKIM1; k=rsa; p=${spki(STRANGER.publicKey)}`] },
  'rsa._domainkey.nopolicy.example': { TXT: [`v=DKIM1; k=rsa; p=${spki(RSA.publicKey)}`] },
};

/** The service's mail server on loopback, with a taker that keeps what it is given. */
export async function reception(
  more: {
    readonly limits?: Partial<ReceiveLimits>;
    readonly take?: (mail: ReceivedMail) => Promise<void>;
    readonly knows?: (recipient: string) => Promise<boolean>;
    readonly tls?: { readonly key: string; readonly cert: string };
    readonly resolver?: typeof resolver;
    readonly plus?: string;
  } = {},
) {
  const taken: ReceivedMail[] = [];
  const logged: string[] = [];
  const log: Log = {
    info: (code) => void logged.push(code),
    warn: (code) => void logged.push(code),
    error: (code) => void logged.push(code),
  };
  const server = await mailServer({
    host: '127.0.0.1',
    port: 0,
    domain: 'mail.example',
    plus: more.plus,
    taker: {
      knows: more.knows ?? (async (recipient) => recipient.startsWith('reply+')),
      take: async (mail) => {
        await more.take?.(mail);
        taken.push(mail);
      },
    },
    now: () => NOW,
    resolver: more.resolver ?? resolver,
    log,
    tls: more.tls,
    limits: { silenceMaxMs: 2_000, connectionMaxMs: 20_000, closeWithinMs: 300, ...more.limits },
  });
  return { ...server, taken, logged };
}

export const resolver = resolverOf(RECORDS);

const PLAIN = {
  From: 'Maya Hollis <maya@district.example>',
  To: REPLY,
  Subject: 'Re: Case 100017',
  Date: 'Fri, 20 Nov 2026 16:29:00 -0800',
  'Message-ID': '<m-1@district.example>',
};

/** A message as text: the usual head with fields replaced, added, or left out where undefined. */
export function message(body: string, fields: Readonly<Record<string, string | undefined>> = {}): string {
  const head = Object.entries({ ...PLAIN, ...fields }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${head.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}\r\n`;
}

/** A message with a signature above it; the key of the selector unless another is given. */
export async function signed(
  text: string,
  how: { domain?: string; selector?: string; key?: KeyObject; bodyLength?: number; expires?: string } = {},
): Promise<string> {
  const selector = how.selector ?? 'rsa';
  const key = {
    signingDomain: how.domain ?? 'district.example',
    selector,
    privateKey: (how.key ?? KEYS[selector]!).export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...(how.bodyLength === undefined ? {} : { maxBodyLength: how.bodyLength }),
  };
  const { signatures, errors } = await dkimSign(text, {
    ...key,
    canonicalization: 'relaxed/relaxed',
    signatureData: [key],
    ...(how.expires === undefined ? {} : { expires: how.expires, signTime: '2019-12-31T00:00:00Z' }),
  });
  if (errors.length > 0 || signatures === '') throw new Error('not signed', { cause: errors[0] });
  return signatures + text;
}

/** Says lines to a server and gives back the last line of each answer. */
export async function smtpClient(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  let text = '';
  let wake = (): void => {};
  for (const event of ['data', 'end', 'close'] as const) {
    socket.on(event, (piece?: unknown) => {
      if (Buffer.isBuffer(piece)) text += piece.toString('latin1');
      wake();
    });
  }
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\r\n)*(\d{3}(?: [^\r\n]*)?)\r\n/.exec(text);
      if (whole) {
        text = text.slice(whole[0].length);
        return whole[1]!;
      }
      if (socket.destroyed || socket.readableEnded) return 'closed';
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await answer();
  return {
    socket,
    answer,
    async say(line: string): Promise<string> {
      socket.write(`${line}\r\n`);
      return await answer();
    },
    close: () => socket.destroy(),
  };
}

/** Hands over one message, and gives back the answer to it, or to the first recipient that was refused. */
export async function deliver(
  port: number,
  text: string | Buffer,
  envelope: { readonly from?: string; readonly to?: readonly string[] } = {},
): Promise<string> {
  const client = await smtpClient(port);
  try {
    await client.say('EHLO out.district.example');
    const sender = await client.say(`MAIL FROM:<${envelope.from ?? 'maya@district.example'}>`);
    if (!sender.startsWith('250')) return sender;
    for (const to of envelope.to ?? [REPLY]) {
      const answer = await client.say(`RCPT TO:<${to}>`);
      if (!answer.startsWith('250')) return answer;
    }
    await client.say('DATA');
    const stuffed = Buffer.isBuffer(text) ? text : Buffer.from(text.replace(/^\./gm, '..'));
    client.socket.write(stuffed);
    return await client.say(stuffed.subarray(-2).toString() === '\r\n' ? '.' : '\r\n.');
  } finally {
    client.close();
  }
}

/** Writes a piece again and again, not all at once, until the other side has had enough; slow without a clock. */
export function trickle(socket: Socket, piece: string): void {
  let turns = 0;
  const turn = (): void => {
    if (!socket.writable) return;
    turns += 1;
    if (turns % 200 === 0) socket.write(piece);
    setImmediate(turn);
  };
  turn();
}
