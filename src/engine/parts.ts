import type { LetterParts } from '../app/notices/letters.ts';
import type { EngineStore } from '../app/ports/engine.ts';
import type { Log } from '../app/ports/log.ts';
import type { MailCarrier } from '../app/ports/mail.ts';
import type { Meters } from '../app/ports/meters.ts';
import type { TelephoneCarrier } from '../app/ports/telephone.ts';
import type { Secret } from '../app/secret.ts';
import type { Pace } from './pace.ts';

/** Whether deadlines are waiting in numbers: then letters and mails wait a little, for a clock is worth more than its mail. */
export interface Backlog {
  isFull: boolean;
  /** How often letters have waited for it in a row. */
  yielded: number;
}

/** Plans that both parties agreed to and that take effect at an instant of their own. */
interface Publications {
  /** Publishes those whose instant has come; what could not be published is named. */
  readonly takeEffect: () => Promise<readonly { readonly contract: string; readonly code: string }[]>;
  /** Milliseconds until the next one; undefined where none waits. */
  readonly untilNext: () => Promise<number | undefined>;
}

/** What the engine works with; everything is handed in. */
export interface EngineParts {
  readonly store: EngineStore;
  readonly log: Log;
  readonly meters: Meters;
  readonly mail: MailCarrier;
  /** What carries texts and calls, and how many of them; undefined where nothing does. */
  readonly telephone: { readonly carrier: TelephoneCarrier; readonly pace: Pace } | undefined;
  readonly letters: LetterParts;
  readonly secret: Secret;
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  /** The domain of reply addresses. */
  readonly mailDomain: string;
  /** When this node started, as text whose order is that of the starts, and of which Ladder: a later start tries again what an earlier one set aside. */
  readonly version: string;
  /** Tells the outside that all is well. */
  readonly beat: (() => Promise<void>) | undefined;
  readonly publications: Publications;
  /** Tells of times ahead at which nobody is on duty, and people of their own duty; reads calendars of absences. */
  readonly rotas: {
    readonly tellGaps: () => Promise<void>;
    readonly tellDuty: () => Promise<void>;
    readonly readTimeOff: () => Promise<void>;
  };
  /** Writes the weekly digests of who could not be reached. */
  readonly digests: { readonly tellReadiness: () => Promise<void> };
  /** Writes to some of those who are to be told what a plan has changed; whether there may be more. */
  readonly subscribers: { readonly writeNews: () => Promise<boolean> };
  /** Programs that are told what happens: queues it, and sends some of it; whether there may be more. */
  readonly webhooks: { readonly feed: () => Promise<void>; readonly send: () => Promise<boolean> };
  /** Sends channels some of what they are to be told; whether there may be more. */
  readonly chats: { readonly send: () => Promise<boolean> };
  /** Brings recordings of calls to their cases; whether there may be more. */
  readonly bringRecordings: () => Promise<boolean>;
  /** Takes the mails that waited for cases which are no longer set aside. */
  readonly takeWaitingMails: () => Promise<void>;
  /** Loops that fire deadlines side by side. */
  readonly loops: number;
}

/** For a turn taken by itself, with no other loop beside it. */
export const noBacklog = (): Backlog => ({ isFull: false, yielded: 0 });
