import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type DKIMVerifyResult, dkimVerify } from 'mailauth';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import type { ReceivedFile } from '../../../app/ports/mail.ts';
import { type MailHead, mailHead } from './mail-head.ts';
import type { MailResolver } from './mail-resolver.ts';
import { refuse } from './smtp-reply.ts';

/** A mail taken apart. */
export interface MessageRead {
  readonly head: MailHead;
  /** Decoded, unlike the fields of the head. */
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  /** What came with it, in its order, without what only its programs need. */
  readonly files: readonly ReceivedFile[];
  /** The parts in which mail servers speak of other mails, each cut to its beginning. */
  readonly reports: readonly ReportPart[];
  /** Undefined where the signatures could not be looked at: such a mail is vouched for by nobody. */
  readonly signatures: DKIMVerifyResult | undefined;
  /** Of the message without its head, which grows on the way. */
  readonly bodyDigest: string;
}

export interface ReportPart {
  readonly type: string;
  readonly text: string;
}

interface MessageBounds {
  readonly messageMaxBytes: number;
  readonly headMaxBytes: number;
  /** Told of each piece that is kept; false where there is no room for it now. */
  readonly hasRoomFor: (bytes: number) => boolean;
}

/**
 * Reads a message as it comes in, at no more memory than it takes itself. What goes beyond a bound is still read to
 * its end, and thrown away, for a sender hears our answer only then.
 */
export async function readMessage(
  source: AsyncIterable<Buffer>,
  bounds: MessageBounds,
  resolver: MailResolver,
): Promise<MessageRead> {
  const parts = new PartCollector(bounds.headMaxBytes);
  const signatures = new SignatureReader(resolver);
  const body = new BodyDigest(bounds.headMaxBytes);
  let bytes = 0;
  let refusal: Error | undefined;
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      body.add(chunk);
      refusal ??= refusalOf(bytes, body, chunk, bounds) ?? parts.failure;
      if (refusal) continue;
      await Promise.all([signatures.write(chunk), parts.write(chunk)]);
    }
    if (refusal) throw refusal;
    const read = await parts.end();
    return { ...read, signatures: await signatures.end(), bodyDigest: body.digest() };
  } finally {
    signatures.destroy();
    parts.destroy();
  }
}

function refusalOf(bytes: number, body: BodyDigest, chunk: Buffer, bounds: MessageBounds): Error | undefined {
  if (bytes > bounds.messageMaxBytes) return refuse('tooLarge');
  if (body.isHeadTooLong) return refuse('unreadable');
  return bounds.hasRoomFor(chunk.length) ? undefined : refuse('busy');
}

/** Hands the message to the check of signatures, which may give up before the message ends. */
class SignatureReader {
  private readonly input = new PassThrough();
  private readonly result: Promise<DKIMVerifyResult | undefined>;
  private isReading = true;

  constructor(resolver: MailResolver) {
    this.result = dkimVerify(this.input, { resolver, rejectRsaSha1: true })
      .catch(() => undefined)
      .finally(() => {
        this.isReading = false;
      });
  }

  async write(chunk: Buffer): Promise<void> {
    if (!this.isReading || this.input.write(chunk)) return;
    await Promise.race([once(this.input, 'drain'), this.result]);
  }

  end(): Promise<DKIMVerifyResult | undefined> {
    this.input.end();
    return this.result;
  }

  destroy(): void {
    this.input.destroy();
  }
}

/** Digests what follows the first empty line, wherever the pieces were cut. */
class BodyDigest {
  private readonly hash = createHash('sha256');
  private readonly headMax: number;
  private head: Buffer | undefined = Buffer.alloc(0);
  isHeadTooLong = false;

  constructor(headMax: number) {
    this.headMax = headMax;
  }

  add(chunk: Buffer): void {
    if (this.isHeadTooLong) return;
    if (this.head === undefined) {
      this.hash.update(chunk);
      return;
    }
    const head = Buffer.concat([this.head, chunk]);
    const end = /\r?\n\r?\n/.exec(head.toString('latin1'));
    if (end) this.hash.update(head.subarray(end.index + end[0].length));
    else if (head.length > this.headMax) this.isHeadTooLong = true;
    this.head = end || this.isHeadTooLong ? undefined : head;
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

const REPORT_TYPES =
  /^(message\/(global-)?(delivery-status|rfc822|global|disposition-notification|feedback-report)|text\/rfc822-headers)$/i;
const REPORT_MAX = 64 * 1024;
const PARTS_MAX = 200;

/** What mail programs add for themselves: signatures over the mail. */
const FOR_PROGRAMS = /^application\/((x-)?pkcs7-signature|pgp-signature|pgp-encrypted)$/i;
/**
 * A picture that the text shows is no file: signatures have their logos so. One larger than such a logo was pasted in,
 * and its writer is told that it is not taken.
 */
const LOGO_MAX = 64 * 1024;

interface FoundFile {
  readonly name: string;
  readonly type: string;
  readonly cid: string | undefined;
  readonly pieces: Buffer[];
}

function fileFrom({ name, type, cid, pieces }: FoundFile, html: string): ReceivedFile[] {
  const isShown = cid !== undefined && /^image\//i.test(type) && html.includes(`cid:${cid}`);
  const bytes = Buffer.concat(pieces);
  return isShown && bytes.length <= LOGO_MAX ? [] : [{ name, bytes, isShown }];
}

/** The mail library's parser. */
class PartCollector {
  private readonly parser: MailParser;
  private readonly reports: { readonly type: string; readonly pieces: Buffer[] }[] = [];
  private readonly files: FoundFile[] = [];
  private words: MessageText | undefined;
  private subject = '';
  failure: Error | undefined;

  constructor(headMaxBytes: number) {
    this.parser = new MailParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      maxHeadSize: headMaxBytes,
      maxChildNodes: PARTS_MAX,
    });
    this.parser.on('headers', (headers) => {
      const subject = headers.get('subject');
      this.subject = typeof subject === 'string' ? subject : '';
    });
    this.parser.on('data', (part) => this.take(part));
    // Too many parts or a head of a part too long: there is no reading on, and no way to mend it by sending it again.
    this.parser.on('error', () => {
      this.failure ??= refuse('unreadable');
    });
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.failure || this.parser.write(chunk)) return;
    await this.until('drain');
  }

  async end(): Promise<Omit<MessageRead, 'signatures' | 'bodyDigest'>> {
    if (!this.failure) {
      this.parser.end();
      await this.until('end');
    }
    if (this.failure) throw this.failure;
    const { text, html } = this.words ?? {};
    return {
      head: mailHead(this.parser.headerLines || []),
      subject: this.subject,
      text: typeof text === 'string' ? text : undefined,
      html: typeof html === 'string' ? html : undefined,
      files: this.files.flatMap((file) => fileFrom(file, typeof html === 'string' ? html : '')),
      reports: this.reports.map(({ type, pieces }) => ({
        type,
        text: Buffer.concat(pieces).toString('utf8'),
      })),
    };
  }

  destroy(): void {
    this.parser.destroy();
  }

  private async until(event: 'drain' | 'end'): Promise<void> {
    // An error ends the wait as well, and stands in `failure`.
    await once(this.parser, event).catch(() => {});
  }

  private take(part: AttachmentStream | MessageText): void {
    if (part.type === 'text') {
      this.words = part;
      return;
    }
    this.keep(part);
    const pieces: Buffer[] = [];
    let kept = 0;
    if (REPORT_TYPES.test(part.contentType)) {
      this.reports.push({ type: part.contentType.toLowerCase(), pieces });
      part.content.on('data', (piece: Buffer) => {
        if (kept < REPORT_MAX) pieces.push(piece.subarray(0, REPORT_MAX - kept));
        kept += piece.length;
      });
    }
    part.content.on('end', () => part.release?.());
    part.content.resume();
  }

  private keep({ contentType: type, filename, cid, content }: AttachmentStream): void {
    if (FOR_PROGRAMS.test(type)) return;
    const pieces: Buffer[] = [];
    this.files.push({ name: filename ?? '', type, cid, pieces });
    content.on('data', (piece: Buffer) => pieces.push(piece));
  }
}
