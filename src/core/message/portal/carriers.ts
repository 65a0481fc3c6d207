import type { Means } from '../../plan/format/schema-routes.ts';
import type { RefusalWords } from '../case.ts';
import type { MailNews } from '../mail.ts';

/** Why something was not carried, as far as it is known by a word. */
type CarrierReason =
  | 'timeout'
  | 'tls'
  | 'unknown-host'
  | 'sign-in'
  | 'lost-connection'
  | 'unknown-answer'
  | 'carrier-settings'
  | 'refused-connection'
  | 'unreachable'
  | 'unusable-address'
  | 'address-erased'
  | 'own-fault'
  | 'put-off'
  | 'url-not-understood'
  | 'name-unknown'
  | 'address-refused'
  | 'certificate-refused'
  | 'dropped'
  | 'redirected'
  | 'mailbox-no-folder'
  | 'mailbox-read-only'
  | 'mailbox-no-place'
  | 'mailbox-not-read'
  | 'mailbox-not-moved'
  | 'database-away'
  | 'reply-too-long'
  | 'reply-not-understood'
  | 'throttled'
  | 'stopped'
  | 'busy'
  | 'no-answer'
  | 'voicemail'
  | 'canceled'
  | 'not-delivered'
  | 'not-completed'
  | 'unusable-number'
  | 'no-carrier'
  | 'overtaken';

type CarrierLabel =
  | 'server'
  | 'encrypted'
  | 'signsIn'
  | 'from'
  | 'listens'
  | 'domain'
  | 'user'
  | 'folder'
  | 'watcher'
  | 'number'
  | 'perMinute'
  | 'lastDone'
  | 'lastFailed'
  | 'why'
  | 'waiting'
  | 'waitingWhy'
  | 'means'
  | 'lastTaken'
  | 'lastHeld';

interface CarrierPart {
  readonly title: string;
  readonly about: string;
  /** What holds where it is not set. */
  readonly unset: string;
}

/** What carries messages in and out, and how it did. */
export interface CarrierWords {
  readonly title: string;
  readonly about: string;
  readonly demonstration: string;
  /** Of texts and calls there. */
  readonly ownTelephones: string;
  readonly mailOut: CarrierPart;
  readonly mailIn: CarrierPart;
  readonly mailbox: CarrierPart;
  readonly texts: CarrierPart;
  readonly calls: CarrierPart;
  readonly heartbeat: CarrierPart;
  readonly labels: Readonly<Record<CarrierLabel, string>>;
  readonly never: string;
  readonly yes: string;
  readonly no: string;
  /** Mail out as the settings say; mail in where the other side asks for it, or not at all. */
  readonly encrypted: Readonly<Record<'always' | 'offered' | 'never' | 'asked' | 'unset', string>>;
  readonly means: Readonly<Record<Exclude<Means, 'portal'>, string>>;
  readonly ofContract: {
    readonly out: string;
    readonly outAbout: string;
    readonly noneOut: string;
    readonly in: string;
    readonly inAbout: string;
    readonly noneIn: string;
    readonly keeper: string;
  };
  readonly reasons: Readonly<Record<CarrierReason, string>>;
  /** Of a mail server's no, by its three digits. */
  readonly smtp: (values: { code: string }) => string;
  /** Of a mail that came back, with the status of its report. */
  readonly bounce: (values: { code: string }) => string;
  /** Of a web server's answer. */
  readonly status: (values: { code: string }) => string;
  /** Of a carrier of texts and calls, by its own number. */
  readonly carrier: (values: { code: string }) => string;
  readonly test: {
    readonly title: string;
    readonly about: (values: { email: string }) => string;
    readonly aboutOutbox: string;
    readonly button: string;
    readonly handedOver: (values: { email: string }) => string;
    readonly handedOverAbout: string;
    readonly outbox: string;
    readonly toOutbox: string;
    readonly refused: RefusalWords;
    readonly notReached: RefusalWords;
    readonly busy: RefusalWords;
    readonly said: (values: { said: string }) => string;
  };
  readonly testMail: MailNews;
  /** A text by which somebody tries the carrier. */
  readonly testText: {
    readonly about: string;
    readonly field: string;
    readonly hint: string;
    readonly button: string;
    readonly handedOver: (values: { number: string }) => string;
    readonly handedOverAbout: string;
    readonly refused: RefusalWords;
    readonly notReached: RefusalWords;
    readonly notUnderstood: (values: { value: string }) => RefusalWords;
    readonly said: string;
  };
}

/** Why something was not carried, in words; a reason that a later version noted is shown as it is. */
export function carrierReason(words: CarrierWords, reason: string): string {
  const { reasons, smtp, bounce, status, carrier } = words;
  if (Object.hasOwn(reasons, reason)) return reasons[reason as CarrierReason];
  const [, kind, code = ''] = /^(smtp|bounce|status|http|carrier)-([\d.]{1,20})$/.exec(reason) ?? [];
  if (kind === 'smtp') return smtp({ code });
  if (kind === 'bounce') return bounce({ code });
  if (kind === 'carrier') return carrier({ code });
  return kind === 'status' || kind === 'http' ? status({ code }) : reason;
}
