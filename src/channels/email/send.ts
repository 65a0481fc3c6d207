import { rootCertificates } from 'node:tls';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailCarrier, MailResult, OutgoingMail } from '../../app/ports/mail.ts';
import { type AddressPlace, bounceAddress, messageIdOf, shownAddress } from './addresses.ts';
import { sendFailure, serverWords } from './send-failure.ts';

/** How long and how wide the carrier may go. Times are milliseconds. */
export interface SendLimits {
  readonly connectionsMax: number;
  readonly connectWithinMs: number;
  readonly greetWithinMs: number;
  /** Silence of the other side, after which it is given up. */
  readonly silenceMaxMs: number;
  /** The whole attempt, waiting for a connection included: also a server that answers a byte at a time ends here. */
  readonly attemptMaxMs: number;
}

const SEND_LIMITS: SendLimits = {
  connectionsMax: 5,
  connectWithinMs: 15_000,
  greetWithinMs: 15_000,
  silenceMaxMs: 60_000,
  attemptMaxMs: 180_000,
};

/** The mail library reads `a@b <c@d>` as `c@d`: what is not one plain address goes nowhere. */
const ADDRESS = /^[^\s<>()[\]",;:\\@\p{Cc}]{1,64}@[^\s<>()",;\\@\p{Cc}]{1,255}$/u;
const UNUSABLE: MailResult = { result: 'failed', permanent: true, reason: 'unusable-address' };

/** `domain` is that of our message ids too. */
interface SmtpCarrier extends AddressPlace {
  /** `smtp://` or `smtps://`; what its query says of TLS is the only place where checks can be loosened. */
  readonly url: string;
  /** The From header, with or without a name. */
  readonly from: string;
  /** Authorities to trust besides the system's, as PEM. */
  readonly ca?: string | undefined;
  readonly limits?: Partial<SendLimits> | undefined;
}

/**
 * Hands mail to one SMTP server over a few kept connections.
 *
 * One attempt is one attempt: neither the pool nor this function tries again, so that the record has each of them.
 * A password is sent over an encrypted connection only, unless the URL says otherwise.
 */
export function smtpCarrier({ url, from, ca, limits, ...place }: SmtpCarrier): MailCarrier {
  const bounds = { ...SEND_LIMITS, ...limits };
  const transport = createTransport(poolOptions(url, ca, bounds));
  // The pool says here that an idle connection broke; whoever waits for an attempt is told by its own answer.
  transport.on('error', () => {});
  return {
    async send(mail) {
      if (!ADDRESS.test(mail.to.address)) return UNUSABLE;
      try {
        const sent = await transport.sendMail({
          ...composed(mail, from, place),
          signal: AbortSignal.timeout(bounds.attemptMaxMs),
        });
        return { result: 'handedOver', carrierId: serverWords(sent.response) };
      } catch (error) {
        return sendFailure(error);
      }
    },
    close: async () => transport.close(),
  };
}

function poolOptions(url: string, ca: string | undefined, bounds: SendLimits) {
  return {
    url,
    pool: true as const,
    maxConnections: bounds.connectionsMax,
    maxRequeues: 0,
    // Servers close idle connections after minutes; a mail sent into a closed one would be a failure for nothing.
    idleTimeout: 10_000,
    connectionTimeout: bounds.connectWithinMs,
    dnsTimeout: bounds.connectWithinMs,
    greetingTimeout: bounds.greetWithinMs,
    socketTimeout: bounds.silenceMaxMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(needsTls(url) ? { requireTLS: true } : {}),
    ...(ca === undefined ? {} : { tls: { ca: [...rootCertificates, ca] } }),
  };
}

/** Whether encryption is asked for though the URL does not say so: with a password, where it says nothing else either. */
function needsTls(url: string): boolean {
  const { username, searchParams, protocol } = new URL(url);
  return (
    Boolean(username) &&
    protocol === 'smtp:' &&
    !['requireTLS', 'ignoreTLS'].some((one) => searchParams.has(one))
  );
}

/** Where mail is handed over and how, as the URL says it: nothing of it is secret. */
export function smtpPlace(url: string) {
  const { hostname, port, protocol, username, searchParams } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const isAlways = isSecure || needsTls(url) || searchParams.get('requireTLS') === 'true';
  return {
    host: hostname,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    encrypted: isAlways ? 'always' : searchParams.get('ignoreTLS') === 'true' ? 'never' : 'offered',
    signsIn: username !== '',
  } as const;
}

/**
 * `Auto-Submitted` (RFC 3834) and Exchange's word for the same keep automatic answers away. There is no `Precedence`:
 * it is not a standard, and some mailboxes put `bulk` aside, where nobody sees that a clock runs.
 */
function composed(mail: OutgoingMail, from: string, place: AddressPlace): SendMailOptions {
  const { domain } = place;
  const messageId = `<${messageIdOf(mail.id, domain)}>`;
  const thread = `<${bareId(mail.thread, domain)}>`;
  return {
    from,
    to: mail.to,
    envelope: { from: shownAddress(bounceAddress(mail.id, domain), place), to: [mail.to.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId,
    ...(mail.replyTo === undefined ? {} : { replyTo: shownAddress(mail.replyTo, place) }),
    ...(thread === messageId ? {} : { inReplyTo: thread, references: thread }),
    headers: {
      ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(mail.endUrl !== undefined && {
        'List-Unsubscribe': `<${mail.endUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** A thread may be named by its message id or by the delivery alone. */
function bareId(thread: string, domain: string): string {
  const bare = thread.replace(/^<|>$/g, '');
  return bare.includes('@') ? bare : messageIdOf(bare, domain);
}
