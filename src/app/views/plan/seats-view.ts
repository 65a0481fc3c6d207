import type { DetailTimes } from '../../../core/attestation/state.ts';
import { type MeansConfirmed, meansConfirmed } from '../../../core/contact/means-confirmed.ts';
import type { Instant } from '../../../core/instant.ts';
import type { PersonField } from '../../../core/message/people.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Revision, Seat } from '../../../core/plan/revision/revision.ts';
import type { Reading, SeatMark, Shown, StandingPerson } from '../../ports/reading.ts';
import { isShownTo, type PlanReader } from './plan-reader.ts';

/** How somebody is reached, as far as a reader may see. */
interface Ways {
  readonly office?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** Somebody who stands for the contractor or for oversight today. */
export interface StandingView {
  readonly personId: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly ways: Ways;
  /** There are ways to reach them, and only these see them; undefined where nothing is kept from the reader. */
  readonly keptFor: Exclude<Shown, 'public'> | undefined;
}

/** A seat of the plan and who fills it today. */
export interface SeatView {
  readonly seat: string;
  readonly kind: Seat['kind'];
  /** What the seat is called in the agreed plan. */
  readonly title: string;
  /** Undefined where nobody fills it. */
  readonly person: StandingView | undefined;
  /** Since when the person fills it. */
  readonly since: Instant | undefined;
  /** In what the person of today is not who the agreed plan names. */
  readonly differs: readonly PersonField[];
  /** Of a seat that differs by customer: who fills it for the reader's own. */
  readonly own: readonly OwnContact[];
  /** How far the person has confirmed their details; undefined where nobody fills the seat. */
  readonly means: MeansConfirmed | undefined;
  /** What they were asked to confirm in vain, and since when it is not confirmed. */
  readonly missed: DetailTimes;
  /** What has reached nobody lately, for those who are of the contract; others do not read it. */
  readonly doubted: DetailTimes;
  /** It was filled, or left vacant, while the plan was in force. */
  readonly mark: SeatMark | undefined;
  readonly deputy: string | undefined;
  readonly quietHours: Readonly<Record<string, readonly string[]>> | undefined;
}

interface OwnContact {
  readonly customerId: string;
  readonly customerName: string;
  readonly person: StandingView;
}

interface Asked {
  readonly marks: ReadonlyMap<string, SeatMark>;
  readonly rules: Revision;
  readonly written: Plan | undefined;
  readonly reader: PlanReader;
  /** The reader's own customers. */
  readonly customers: readonly {
    readonly customerId: string;
    readonly name: string;
    readonly accounts: Readonly<Record<string, string>>;
  }[];
}

const FIELDS: readonly PersonField[] = ['name', 'title', 'office', 'mobile', 'email'];

/** Every seat of the plan, by its id, with who fills it today: the rules are pinned, the people are live. */
export async function seatViews(
  reading: Reading,
  asked: Omit<Asked, 'marks'>,
): Promise<ReadonlyMap<string, SeatView>> {
  const { rules, customers } = asked;
  const seats = Object.values(rules.seats);
  const accounts = customers.flatMap((customer) => Object.values(customer.accounts));
  const ids = [...new Set([...seats.map(({ id }) => id), ...accounts])];
  const marks = await reading.seatMarks(rules.contract);
  return seatsOf(await reading.standing(rules.contract, ids), { ...asked, marks });
}

/** The same where it is known already who stands where. */
export const seatsOf = (
  people: ReadonlyMap<string, StandingPerson>,
  asked: Asked,
): ReadonlyMap<string, SeatView> =>
  new Map(Object.values(asked.rules.seats).map((seat) => [seat.id, seatView(seat, people, asked)]));

function seatView(
  { id, kind, title, deputy }: Seat,
  people: ReadonlyMap<string, StandingPerson>,
  { written, reader, customers, marks }: Asked,
): SeatView {
  const found = kind === 'directory' ? undefined : people.get(id);
  const person = found?.isErased ? undefined : found;
  const contact = written?.contacts?.[id];
  return {
    seat: id,
    kind,
    title,
    deputy,
    person: person && standingView(person, reader),
    since: person?.since,
    // Of a plan whose text was erased nobody can tell any more.
    differs: person && contact ? FIELDS.filter((field) => contact[field] !== person[field]) : [],
    own: customers.flatMap(({ customerId, name: customerName, accounts }) => {
      const account = people.get(accounts[id] ?? '');
      return account && !account.isErased
        ? [{ customerId, customerName, person: standingView(account, reader) }]
        : [];
    }),
    means: person && meansConfirmed(person, person.confirmed ?? {}),
    missed: person?.missed ?? {},
    doubted: reader === 'public' ? {} : (person?.doubted ?? {}),
    mark: marks.get(id),
    quietHours: contact?.quietHours,
  };
}

/** Somebody with the numbers that this reader may see, and word of those that are kept from them. */
export function standingView(person: StandingPerson, reader: PlanReader): StandingView {
  const { personId, name = personId, title, office, mobile, email, shown } = person;
  const isShown = isShownTo(shown, reader);
  const hasWays = [office, mobile, email].some((way) => way !== undefined);
  return {
    personId,
    name,
    title,
    ways: isShown ? { office, mobile, email } : {},
    keptFor: isShown || !hasWays || shown === 'public' ? undefined : shown,
  };
}
