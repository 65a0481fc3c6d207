/** Both zones of an instant: the contract's, which counts, and its reader's own. */
export interface BothClocks {
  readonly timeZone: string;
  readonly readerZone: string;
}

/** Whose clocks an instant is said on: those of one zone, or of the contract's and, beside it, the reader's. */
export type Clocks = string | BothClocks;

/** The zone that counts: a date that has no time is one of it. */
export const contractZone = (clocks: Clocks): string =>
  typeof clocks === 'string' ? clocks : clocks.timeZone;

/**
 * The clocks of a contract, with those of whoever reads beside them where they have asked for another zone.
 *
 *     clocksOf('America/Los_Angeles', 'Europe/Berlin')
 */
export const clocksOf = (timeZone: string, readerZone: string | undefined): Clocks =>
  readerZone === undefined || readerZone === timeZone ? timeZone : { timeZone, readerZone };
