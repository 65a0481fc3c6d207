import type { Instant } from '../../core/instant.ts';

/** An address at which calendar programs ask who is on duty. */
export interface DutyFeed {
  readonly contract: string;
  readonly feedId: string;
  /** Whose it is. */
  readonly personId: string;
  /** Everybody's duty at this level; undefined: the duty of the seats that the person fills. */
  readonly level: number | undefined;
  readonly madeAt: Instant;
  readonly endedAt: Instant | undefined;
}

/** What is asked of them inside a transaction. */
export interface DutyFeedsTransaction {
  /** Keeps a new one by the digest of its token, in hex. */
  addDutyFeed(feed: DutyFeed, tokenHash: string): Promise<void>;
  /** Those of a person that have not been ended, the oldest first. */
  dutyFeeds(contract: string, personId: string): Promise<readonly DutyFeed[]>;
  /** By the digest of its token, also where it was ended. */
  dutyFeedBy(tokenHash: string): Promise<DutyFeed | undefined>;
  /** Whether there was one of that person's to end. */
  endDutyFeed(feed: Pick<DutyFeed, 'contract' | 'feedId' | 'personId'>, at: Instant): Promise<boolean>;
}
