import { createHash } from 'node:crypto';
import type { Log } from '../../../app/ports/log.ts';
import type { MailTaker, ReceivedMail } from '../../../app/ports/mail.ts';
import type { Instant } from '../../../core/instant.ts';
import { type AddressPlace, deliveryOfBounceAddress } from '../addresses.ts';
import type { Believed } from './believed-signers.ts';
import { classify } from './classify.ts';
import { firstWord } from './first-word.ts';
import { boundedResolver, type MailResolver } from './mail-resolver.ts';
import type { MessageRead } from './read-message.ts';
import { readReply, readSubject } from './read-reply.ts';

/** How much one message may take. */
export interface MessageLimits {
  readonly messageMaxBytes: number;
  readonly headMaxBytes: number;
  readonly recipientsMax: number;
  /** Questions to the domain name system for one message, and the wait for each. */
  readonly questionsMax: number;
  readonly answerWithinMs: number;
}

export const MESSAGE_LIMITS: MessageLimits = {
  messageMaxBytes: 16 * 1024 * 1024,
  headMaxBytes: 128 * 1024,
  recipientsMax: 50,
  questionsMax: 40,
  answerWithinMs: 5_000,
};

/** What messages are taken with, whichever way they come; our own addresses and message ids are at `domain`. */
export interface MessageTaking extends AddressPlace {
  readonly taker: MailTaker;
  readonly resolver: MailResolver;
  /** Nobody, where it is left out. */
  readonly believed?: Believed | undefined;
  readonly log: Log;
}

/** A message and how it came. */
interface Arrived {
  readonly source: AsyncIterable<Buffer>;
  /** Told of each piece that is kept; false where there is no room for it now. */
  readonly hasRoomFor: (bytes: number) => boolean;
  /** Asked once the message has been read. */
  readonly receivedAt: () => Instant;
  /** Whose copies are handed over, as their addresses were given. */
  readonly recipients: readonly string[];
  /** Empty for the null sender. */
  readonly envelopeFrom: (message: MessageRead) => string;
}

/** What mail is read and proved with takes long to load, and a service starts without it. */
const reading = async () => ({
  ...(await import('./read-message.ts')),
  ...(await import('./authenticate.ts')),
});

/** Reads one message and hands a copy to each recipient; a refusal or a fault is thrown. */
export async function takeMessage(
  { domain, taker, resolver: asked, believed, log }: MessageTaking,
  { source, hasRoomFor, receivedAt, recipients, envelopeFrom }: Arrived,
  limits: MessageLimits,
): Promise<void> {
  const { readMessage, authenticate } = await reading();
  const resolver = boundedResolver(asked, limits);
  const message = await readMessage(source, { ...limits, hasRoomFor }, resolver);
  const at = receivedAt();
  const sender = await authenticate(message, resolver, believed);
  for (const address of recipients) {
    const about = { ...sender, receivedAt: at, domain, envelopeFrom: envelopeFrom(message) };
    const mail = copyFor(address, message, about);
    if (mail) await taker.take(mail);
    else log.info('mail-report-dropped');
  }
}

interface CopyCircumstances {
  readonly from: string;
  readonly authenticated: boolean;
  readonly receivedAt: Instant;
  readonly domain: string;
  readonly envelopeFrom: string;
}

/** The mail as one recipient has it; undefined where a bounce address was sent something that is no bounce. */
function copyFor(address: string, message: MessageRead, about: CopyCircumstances): ReceivedMail | undefined {
  const { domain, envelopeFrom } = about;
  const addressedDelivery = deliveryOfBounceAddress(address, domain);
  const { kind, bounced } = classify(message, { envelopeFrom, domain, addressedDelivery });
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

/** A mail without Message-ID is known by its date, its sender and its body, which servers on the way leave alone. */
function mailId({ head, bodyDigest }: MessageRead, recipient: string): string {
  const messageId = head.first('message-id');
  const named = messageId ? [messageId] : ['', head.first('date'), head.first('from'), bodyDigest];
  return createHash('sha256')
    .update(JSON.stringify([recipient, ...named]))
    .digest('hex');
}
