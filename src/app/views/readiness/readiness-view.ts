import type { Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { seatsAt } from '../../../core/plan/revision/seats-at.ts';
import type { NoticeMeans } from '../../../core/reach/notice-rules.ts';
import { type Caller, seesReadiness } from '../../authorise.ts';
import type { AttestationReading } from '../../ports/attestation-reading.ts';
import type { Contracts } from '../../ports/contracts.ts';
import type { ListedCustomer, Reading, StandingPerson } from '../../ports/reading.ts';
import { CONTACTS_MAX } from '../currency/attested-details.ts';
import { type ReadyDuty, readyDuty } from './ready-duty.ts';
import { type ReadyLevel, type ReadyPlace, readyLevels, readyPlaces } from './ready-levels.ts';
import { hasFewMeans, type Reached, type ReadyMeans, waysTo } from './ready-person.ts';

/** Whether Ladder could reach one person now. */
export interface ReadyPerson {
  readonly personId: string;
  readonly name: string;
  readonly reached: Reached;
  readonly means: readonly ReadyMeans[];
  readonly hasFewMeans: boolean;
  /** The levels at which they stand, the lowest first. */
  readonly places: readonly ReadyPlace[];
  readonly duty: ReadyDuty;
  /** Since when their calendar of absences cannot be read. */
  readonly absencesUnreadSince: Instant | undefined;
}

/** Whether Ladder could reach the people of a plan now. */
export interface ReadinessView {
  readonly contract: string;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly now: Instant;
  /** Whether a plan is in force; without one nobody stands anywhere. */
  readonly isPublished: boolean;
  /** `own`: the reader's own line alone. */
  readonly much: 'whole' | 'own';
  readonly levels: readonly ReadyLevel[];
  /** By their lowest level and their names. */
  readonly people: readonly ReadyPerson[];
  /** Since when mail as a whole does not leave. */
  readonly mailFailingSince: Instant | undefined;
  /** By what anything can be carried here. */
  readonly carriers: readonly NoticeMeans[];
}

export interface ReadinessParts {
  readonly reading: Pick<
    Reading,
    'contracts' | 'rules' | 'customers' | 'standing' | 'now' | 'mailFailingSince' | 'absencesUnread'
  >;
  readonly attestations: Pick<AttestationReading, 'list'>;
  readonly contracts: Contracts;
  /** By what anything can be carried here. */
  readonly carriers: readonly NoticeMeans[];
}

/** What of it a caller sees; undefined where there is no such contract, or nothing of it is for them. */
export async function readinessFor(
  parts: ReadinessParts,
  caller: Caller,
): Promise<ReadinessView | undefined> {
  const much = seesReadiness(caller);
  const whole = much && (await readinessOf(parts, caller.contract));
  if (!whole || much === 'whole') return whole;
  return {
    ...whole,
    much,
    levels: [],
    people: whole.people.filter(({ personId }) => personId === caller.personId),
  };
}

/** All of it, as time itself asks for it. */
export async function readinessOf(
  { reading, attestations, contracts, carriers }: ReadinessParts,
  contract: string,
): Promise<ReadinessView | undefined> {
  const [listed] = await reading.contracts(contract);
  if (!listed) return undefined;
  const now = await reading.now();
  const { published, title: contractTitle, timeZone } = listed;
  const rules = published === undefined ? undefined : await reading.rules(contract, published);
  const common = { contract, contractTitle, timeZone, now, much: 'whole', carriers } as const;
  const mailFailingSince = await reading.mailFailingSince();
  if (!rules) return { ...common, isPublished: false, levels: [], people: [], mailFailingSince };
  const customers = await reading.customers(contract);
  const unread = await reading.absencesUnread(contract);
  const named = namedIn(rules, customers);
  const people = await reading.standing(contract, named);
  const known = new Map(
    (await attestations.list(contract, CONTACTS_MAX)).map((one) => [one.person.personId, one]),
  );
  const holders = [...new Map([...people.values()].map((one) => [one.personId, one])).values()].filter(
    ({ isErased }) => !isErased,
  );
  const told = await contracts.transaction((tx) =>
    tx.toldPeople(
      contract,
      holders.map(({ personId }) => personId),
    ),
  );
  const ways = new Map(
    holders.map((one) => {
      const { state, reported } = known.get(one.personId) ?? {};
      const situation = { carriers, now, timeZone };
      return [one.personId, waysTo(one, told.get(one.personId), { state, reported }, situation)] as const;
    }),
  );
  const reached = new Map([...ways].map(([id, found]) => [id, found.reached] as const));
  const parts = { rules, people: withoutErased(people), customers, reached, now };
  const placesOf = readyPlaces(parts);
  const seatsOf = seatsBy(people, customers);
  return {
    ...common,
    ...{ isPublished: true, levels: readyLevels(parts), mailFailingSince },
    people: holders
      .map((one): ReadyPerson => {
        const seats = [...(seatsOf.get(one.personId) ?? [])];
        return {
          personId: one.personId,
          name: one.name ?? one.personId,
          reached: reached.get(one.personId) ?? 'no',
          means: ways.get(one.personId)?.means ?? [],
          hasFewMeans: hasFewMeans(one),
          places: placesOf(one.personId, levelsOf(rules, seats)),
          duty: readyDuty(rules, seats, now),
          absencesUnreadSince: unread.get(one.personId),
        };
      })
      .filter(({ places }) => places.length > 0)
      .sort(
        (a, b) => (a.places[0]?.level ?? 0) - (b.places[0]?.level ?? 0) || a.name.localeCompare(b.name, 'en'),
      ),
  };
}

/** Every seat that a level reaches sooner or later, its deputies, and who keeps an account. */
function namedIn({ levels, seats }: Revision, customers: readonly ListedCustomer[]): readonly string[] {
  const fixed = levels
    .flatMap((level) => seatsAt(level, { seats }))
    .filter((seat) => seats[seat]?.kind !== 'directory');
  const kept = customers.flatMap(({ accounts }) => Object.values(accounts));
  return [...new Set([...fixed, ...kept])];
}

const withoutErased = (people: ReadonlyMap<string, StandingPerson>): ReadonlyMap<string, StandingPerson> =>
  new Map([...people].filter(([, { isErased }]) => !isErased));

/** The seats that each person fills, of directories too. */
function seatsBy(
  people: ReadonlyMap<string, StandingPerson>,
  customers: readonly ListedCustomer[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (personId: string, seat: string) =>
    void found.set(personId, (found.get(personId) ?? new Set()).add(seat));
  for (const [seat, { personId }] of people) add(personId, seat);
  for (const { accounts } of customers)
    for (const [seat, personId] of Object.entries(accounts)) add(personId, seat);
  return found;
}

const levelsOf = ({ levels, seats }: Revision, own: readonly string[]): readonly number[] =>
  levels
    .filter((level) => seatsAt(level, { seats }).some((seat) => own.includes(seat)))
    .map(({ number }) => number);
