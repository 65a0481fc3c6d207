import { asInstant, type Instant } from '../core/instant.ts';

/** This machine's own clock, by which sessions live: no demonstration moves it, so nobody is signed out by a move. */
export const machineNow = (): Instant => asInstant(Date.now());
