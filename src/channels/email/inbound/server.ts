import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Log } from '../../../app/ports/log.ts';
import type { MailTaker, ReceivedMail } from '../../../app/ports/mail.ts';
import type { Instant } from '../../../core/instant.ts';
import { deliveryOfBounceAddress } from '../addresses.ts';
import { classify } from './classify.ts';
import { firstWord } from './first-word.ts';
import { boundedResolver, type MailResolver } from './mail-resolver.ts';
import type { MessageRead } from './read-message.ts';
import { readReply, readSubject } from './read-reply.ts';
import { refuse, replyTo } from './smtp-reply.ts';

/** How much mail is taken at once, and how long anybody may take over it. */
export interface ReceiveLimits {
  readonly messageMaxBytes: number;
  readonly headMaxBytes: number;
  readonly recipientsMax: number;
  readonly connectionsMax: number;
  readonly connectionsPerAddressMax: number;
  /** All messages under way together; one that would go beyond is put off. */
  readonly underWayMaxBytes: number;
  /** Silence, after which a client is sent away. */
  readonly silenceMaxMs: number;
  /** A whole connection: also a client that sends a byte at a time ends here. */
  readonly connectionMaxMs: number;
  readonly closeWithinMs: number;
  /** Questions to the domain name system for one message, and the wait for each. */
  readonly questionsMax: number;
  readonly answerWithinMs: number;
}

const RECEIVE_LIMITS: ReceiveLimits = {
  messageMaxBytes: 16 * 1024 * 1024,
  headMaxBytes: 128 * 1024,
  recipientsMax: 50,
  connectionsMax: 100,
  connectionsPerAddressMax: 20,
  underWayMaxBytes: 64 * 1024 * 1024,
  silenceMaxMs: 60_000,
  connectionMaxMs: 600_000,
  closeWithinMs: 5_000,
  questionsMax: 40,
  answerWithinMs: 5_000,
};

interface MailServerParts {
  readonly host: string;
  readonly port: number;
  /** The domain of our own addresses and message ids. */
  readonly domain: string;
  readonly taker: MailTaker;
  readonly now: () => Instant;
  readonly resolver: MailResolver;
  readonly log: Log;
  /** With a certificate, STARTTLS is offered; without, mail comes as it comes. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  readonly limits?: Partial<ReceiveLimits> | undefined;
}

interface MailServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes mail at our own addresses. A message is answered 250 only after each of its recipients' copies has been
 * committed, so a crash at any instant costs nothing but a second copy, which its id tells.
 *
 * Bounce addresses are the channel's own: the taker is not asked for them, and hears of reports only.
 */
export async function mailServer(parts: MailServerParts): Promise<MailServer> {
  const limits = { ...RECEIVE_LIMITS, ...parts.limits };
  const reception: Reception = { ...parts, limits, bytesUnderWay: 0 };
  const deadlines = new Map<string, NodeJS.Timeout>();
  const server = new SMTPServer({
    ...(parts.tls ?? {}),
    name: parts.domain,
    disabledCommands: parts.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: limits.messageMaxBytes,
    maxClients: limits.connectionsMax,
    maxRecipients: limits.recipientsMax,
    maxAllowedUnauthenticatedCommands: false,
    socketTimeout: limits.silenceMaxMs,
    closeTimeout: limits.closeWithinMs,
    onConnect(session, callback) {
      const alike = [...server.connections].filter((one) => one.remoteAddress === session.remoteAddress);
      if (alike.length > limits.connectionsPerAddressMax) return callback(refuse('tooManyConnections'));
      deadlines.set(
        session.id,
        setTimeout(() => cutOff(server, session.id), limits.connectionMaxMs),
      );
      callback();
    },
    onClose(session) {
      clearTimeout(deadlines.get(session.id));
      deadlines.delete(session.id);
    },
    onRcptTo({ address }, session, callback) {
      answered(parts.log, checkRecipient(address, session, parts), callback);
    },
    onData(stream, session, callback) {
      answered(parts.log, receive(stream, session, reception), callback);
    },
  });
  // A connection that breaks is the other side's affair, and its sender tries again.
  server.on('error', (error) => parts.log.warn('mail-connection-broken', { reason: codeOf(error) }));
  await listening(server, parts);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          for (const deadline of deadlines.values()) clearTimeout(deadline);
          resolve();
        }),
      ),
  };
}

interface Reception extends MailServerParts {
  readonly limits: ReceiveLimits;
  bytesUnderWay: number;
}

/** The port is taken, or the host is not ours: thrown to whoever starts the server. */
async function listening(server: SMTPServer, { host, port }: MailServerParts): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  server.server.off('error', reject);
}

function cutOff(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) {
    if (connection.id !== sessionId) continue;
    connection.send(421, '4.4.2 The connection took too long');
    connection.close();
  }
}

function answered(log: Log, work: Promise<void>, callback: (error?: Error | null) => void): void {
  work.then(
    () => callback(),
    (error) => {
      const reply = replyTo(error);
      if (reply !== error) log.error('mail-not-taken', error);
      callback(reply);
    },
  );
}

async function checkRecipient(
  address: string,
  session: SMTPServerSession,
  { domain, taker }: MailServerParts,
): Promise<void> {
  if (deliveryOfBounceAddress(address, domain) !== undefined) {
    if (envelopeFromOf(session) !== '') throw refuse('notABounce');
  } else if (!(await taker.knows(address.toLowerCase()))) throw refuse('unknownRecipient');
}

/** What mail is read and proved with takes long to load, and a service starts without it. */
const reading = async () => ({
  ...(await import('./read-message.ts')),
  ...(await import('./authenticate.ts')),
});

/** Reads one message and hands a copy to each recipient; a refusal or a fault is thrown. */
async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  reception: Reception,
): Promise<void> {
  const { limits } = reception;
  let kept = 0;
  const hasRoomFor = (bytes: number): boolean => {
    if (reception.bytesUnderWay + bytes > limits.underWayMaxBytes) return false;
    kept += bytes;
    reception.bytesUnderWay += bytes;
    return true;
  };
  try {
    const { readMessage, authenticate } = await reading();
    const resolver = boundedResolver(reception.resolver, limits);
    const message = await readMessage(stream, { ...limits, hasRoomFor }, resolver);
    const receivedAt = reception.now();
    const sender = await authenticate(message.signatures, resolver);
    for (const { address } of session.envelope.rcptTo) {
      const mail = copyFor(address, message, { ...sender, receivedAt, domain: reception.domain, session });
      if (mail) await reception.taker.take(mail);
      else reception.log.info('mail-report-dropped', { bytes: stream.byteLength });
    }
  } finally {
    reception.bytesUnderWay -= kept;
  }
}

interface CopyCircumstances {
  readonly from: string;
  readonly authenticated: boolean;
  readonly receivedAt: Instant;
  readonly domain: string;
  readonly session: SMTPServerSession;
}

/** The mail as one recipient has it; undefined where a bounce address was sent something that is no bounce. */
function copyFor(address: string, message: MessageRead, about: CopyCircumstances): ReceivedMail | undefined {
  const addressedDelivery = deliveryOfBounceAddress(address, about.domain);
  const envelopeFrom = envelopeFromOf(about.session);
  const { kind, bounced } = classify(message, { envelopeFrom, domain: about.domain, addressedDelivery });
  if (addressedDelivery !== undefined && kind !== 'bounce') return undefined;
  const text = readReply(message);
  const recipient = address.toLowerCase();
  return {
    id: mailId(message, recipient),
    receivedAt: about.receivedAt,
    recipient,
    from: about.from,
    authenticated: about.authenticated,
    kind,
    word: kind === 'person' ? firstWord(text) : undefined,
    subject: readSubject(message.subject),
    text,
    files: kind === 'person' ? message.files : [],
    bounced,
  };
}

const envelopeFromOf = ({ envelope }: SMTPServerSession): string =>
  envelope.mailFrom === false ? '' : envelope.mailFrom.address;

/** A mail without Message-ID is known by its date, its sender and its body, which servers on the way leave alone. */
function mailId({ head, bodyDigest }: MessageRead, recipient: string): string {
  const messageId = head.first('message-id');
  const named = messageId ? [messageId] : ['', head.first('date'), head.first('from'), bodyDigest];
  return createHash('sha256')
    .update(JSON.stringify([recipient, ...named]))
    .digest('hex');
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
