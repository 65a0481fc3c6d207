import type { Instant } from '../../core/instant.ts';
import type { Time } from '../../core/rota/live/time-off.ts';

/** A calendar of somebody's absences, at an address that they gave. */
export interface TimeOffFeed {
  readonly contract: string;
  readonly personId: string;
  readonly feedId: string;
  /** The address, encrypted with the secret of the installation. */
  readonly sealed: string;
  /** The host of the address, which is all that is shown of it. */
  readonly host: string;
  /** Where all-day events, and times without a zone, are read. */
  readonly timeZone: string;
  readonly madeAt: Instant;
  /** What was read when it last went well, and when that was. */
  readonly times: readonly Time[];
  readonly readAt: Instant;
  /** Since when it cannot be read, why at last, and when its owner was told; undefined while all is well. */
  readonly failing: FailingFeed | undefined;
}

interface FailingFeed {
  readonly since: Instant;
  readonly reason: string;
  readonly toldAt: Instant | undefined;
}

export type TimeOffKey = Pick<TimeOffFeed, 'contract' | 'personId' | 'feedId'>;

/** Where a calendar is asked for, and on whose clocks it is read. */
interface TimeOffAsked {
  readonly url: string;
  readonly timeZone: string;
  readonly now: Instant;
}

/** What a calendar says of its owner's absences, or why it cannot be read. */
export type TimeOffRead = { readonly times: readonly Time[] } | { readonly failed: string };

/** Asks for a calendar outside. */
export type ReadTimeOff = (asked: TimeOffAsked) => Promise<TimeOffRead>;

/** When it was, and when it is read again. */
interface When {
  readonly at: Instant;
  readonly nextAt: Instant;
}

/** What is asked of them inside a transaction. */
export interface TimeOffTransaction {
  /** `nextAt`: when it is read again. */
  addTimeOffFeed(feed: TimeOffFeed, nextAt: Instant): Promise<void>;
  /** All of a contract, the oldest first. */
  timeOffFeeds(contract: string): Promise<readonly TimeOffFeed[]>;
  /** Whether there was one of that person's to end; nothing of it is kept. */
  endTimeOffFeed(key: TimeOffKey): Promise<boolean>;
  /** Some of those that are to be read, which no other node takes before `until`. */
  claimTimeOffFeeds(at: Instant, until: Instant, max: number): Promise<readonly TimeOffFeed[]>;
  noteTimeOffRead(key: TimeOffKey, times: readonly Time[], when: When): Promise<void>;
  noteTimeOffFailed(key: TimeOffKey, reason: string, when: When): Promise<void>;
  noteTimeOffTold(key: TimeOffKey, at: Instant): Promise<void>;
}
