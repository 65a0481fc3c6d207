import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Log } from '../../../app/ports/log.ts';
import type { Instant } from '../../../core/instant.ts';
import { deliveryOfBounceAddress, ownAddress } from '../addresses.ts';
import { refuse, replyTo } from './smtp-reply.ts';
import { MESSAGE_LIMITS, type MessageLimits, type MessageTaking, takeMessage } from './take-message.ts';

/** How much mail is taken at once, and how long anybody may take over it. */
export interface ReceiveLimits extends MessageLimits {
  readonly connectionsMax: number;
  readonly connectionsPerAddressMax: number;
  /** All messages under way together; one that would go beyond is put off. */
  readonly underWayMaxBytes: number;
  /** Silence, after which a client is sent away. */
  readonly silenceMaxMs: number;
  /** A whole connection: also a client that sends a byte at a time ends here. */
  readonly connectionMaxMs: number;
  readonly closeWithinMs: number;
}

const RECEIVE_LIMITS: ReceiveLimits = {
  ...MESSAGE_LIMITS,
  connectionsMax: 100,
  connectionsPerAddressMax: 20,
  underWayMaxBytes: 64 * 1024 * 1024,
  silenceMaxMs: 60_000,
  connectionMaxMs: 600_000,
  closeWithinMs: 5_000,
};

interface MailServerParts extends MessageTaking {
  readonly host: string;
  readonly port: number;
  readonly now: () => Instant;
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
  let isListening = false;
  // A connection that breaks is the other side's affair, and its sender tries again.
  server.on('error', (error) => {
    if (isListening) parts.log.warn('mail-connection-broken', { reason: codeOf(error) });
  });
  await listening(server, parts);
  isListening = true;
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
  { domain, plus, taker }: MailServerParts,
): Promise<void> {
  const own = ownAddress(address, { domain, plus });
  if (deliveryOfBounceAddress(own, domain) !== undefined) {
    if (envelopeFromOf(session) !== '') throw refuse('notABounce');
  } else if (!(await taker.knows(own.toLowerCase()))) throw refuse('unknownRecipient');
}

/** Takes one message; a refusal or a fault is thrown. */
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
  const arrived = {
    ...{ source: stream, hasRoomFor, receivedAt: reception.now },
    recipients: [...new Set(session.envelope.rcptTo.map(({ address }) => ownAddress(address, reception)))],
    envelopeFrom: () => envelopeFromOf(session),
  };
  try {
    await takeMessage(reception, arrived, limits);
  } finally {
    reception.bytesUnderWay -= kept;
  }
}

const envelopeFromOf = ({ envelope }: SMTPServerSession): string =>
  envelope.mailFrom === false ? '' : envelope.mailFrom.address;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
