import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Instant } from '../instant.ts';
import type { SystemReader } from './mail.ts';

/** Readings of the instants that were shown last, by zone: a list shows each of its instants several times. */
const shownLast = new Map<string, Map<Instant, Temporal.ZonedDateTime>>();
const SHOWN_MAX = 1_000;
const ZONES_MAX = 50;

/** An instant as the clocks of a zone show it. */
export function onClocks(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  const known = shownLast.get(timeZone)?.get(at);
  if (known) return known;
  const reading = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  if (shownLast.size >= ZONES_MAX) shownLast.clear();
  const ofZone = shownLast.get(timeZone) ?? new Map<Instant, Temporal.ZonedDateTime>();
  if (ofZone.size >= SHOWN_MAX) ofZone.clear();
  shownLast.set(timeZone, ofZone.set(at, reading));
  return reading;
}

export const dateOf = (at: Instant, timeZone: string): string =>
  onClocks(at, timeZone).toPlainDate().toString();

/** How much of the day is over by a reading, in milliseconds. */
export const sinceMidnight = ({ hour, minute, second, millisecond }: Temporal.ZonedDateTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

/** From when until when a zone's clocks are not set; in milliseconds, endless where nothing is known to come. */
interface Steady {
  readonly from: number;
  readonly until: number;
}

/** The stretch that each zone was last asked about: nearly everything that is shown lies in one. */
const lastSteady = new Map<string, Steady>();
/** No clock was ever set further than this. */
const SET_BY_MS = 86_400_000;

function steadyAround(local: Temporal.ZonedDateTime): Steady {
  const { epochMilliseconds: at, timeZoneId } = local;
  const known = lastSteady.get(timeZoneId);
  if (known && known.from <= at && at < known.until) return known;
  // The instant of a change is the first of what comes after it.
  const from = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds;
  const until = local.getTimeZoneTransition('next')?.epochMilliseconds;
  const found = { from: from ?? Number.NEGATIVE_INFINITY, until: until ?? Number.POSITIVE_INFINITY };
  lastSteady.set(timeZoneId, found);
  return found;
}

/** Whether the clocks show this reading twice, so that the offset has to say which is meant. */
export function isShownTwice(local: Temporal.ZonedDateTime): boolean {
  const { from, until } = steadyAround(local);
  const at = local.epochMilliseconds;
  if (at - from >= SET_BY_MS && until - at > SET_BY_MS) return false;
  const plain = local.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(local.timeZoneId, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  return first.epochMilliseconds !== second.epochMilliseconds;
}

/** Whether a reader's clocks show another time than the contract's. */
export const isElsewhere = (at: Instant, { timeZone, context }: SystemReader): boolean =>
  onClocks(at, timeZone).offset !== onClocks(at, context.timeZone).offset;

/** The numbers that were written last: a plan has some dozens, and each page shows them. */
const written = new Map<string, string>();
const WRITTEN_MAX = 5_000;

/** A number as it is dialled from anywhere. */
export function telephone(number: string): string {
  const known = written.get(number);
  if (known !== undefined) return known;
  const text = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  if (written.size >= WRITTEN_MAX) written.clear();
  written.set(number, text);
  return text;
}
