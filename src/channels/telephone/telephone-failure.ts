import type { TelephoneReceipt, TelephoneResult } from '../../app/ports/telephone.ts';

type Failure = Extract<TelephoneResult, { result: 'failed' }>;

/**
 * Numbers of Twilio's by which it says that this number cannot be reached this way, now or later: no number, no mobile
 * telephone, stopped by whoever has it, not to be rung from here. All others are ours or the world's to mend.
 */
const OF_NUMBER: ReadonlySet<number> = new Set([
  ...[13223, 13224, 13225, 13226, 13227],
  ...[
    21211, 21214, 21215, 21216, 21217, 21219, 21265, 21401, 21407, 21408, 21421, 21610, 21612, 21614, 21635,
  ],
  ...[30004, 30005, 30006, 30007, 30011, 30410, 32203, 32205],
]);

/**
 * Those of them by which it says that there is no such number, whatever is sent there: no number at all, or one that no
 * network knows. A landline takes no texts and is rung all the same; what is off, out of reach or blocked today may be
 * reached tomorrow; what may not be rung from here is ours.
 */
const NO_SUCH_NUMBER: ReadonlySet<number> = new Set([13223, 21211, 21217, 21401, 21421, 30005]);

const wrongNumber = (code: number | undefined): { readonly isWrongNumber?: true } =>
  code !== undefined && NO_SUCH_NUMBER.has(code) ? { isWrongNumber: true } : {};

/** Stopped by whoever has the number. */
const STOPPED = new Set([21610]);
/** Too many at once: of calls, of texts, of questions. */
const THROTTLED = new Set([20429, 14107, 30001, 30022]);

/** What a number of the carrier's is called where it is kept and read. */
function reasonOf(code: number): string {
  if (STOPPED.has(code)) return 'stopped';
  return THROTTLED.has(code) ? 'throttled' : `carrier-${code}`;
}

interface Refused {
  readonly status: number;
  /** The carrier's own number, where it gave one. */
  readonly code: number | undefined;
  readonly said: string | undefined;
  readonly retryAfterSeconds: number | undefined;
}

/**
 * What a no of the carrier's means. Only one about this number is for good: of a wrong token, of an account that is out
 * of money and of too much at once the next text would hear the same.
 */
export function refusedBy({ status, code, said, retryAfterSeconds }: Refused): Failure {
  const isThrottled = status === 429 || (code !== undefined && THROTTLED.has(code));
  return {
    result: 'failed',
    permanent: code !== undefined && OF_NUMBER.has(code),
    reason: isThrottled ? 'throttled' : code === undefined ? `http-${status}` : reasonOf(code),
    ...wrongNumber(code),
    ...(said !== undefined && { said: oneLine(said) }),
    ...(retryAfterSeconds !== undefined && { againAfterSeconds: retryAfterSeconds }),
  };
}

const SAID_MAX = 200;

/** A carrier's own words as they can be shown: one line, of a length with an end. */
export const oneLine = (said: string): string =>
  said
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX);

/** What the carrier posts when something becomes of a text or a call, as far as it is read. */
export interface StatusFields {
  readonly MessageStatus?: string | undefined;
  readonly CallStatus?: string | undefined;
  readonly AnsweredBy?: string | undefined;
  readonly ErrorCode?: string | undefined;
}

const ON_ITS_WAY: ReadonlySet<string> = new Set([
  ...['accepted', 'scheduled', 'queued', 'sending', 'sent'],
  ...['initiated', 'ringing', 'answered', 'in-progress'],
]);

/** What a post about a text or a call says; undefined where it says nothing that is known. */
export function receiptOf(fields: StatusFields): TelephoneReceipt | undefined {
  const { MessageStatus, CallStatus } = fields;
  const status = MessageStatus ?? CallStatus;
  if (status === undefined) return undefined;
  if (ON_ITS_WAY.has(status)) return { is: 'underWay' };
  if (CallStatus !== undefined) return callReceipt(CallStatus, fields);
  if (status === 'delivered' || status === 'read') return { is: 'delivered' };
  if (status !== 'undelivered' && status !== 'failed' && status !== 'canceled') return undefined;
  return failed(fields, 'not-delivered', false);
}

/** A call that ended is one that somebody took, unless a machine did. */
function callReceipt(status: string, fields: StatusFields): TelephoneReceipt | undefined {
  switch (status) {
    case 'completed':
      return isMachine(fields.AnsweredBy)
        ? { is: 'failed', permanent: false, reason: 'voicemail' }
        : { is: 'delivered' };
    case 'busy':
    case 'no-answer':
      return { is: 'failed', permanent: false, reason: status };
    case 'canceled':
      return { is: 'failed', permanent: false, reason: 'canceled' };
    // "Could not be completed as dialed": there is no such number.
    case 'failed':
      return failed(fields, 'not-completed', true);
    default:
      return undefined;
  }
}

/** A voicemail, or a fax. */
const isMachine = (answeredBy: string | undefined): boolean =>
  answeredBy !== undefined && /^(?:machine|fax)/.test(answeredBy);

function failed(
  { ErrorCode }: StatusFields,
  otherwise: string,
  permanentOtherwise: boolean,
): TelephoneReceipt {
  const code = ErrorCode !== undefined && /^[1-9]\d{4}$/.test(ErrorCode) ? Number(ErrorCode) : undefined;
  if (code === undefined) return { is: 'failed', permanent: permanentOtherwise, reason: otherwise };
  return { is: 'failed', permanent: OF_NUMBER.has(code), ...wrongNumber(code), reason: reasonOf(code) };
}
