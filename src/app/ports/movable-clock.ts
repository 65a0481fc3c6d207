import type { Instant } from '../../core/instant.ts';

/** What one look at a movable clock finds, and what it did. */
export interface ClockStep {
  readonly now: Instant;
  /** `waits`: something is due at this very instant and not done yet, so the clock stands. */
  readonly step: 'moved' | 'arrived' | 'waits';
}

/** The clock of a demonstration. */
export interface MovableClock {
  isDemonstration(): Promise<boolean>;
  now(): Promise<Instant>;
  /** Moves to the next due instant or to the target, whichever comes first, with every waiting job, all at once. */
  stepTowards(target: Instant): Promise<ClockStep>;
}
