import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';

/** What brings something in or out. */
export type CarrierName = 'mailOut' | 'mailIn' | 'mailbox' | 'heartbeat' | 'texts' | 'calls';

/** How a carrier did when it was last used, by whatever node. */
export interface CarrierNews {
  readonly doneAt: Instant | undefined;
  readonly failedAt: Instant | undefined;
  /** Why it failed then: a code such as `timeout` or `smtp-451`. */
  readonly reason: string | undefined;
}

/** What the settings say of each carrier, without any secret; what is undefined is not set. */
export interface CarrierSettings {
  readonly mailOut:
    | {
        readonly host: string;
        readonly port: number;
        /** Whether it is encrypted: always, where the server offers it, or never. */
        readonly encrypted: 'always' | 'offered' | 'never';
        readonly signsIn: boolean;
        readonly from: string;
      }
    | undefined;
  readonly mailIn:
    | { readonly host: string; readonly port: number; readonly domain: string; readonly offersTls: boolean }
    | undefined;
  /** From which mail is fetched. */
  readonly mailbox:
    | {
        readonly host: string;
        readonly port: number;
        /** Whether it is encrypted: always, or never. */
        readonly encrypted: 'always' | 'never';
        readonly user: string;
        readonly folder: string;
        readonly domain: string;
      }
    | undefined;
  /** Who carries texts. */
  readonly texts:
    | { readonly host: string; readonly number: string | undefined; readonly perMinute: number }
    | undefined;
  /** Who carries calls. */
  readonly calls: { readonly host: string; readonly number: string; readonly perMinute: number } | undefined;
  /** Its host alone: the path may hold a secret. */
  readonly heartbeat: { readonly host: string } | undefined;
}

/** What became of a mail by which somebody tries the carrier. */
export type TestMailResult =
  /** `said`: the server's own words. */
  | { readonly is: 'handedOver'; readonly said: string }
  | { readonly is: 'failed'; readonly reason: string; readonly said: string | undefined }
  /** Nothing leaves the machine: it lies in the outbox under this id. */
  | { readonly is: 'outbox'; readonly deliveryId: string }
  /** Another is still under way. */
  | { readonly is: 'busy' };

/** The same of a text. */
export type TestTextResult = Extract<TestMailResult, { is: 'handedOver' | 'failed' | 'busy' }>;

/** What carries messages, as its page shows and tries it. */
export interface Carriers {
  readonly settings: CarrierSettings;
  /** Sends one mail at once, within half a minute; it is not tried again. */
  sendTest(
    to: { readonly name: string; readonly address: string },
    language: Language,
  ): Promise<TestMailResult>;
  /** Sends one text at once to a number, E.164; there has to be who carries it. */
  sendTestText(to: string, language: Language): Promise<TestTextResult>;
}
