import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { DetailTimes } from '../../core/attestation/state.ts';
import { type MeansConfirmed, meansConfirmed } from '../../core/contact/means-confirmed.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { FilledSeat } from '../ports/lists.ts';
import type { ListedCustomer, ReachedPerson } from '../ports/reading.ts';

/** A number as it is dialled, and as it is read. */
interface Telephone {
  readonly number: string;
  readonly shown: string;
}

/** Who fills a seat, since when, and by what numbers. */
interface Holder {
  readonly name: string;
  readonly office: Telephone | undefined;
  readonly mobile: Telephone | undefined;
  readonly mail: string | undefined;
  readonly shown: FilledSeat['shown'];
  readonly since: Instant;
  readonly means: MeansConfirmed;
  /** Since when a mail to the address has reached nobody. */
  readonly doubted: DetailTimes;
  /** What is reported as wrong of them and being checked. */
  readonly reported: ReportedTimes;
}

/** A seat of the plan in force, and who fills it today. */
export interface SeatView {
  readonly seat: string;
  readonly title: string;
  readonly levels: readonly number[];
  /** Its holder differs by customer. */
  readonly isDirectory: boolean;
  readonly deputy: string | undefined;
  readonly filled: Holder | undefined;
}

/** Every seat of a plan in the order of its levels, and last those that stand at none. */
export function seatViews({ seats, levels }: Revision, filled: readonly FilledSeat[]): readonly SeatView[] {
  const holders = new Map(filled.map((one) => [one.seat, one]));
  const views = Object.values(seats).map(({ id, title, kind, deputy }) => ({
    seat: id,
    title,
    levels: levels.flatMap(({ number, reach, otherwise }) =>
      [...reach, ...otherwise].includes(id) ? [number] : [],
    ),
    isDirectory: kind === 'directory',
    deputy: deputy === undefined ? undefined : (seats[deputy]?.title ?? deputy),
    filled: holderOf(holders.get(id)),
  }));
  const first = ({ levels: at }: SeatView): number => at[0] ?? Number.MAX_SAFE_INTEGER;
  return views.sort((a, b) => first(a) - first(b) || a.title.localeCompare(b.title));
}

function holderOf(seat: FilledSeat | undefined): Holder | undefined {
  if (!seat) return undefined;
  const {
    personId,
    name = personId,
    office,
    mobile,
    email,
    shown,
    since,
    confirmed,
    doubted,
    reported,
  } = seat;
  return {
    ...{ name, shown, since, mail: email, doubted, reported },
    office: telephoneOf(office),
    mobile: telephoneOf(mobile),
    means: meansConfirmed({ office, mobile, email }, confirmed),
  };
}

/** A number as it is dialled, and as it is read. */
export function telephoneOf(number: string | undefined): Telephone | undefined {
  if (number === undefined) return undefined;
  const parsed = parsePhoneNumberFromString(number);
  return parsed
    ? { number: parsed.number, shown: parsed.formatInternational() }
    : { number: number.replaceAll(/[^\d+]/g, ''), shown: number };
}

/** A customer and who keeps its account, by the seat of the plan. */
export interface CustomerView {
  readonly customerId: string;
  readonly name: string;
  readonly managers: readonly { readonly seat: string; readonly name: string | undefined }[];
  /** A seat of the directory nobody fills for this customer. */
  readonly isMissing: boolean;
}

/** Customers by name, first those whose account nobody keeps: their cases reach nobody in particular. */
export function customerViews(
  customers: readonly ListedCustomer[],
  directory: readonly string[],
  people: ReadonlyMap<string, ReachedPerson>,
): readonly CustomerView[] {
  const views = customers.map(({ customerId, name, accounts }) => ({
    customerId,
    name,
    managers: directory.map((seat) => {
      const person = accounts[seat];
      return { seat, name: person === undefined ? undefined : (people.get(person)?.name ?? person) };
    }),
    isMissing: directory.some((seat) => accounts[seat] === undefined),
  }));
  return views.sort((a, b) => Number(b.isMissing) - Number(a.isMissing) || a.name.localeCompare(b.name));
}
