import type { ReceivedMail } from '../../../app/ports/mail.ts';
import { deliveryNamedIn } from '../addresses.ts';
import type { MessageRead, ReportPart } from './read-message.ts';

type Bounced = NonNullable<ReceivedMail['bounced']>;

/** What a mail that reports on another says: a delivery failed, or something that changes nothing. */
type Report = { readonly failed: false } | { readonly failed: true; readonly bounced: Bounced | undefined };

interface BounceCircumstances {
  readonly envelopeFrom: string;
  readonly domain: string;
  /** The delivery whose own bounce address the mail came to. */
  readonly addressedDelivery: string | undefined;
}

/**
 * What a mail reports of one of ours, read from the parts of RFC 3464, or from the words of servers that do not
 * write them; undefined where it is no report at all.
 *
 * "Delayed", "delivered" and a reader's receipt fail nothing. A delivery given up after many tries failed, but not for good:
 * the address was never refused.
 */
export function reportOf(mail: MessageRead, circumstances: BounceCircumstances): Report | undefined {
  const status = mail.reports.find(({ type }) => /delivery-status$/.test(type));
  if (status) return standardReport(status, mail, circumstances);
  if (/^multipart\/report\b/i.test(mail.head.first('content-type'))) return { failed: false };
  return looksLikeBounce(mail, circumstances) ? unstandardReport(mail, circumstances) : undefined;
}

function standardReport(status: ReportPart, mail: MessageRead, circumstances: BounceCircumstances): Report {
  const fields = [...status.text.matchAll(/^(action|status)\s*:\s*([^\r\n(]*)/gim)];
  const fieldOf = (name: string): string =>
    fields
      .find(([, key]) => key?.toLowerCase() === name)?.[2]
      ?.trim()
      .toLowerCase() ?? '';
  const action = fieldOf('action');
  const code = /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf('status'))?.[0] ?? '';
  if (action ? action !== 'failed' : !code.startsWith('5')) return { failed: false };
  return { failed: true, bounced: bouncedOf(mail, circumstances, code) };
}

function unstandardReport(mail: MessageRead, circumstances: BounceCircumstances): Report {
  const words = wordsOf(mail);
  const code =
    /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? replyCodeStatus(/\b([45])\d\d\b[ -]/.exec(words)?.[1]);
  return { failed: true, bounced: bouncedOf(mail, circumstances, code) };
}

const replyCodeStatus = (digit: string | undefined): string => (digit === undefined ? '' : `${digit}.0.0`);

function bouncedOf(
  mail: MessageRead,
  circumstances: BounceCircumstances,
  status: string,
): Bounced | undefined {
  const { addressedDelivery, domain } = circumstances;
  const deliveryId = addressedDelivery ?? deliveryNamed(mail, domain);
  return deliveryId === undefined
    ? undefined
    : { deliveryId, permanent: status.startsWith('5'), status: status || 'unknown' };
}

/** The mail that failed stands in a part of its own, in the thread fields of the report, or below its words. */
function deliveryNamed(mail: MessageRead, domain: string): string | undefined {
  const originals = mail.reports.filter(({ type }) => !/delivery-status$/.test(type));
  for (const { text } of originals) {
    const named = deliveryNamedIn(/^message-id\s*:[^<]*<[^>]*>/im.exec(text)?.[0] ?? '', domain);
    if (named !== undefined) return named;
  }
  const { head } = mail;
  return (
    deliveryNamedIn(head.first('in-reply-to'), domain) ??
    deliveryNamedIn(head.first('x-failed-message-id'), domain) ??
    deliveryNamedIn(head.first('references'), domain) ??
    deliveryNamedIn(wordsOf(mail), domain)
  );
}

const WORDS_MAX = 64 * 1024;
const wordsOf = ({ text, html }: MessageRead): string => (text ?? html ?? '').slice(0, WORDS_MAX);

const POSTMASTER = /\b(mailer-daemon|postmaster|mail delivery (subsystem|system))\b/i;
const FAILURE_SUBJECT =
  /^(undeliver|undelivered mail|delivery (status notification|failure|has failed)|mail delivery (failed|system)|returned mail|failure notice|no se puede entregar|unzustellbar)/i;

/** Without the standard parts, it takes the empty sender of RFC 5321, 4.5.5, and a word of failing. */
function looksLikeBounce(mail: MessageRead, { envelopeFrom }: BounceCircumstances): boolean {
  const { head, subject } = mail;
  if (envelopeFrom !== '') return false;
  if (head.first('x-failed-recipients') !== '') return true;
  return (
    FAILURE_SUBJECT.test(subject.trim()) ||
    (POSTMASTER.test(head.first('from')) && !isAutoReplied(head.first('auto-submitted')))
  );
}

/** Many bounces say `auto-replied` as well; alone, with a sender like a postmaster's, it is an answering machine's. */
const isAutoReplied = (value: string): boolean => /^auto-replied\b.*\b(vacation|out)/i.test(value);
