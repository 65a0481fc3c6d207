import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Instant } from '../instant.ts';
import type { SystemReader } from './mail.ts';

/** An instant as the clocks of a zone show it. */
export const onClocks = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

export const dateOf = (at: Instant, timeZone: string): string =>
  onClocks(at, timeZone).toPlainDate().toString();

/** How much of the day is over by a reading, in milliseconds. */
export const sinceMidnight = ({ hour, minute, second, millisecond }: Temporal.ZonedDateTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

/** Whether the clocks show this reading twice, so that the offset has to say which is meant. */
export function isShownTwice(local: Temporal.ZonedDateTime): boolean {
  const plain = local.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(local.timeZoneId, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  return first.epochMilliseconds !== second.epochMilliseconds;
}

/** Whether a reader's clocks show another time than the contract's. */
export const isElsewhere = (at: Instant, { timeZone, context }: SystemReader): boolean =>
  onClocks(at, timeZone).offset !== onClocks(at, context.timeZone).offset;

/** A number as it is dialled from anywhere. */
export const telephone = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;
