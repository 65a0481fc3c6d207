import type { LocalDate } from '../calendar/calendar.ts';
import type { ContactField } from '../contact/contact-change.ts';

/** What somebody confirms of themselves: how they are reached, and that they can be, where a level is theirs. */
export const DETAILS = ['email', 'office', 'mobile', 'availability'] as const;
export type Detail = (typeof DETAILS)[number];

/** A detail that is a number or an address. */
export const isMeans = (detail: Detail): detail is ContactField => detail !== 'availability';

/** Where a contact stands today, and what it is to confirm how often. */
export interface ContactStanding {
  /** Levels at which they are reached, sooner or later; the lowest first. */
  readonly levels: readonly number[];
  /** Those of them at which they are the first to be reached. */
  readonly owned: readonly number[];
  /** What there is to confirm. */
  readonly details: readonly Detail[];
  readonly timeZone: string;
  /** So many days after one round the next begins. */
  readonly everyDays: number;
  /** The day from which rounds are counted. */
  readonly anchorOn: LocalDate;
}
