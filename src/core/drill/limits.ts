import { asInstant, type Instant } from '../instant.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** So long at least lies between the beginnings of two drills of one level. */
const APART_MS = 7 * DAY_MS;
/** So many are planned in a contract. */
export const PLANNED_MAX = 20;
/** So far ahead one is planned. */
const AHEAD_MAX_MS = 400 * DAY_MS;
/** So many people are asked by one. */
export const ASKED_MAX = 500;
/** How long those who are asked may have to answer, in minutes. */
export const ANSWER_WITHIN_MINUTES = [15, 60, 240, 1440] as const;

/** Another drill of the contract: planned, running, or begun lately. */
export interface OtherDrill {
  readonly level: number;
  readonly status: 'planned' | 'running' | 'begun';
  /** When it began or is to begin, and when it is over at the latest. */
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Since when those that have begun matter to one that begins now. */
export const begunSince = (at: Instant): Instant => asInstant(at - APART_MS);

export const isAnswerTime = (ms: number): boolean =>
  ANSWER_WITHIN_MINUTES.some((minutes) => minutes * MINUTE_MS === ms);

/** Whether one is planned too far ahead. */
export const isTooFar = (startAt: Instant, now: Instant): boolean => startAt > now + AHEAD_MAX_MS;

/** One of the same level that is too near to an instant at which another is to begin. */
export const tooNear = (others: readonly OtherDrill[], level: number, startAt: Instant) =>
  others.find((one) => one.level === level && Math.abs(one.startAt - startAt) < APART_MS);

/** One of any level that runs at some instant of another: of two at once nobody would know which to answer. */
export const atOnce = (others: readonly OtherDrill[], startAt: Instant, withinMs: number) =>
  others.find((one) => one.status !== 'begun' && one.startAt < startAt + withinMs && startAt < one.endAt);
